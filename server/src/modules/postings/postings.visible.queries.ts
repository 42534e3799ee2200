import { and, eq, gte, inArray, ne, or, type SQL } from 'drizzle-orm'
import type { Context, Viewer } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { halfWidth } from '../../kernel/text.ts'
import { isValid } from '../seekers/seekers.rules.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { postingParties } from './postings.parties.table.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postings, type PostingRow } from './postings.table.ts'
import { FOUND_SCOPES, type ViewerFacts } from './postings.visible.rules.ts'

const isOfficeStaff = (viewer: Viewer): boolean => viewer.kind === 'staff' && !viewer.center

/** What the viewer may find in lists: an application adds nothing there. */
export function listedPostings(ctx: Pick<Context, 'db' | 'viewer' | 'today'>): SQL | undefined {
  const { viewer } = ctx
  if (isOfficeStaff(viewer)) return ne(postings.status, 'DRAFT')
  const found = ctx.db
    .select({ id: postingSheets.id })
    .from(postingSheets)
    .where(inArray(postingSheets.scope, [...FOUND_SCOPES]))
  const open = and(eq(postings.status, 'OPEN'), gte(postings.validUntil, ctx.today()), inArray(postings.sheetId, found))
  return viewer.kind === 'employer' ? or(eq(postings.employerId, viewer.employerId), open) : open
}

/**
 * R25 as one condition on `postings`: every way to a posting that starts at the viewer goes through it.
 * Drafts are the employer's alone; scope 4 and what is not open, the employer's, the offices' and those of its applicants (STATES 3.1).
 */
function visiblePostings(ctx: Pick<Context, 'db' | 'viewer' | 'today'>): SQL | undefined {
  const { db, viewer } = ctx
  if (viewer.kind !== 'seeker') return listedPostings(ctx)
  const own = db.select({ id: postingParties.postingId }).from(postingParties).where(eq(postingParties.seekerId, viewer.seekerId))
  return or(listedPostings(ctx), and(inArray(postings.status, ['OPEN', 'ENDED']), inArray(postings.id, own)))
}

/** Those of the postings that the viewer, a seeker, is a party of. */
export const partyPostings = ({ db, viewer }: Context, ids: readonly Id<'pst'>[]): Promise<{ postingId: Id<'pst'> }[]> =>
  viewer.kind !== 'seeker'
    ? Promise.resolve([])
    : db
        .selectDistinct({ postingId: postingParties.postingId })
        .from(postingParties)
        .where(and(eq(postingParties.seekerId, viewer.seekerId), inArray(postingParties.postingId, [...ids])))

/** Those of the ids that the viewer may see. */
export const visiblePostingsByIds = (ctx: Context, ids: readonly Id<'pst'>[]): Promise<PostingRow[]> =>
  ctx.db
    .select()
    .from(postings)
    .where(and(inArray(postings.id, [...ids]), visiblePostings(ctx)))

/** 求人番号 in any width; null for what does not exist for this viewer. */
export async function postingByNumber(ctx: Context, typed: string): Promise<PostingRow | null> {
  const number = /^(\d{5})-?(\d{8})$/.exec(halfWidth(typed.toWellFormed()).replaceAll(' ', ''))
  if (!number) return null
  const [row] = await ctx.db
    .select()
    .from(postings)
    .where(and(eq(postings.postingNumber, `${number[1]}-${number[2]}`), visiblePostings(ctx)))
  return row ?? null
}

/** Seekers see more while their registration is valid today, whatever the sweep has written (R14, R25). */
async function isValidSeeker(ctx: Context): Promise<boolean> {
  if (ctx.viewer.kind !== 'seeker') return false
  const [seeker] = await ctx.db
    .select({ status: seekers.status, validUntil: seekers.validUntil, receivesBenefit: seekers.receivesBenefit })
    .from(seekers)
    .where(eq(seekers.id, ctx.viewer.seekerId))
  return seeker !== undefined && isValid(seeker, ctx.today())
}

/** Asked once for each operation and again after a write. */
function validSeekerOf(ctx: Context): Promise<boolean> {
  const known = ctx.memo.get(isValidSeeker) as Promise<boolean> | undefined
  if (known) return known
  const asked = isValidSeeker(ctx)
  ctx.memo.set(isValidSeeker, asked)
  return asked
}

/** What decides who the viewer sees behind a posting of this employer; `party` comes from the loader. */
export async function viewerFactsOf(ctx: Context, { employerId, party }: { employerId: Id<'emp'>; party: boolean }): Promise<ViewerFacts> {
  const { viewer } = ctx
  return {
    own: viewer.kind === 'employer' && viewer.employerId === employerId,
    staff: isOfficeStaff(viewer),
    validSeeker: await validSeekerOf(ctx),
    party,
  }
}

/** Which words a search may find: those for everybody, or also the names that valid seekers see. Staff find as seekers do. */
export const searchClassOf = async (ctx: Context): Promise<'public' | 'seeker'> =>
  isOfficeStaff(ctx.viewer) || (await validSeekerOf(ctx)) ? 'seeker' : 'public'
