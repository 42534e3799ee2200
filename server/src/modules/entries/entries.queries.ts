import { and, count, desc, eq, inArray, isNull, lt, notExists } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../graph/context.ts'
import { type Page, pageOf, readPage } from '../../graph/page.ts'
import { type Id, idOfUuid, uuidOfId } from '../../kernel/ids.ts'
import { hashToken } from '../../platform/secrets/tokens.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { registrantById } from './entries.loaders.ts'
import { invitationStateAt, refuseServing } from './entries.rules.ts'
import { type InvitationRow, invitations, type RegistrantRow, registrants } from './entries.table.ts'

/** What staff may read of a registrant, by name: looks are recorded by field. */
const LOOKED_AT = ['name', 'nameKana', 'email', 'entryNumber'] as const

function lookAt(ctx: Context, { id }: RegistrantRow, purpose: string): void {
  ctx.look({ action: 'lookAtRegistrant', object: id, person: id, purpose, fields: LOOKED_AT })
}

/** A registrant for the person, and for the staff of the center, whose look is recorded. Anybody else: nobody. */
export async function visibleRegistrant(ctx: Context, id: string): Promise<RegistrantRow | null> {
  const { viewer } = ctx
  if (viewer.kind !== 'registrant' && viewer.kind !== 'staff') return null
  const registrant = await registrantById(ctx).load(idOfUuid('rgs', uuidOfId('rgs', id)))
  if (viewer.kind === 'registrant') return viewer.registrantId === registrant?.id ? registrant : null
  if (!registrant || viewer.role === 'AUDITOR' || refuseServing(viewer, registrant)) return null
  lookAt(ctx, registrant, 'node')
  return registrant
}

/** The registrants of a center, newest first; staff of a public office see none. */
export async function registrantsForStaff(
  ctx: Context,
  staff: ViewerOf<'staff'>,
  paging: { first: number; after?: string | null },
): Promise<Page<RegistrantRow>> {
  const { first, after } = readPage(paging, 1)
  if (!staff.center) return pageOf<RegistrantRow>([], first, () => [], 0)
  const ofCenter = and(eq(registrants.officeId, staff.officeId), isNull(registrants.withdrawnAt))
  const [rows, [all]] = await Promise.all([
    ctx.db
      .select()
      .from(registrants)
      .where(and(ofCenter, after ? lt(registrants.id, `rgs_${String(after[0])}` as Id<'rgs'>) : undefined))
      .orderBy(desc(registrants.id))
      .limit(first + 1),
    ctx.db.select({ count: count() }).from(registrants).where(ofCenter),
  ])
  const page = pageOf(rows, first, ({ id }) => [id.slice(4)], all?.count ?? 0)
  for (const registrant of page.nodes) lookAt(ctx, registrant, 'list')
  return page
}

export interface InvitationWithRegistrant extends InvitationRow {
  registrant: RegistrantRow
}

/** What a link still opens. Used, replaced, too old, never sent, or for an address that signs in already: nothing. Looking uses nothing. */
export async function invitationOfToken(ctx: Pick<Context, 'db' | 'now'>, token: string): Promise<InvitationWithRegistrant | null> {
  const [found] = await ctx.db
    .select({ invitation: invitations, registrant: registrants })
    .from(invitations)
    .innerJoin(registrants, eq(registrants.id, invitations.registrantId))
    .where(
      and(
        eq(invitations.tokenHash, hashToken(token)),
        notExists(
          ctx.db
            .select({ id: accounts.id })
            .from(accounts)
            .where(and(eq(accounts.email, registrants.email), inArray(accounts.status, ['OPEN', 'SUSPENDED']))),
        ),
      ),
    )
  if (!found || invitationStateAt(found.invitation, ctx.now()) !== 'SENT') return null
  return { ...found.invitation, registrant: found.registrant }
}
