import { and, asc, desc, eq, exists, gte, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Context, Viewer } from '../../graph/context.ts'
import { isMemberOf, isOfficeStaff } from '../../graph/standing.ts'
import type { Id } from '../../kernel/ids.ts'
import type { JstDate } from '../../kernel/calendar.ts'
import { halfWidth } from '../../kernel/text.ts'
import { isValid } from '../seekers/seekers.rules.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { postingParties, type PostingPartyRow } from './postings.parties.table.ts'
import { type Receiver, receiverBit } from './postings.provision.rules.ts'
import { isOpen } from './postings.rules.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postings, postingSearch, type PostingRow } from './postings.table.ts'
import { FOUND_SCOPES, type ViewerFacts } from './postings.visible.rules.ts'

/** R26: the kind of partner that the viewer is, for whom only what is provided exists. */
export const receiverOf = (viewer: Viewer): Receiver | null => (viewer.kind === 'partner' ? viewer.partnerKind : null)

/** A condition on `posting_search`, where `publish` has written what the rule says of each kind. */
export const isProvided = (receiver: Receiver): SQL => sql`${postingSearch.provided} & ${sql.raw(String(receiverBit(receiver)))} <> 0`

const isOpenToday = ({ today }: Pick<Context, 'today'>) => and(eq(postings.status, 'OPEN'), gte(postings.validUntil, today()))

/** What the viewer may find in lists: an application or an offer adds nothing there. */
export function listedPostings(ctx: Pick<Context, 'db' | 'viewer' | 'today'>): SQL | undefined {
  const { viewer } = ctx
  if (isOfficeStaff(viewer)) return ne(postings.status, 'DRAFT')
  // Asked of each row: as a list of ids, every sheet there is would be read.
  const isFound = exists(
    ctx.db
      .select({ id: postingSheets.id })
      .from(postingSheets)
      .where(and(eq(postingSheets.id, postings.sheetId), inArray(postingSheets.scope, [...FOUND_SCOPES]))),
  )
  const open = and(isOpenToday(ctx), isFound)
  const receiver = receiverOf(viewer)
  if (receiver !== null) {
    const ofPosting = and(eq(postingSearch.postingId, postings.id), isProvided(receiver))
    return and(open, exists(ctx.db.select({ id: postingSearch.postingId }).from(postingSearch).where(ofPosting)))
  }
  return viewer.kind === 'employer' ? or(eq(postings.employerId, viewer.employerId), open) : open
}

/** R25: the viewer's standings that hold today. An application lasts, an offer ends with its last day. */
const isStanding = (seekerId: Id<'skr'>, today: JstDate): SQL | undefined =>
  and(eq(postingParties.seekerId, seekerId), or(eq(postingParties.reason, 'APPLICATION'), gte(postingParties.until, today)))

/**
 * R25 as one condition on `postings`: every way to a posting that starts at the viewer goes through it.
 * Drafts are the employer's alone; scope 4 and what is not open, the employer's, the offices' and those of its applicants (STATES 3.1).
 * An offer opens scope 4, and ends with the posting (STATES 3.6).
 */
function visiblePostings(ctx: Pick<Context, 'db' | 'viewer' | 'today'>): SQL | undefined {
  const { db, viewer } = ctx
  if (viewer.kind !== 'seeker') return listedPostings(ctx)
  const of = (reason: PostingPartyRow['reason']) =>
    inArray(
      postings.id,
      db
        .select({ id: postingParties.postingId })
        .from(postingParties)
        .where(and(isStanding(viewer.seekerId, ctx.today()), eq(postingParties.reason, reason))),
    )
  return or(listedPostings(ctx), and(inArray(postings.status, ['OPEN', 'ENDED']), of('APPLICATION')), and(isOpenToday(ctx), of('OFFER')))
}

/** How the viewer, a seeker, stands to each of the postings today: an application goes before an offer. */
export const standingsOf = (ctx: Context, ids: readonly Id<'pst'>[]): Promise<PostingPartyRow[]> =>
  ctx.viewer.kind !== 'seeker'
    ? Promise.resolve([])
    : ctx.db
        .selectDistinctOn([postingParties.postingId])
        .from(postingParties)
        .where(and(isStanding(ctx.viewer.seekerId, ctx.today()), inArray(postingParties.postingId, [...ids])))
        .orderBy(asc(postingParties.postingId), desc(eq(postingParties.reason, 'APPLICATION')))

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

/** What decides who the viewer sees behind a posting; `standing` comes from the loader. */
export async function viewerFactsOf(ctx: Context, posting: PostingRow, standing: PostingPartyRow | null): Promise<ViewerFacts> {
  const { viewer } = ctx
  const offered = standing?.reason === 'OFFER' && isOpen(posting, ctx.today())
  return {
    own: isMemberOf(viewer, posting.employerId),
    staff: isOfficeStaff(viewer),
    validSeeker: await validSeekerOf(ctx),
    applicant: standing?.reason === 'APPLICATION',
    offer: offered ? (standing.nameShown ? 'NAMED' : 'PLAIN') : null,
  }
}

/** Which words a search may find: those for everybody, or also the names that valid seekers see. Staff find as seekers do. */
export const searchClassOf = async (ctx: Context): Promise<'public' | 'seeker'> =>
  isOfficeStaff(ctx.viewer) || (await validSeekerOf(ctx)) ? 'seeker' : 'public'
