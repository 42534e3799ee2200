import { and, eq } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Draft } from '../../graph/draft-types.ts'
import { draftView } from '../../graph/draft-view.ts'
import { isOfficeStaff } from '../../graph/standing.ts'
import { type Id, idOfUuid, uuidOfId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { halfWidth } from '../../kernel/text.ts'
import type { DraftRow } from '../../platform/drafts/drafts.table.ts'
import { addressOfPostalCode } from '../offices/offices.queries.ts'
import { readRegistration, REGISTRATION_STEPS, typedPostalCode } from './seekers.form.ts'
import { seekerById } from './seekers.loaders.ts'
import { isValid, type Validity } from './seekers.rules.ts'
import { type SeekerRow, seekers } from './seekers.table.ts'

/** What staff may read of a seeker, by name: looks are recorded by field. */
const LOOKED_AT = ['name', 'nameKana', 'birthDate', 'postalCode', 'address', 'phone', 'validUntil', 'status'] as const

/** Staff of a center never see the people of the offices. */
const isReader = ({ viewer }: Context): boolean => viewer.kind === 'staff' && viewer.role !== 'AUDITOR' && isOfficeStaff(viewer)

function lookAt(ctx: Context, seeker: SeekerRow, purpose: string): SeekerRow {
  ctx.look({ action: 'lookAtSeeker', object: seeker.id, person: seeker.id, purpose, fields: LOOKED_AT })
  return seeker
}

/** A seeker for those who may see the registration: the person, and staff, whose look is recorded. Anybody else: nobody. */
export async function visibleSeeker(ctx: Context, id: string): Promise<SeekerRow | null> {
  const isOwn = ctx.viewer.kind === 'seeker' && ctx.viewer.seekerId === id
  if (!isOwn && !isReader(ctx)) return null
  const seeker = await seekerById(ctx).load(idOfUuid('skr', uuidOfId('skr', id)))
  return seeker === null || isOwn ? seeker : lookAt(ctx, seeker, 'node')
}

/** 求職番号 at the counter, typed in any width. Leaves who looked at whom and what for (S30). */
export async function seekerOfNumber(ctx: Context, seekerNumber: string, purpose: string): Promise<SeekerRow | null> {
  if (!isReader(ctx)) return null
  const [seeker] = await ctx.db
    .select()
    .from(seekers)
    .where(eq(seekers.seekerNumber, halfWidth(seekerNumber)))
  return seeker ? lookAt(ctx, seeker, purpose) : null
}

/** The typed registration with what is left to fix. */
export async function registrationDraft(ctx: Context, row: DraftRow): Promise<Draft> {
  const place = await addressOfPostalCode(typedPostalCode(row.steps))
  const { problems } = readRegistration(row.steps, place, ctx.today(), ctx.policyOf())
  return draftView({ steps: REGISTRATION_STEPS, row, problems })
}

/** A refusal for another version shows the draft that stands now. */
export async function withDraftShown<T>(ctx: Context, result: T | Refusal): Promise<T | Refusal> {
  if (!(result instanceof Refusal) || result.current === null || !('steps' in result.current)) return result
  const current = await registrationDraft(ctx, result.current as DraftRow)
  return new Refusal(result.code, { problems: result.problems, current })
}

/** Online registrations that no office has checked yet: of one office, or of all. */
export const unconfirmedSeekers = (ctx: Context, officeId: Id<'off'> | null): Promise<number> =>
  ctx.db.$count(
    seekers,
    and(eq(seekers.kind, 'ONLINE'), eq(seekers.status, 'VALID'), officeId ? eq(seekers.officeId, officeId) : undefined),
  )

/** Seekers see more while their registration is valid today, whatever the sweep has written (R14, R25). */
async function readValidity(ctx: Context): Promise<boolean> {
  if (ctx.viewer.kind !== 'seeker') return false
  const [seeker] = await ctx.db
    .select({ status: seekers.status, validUntil: seekers.validUntil, receivesBenefit: seekers.receivesBenefit })
    .from(seekers)
    .where(eq(seekers.id, ctx.viewer.seekerId))
  return seeker !== undefined && isValid(seeker, ctx.today())
}

/** Read together with the session: not asked for again before something is written. */
export const knowValidity = (ctx: Context, registration: Validity): void =>
  void ctx.memo.set(readValidity, Promise.resolve(isValid(registration, ctx.today())))

/** Is the viewer a seeker whose registration is valid today: asked once for each operation, and again after a write. */
export function isValidSeeker(ctx: Context): Promise<boolean> {
  const known = ctx.memo.get(readValidity) as Promise<boolean> | undefined
  if (known) return known
  const asked = readValidity(ctx)
  ctx.memo.set(readValidity, asked)
  return asked
}
