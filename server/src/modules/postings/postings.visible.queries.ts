import { and, asc, desc, eq, gte, inArray, ne, or, type Param, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { isMemberOf, isOfficeStaff } from '../../graph/standing.ts'
import type { Id } from '../../kernel/ids.ts'
import { halfWidth } from '../../kernel/text.ts'
import { isOneOf, statement } from '../../platform/db/statement.ts'
import { isValidSeeker } from '../seekers/seekers.queries.ts'
import { type Look, lookOf, OPEN_SEEKER, openLook } from './postings.look.ts'
import { postingParties, type PostingPartyRow } from './postings.parties.table.ts'
import { type Receiver, receiverBit } from './postings.provision.rules.ts'
import { isOpen } from './postings.rules.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postings, postingSearch, type PostingRow } from './postings.table.ts'
import { FOUND_SCOPES, type ViewerFacts } from './postings.visible.rules.ts'

/** A condition on `posting_search`, where `publish` has written what the rule says of each kind. */
export const isProvided = (receiver: Receiver): SQL => sql`${postingSearch.provided} & ${sql.raw(String(receiverBit(receiver)))} <> 0`

const isOpenToday = ({ today }: Look) => and(eq(postings.status, 'OPEN'), gte(postings.validUntil, today))

/** Asked of each row: as a list of ids, every sheet there is would be read. */
const isFound = sql`exists (
  select from ${postingSheets} where ${postingSheets.id} = ${postings.sheetId} and ${inArray(postingSheets.scope, [...FOUND_SCOPES])})`

/** What the viewer may find in lists: an application or an offer adds nothing there. */
export function listedPostings(look: Look): SQL | undefined {
  if (look.kind === 'office') return ne(postings.status, 'DRAFT')
  const open = and(isOpenToday(look), isFound)
  if (look.kind === 'seeker' || look.kind === 'stranger') return open
  if (look.kind === 'employer') return or(eq(postings.employerId, look.self), open)
  const isProvidedToThem = sql`exists (
    select from ${postingSearch} where ${postingSearch.postingId} = ${postings.id} and ${isProvided(look.kind)})`
  return and(open, isProvidedToThem)
}

/** R25: the seeker's standings that hold today. An application lasts, an offer ends with its last day. */
const isStanding = ({ self, today }: Pick<Look, 'today'> & { self: Id<'skr'> | Param }): SQL | undefined =>
  and(eq(postingParties.seekerId, self), or(eq(postingParties.reason, 'APPLICATION'), gte(postingParties.until, today)))

/**
 * R25 as one condition on `postings`: every way to a posting that starts at the viewer goes through it.
 * Drafts are the employer's alone; scope 4 and what is not open, the employer's, the offices' and those of its applicants (STATES 3.1).
 * An offer opens scope 4, and ends with the posting (STATES 3.6).
 */
function visiblePostings(look: Look): SQL | undefined {
  if (look.kind !== 'seeker') return listedPostings(look)
  const of = (reason: PostingPartyRow['reason']) => sql`exists (
    select from ${postingParties}
    where ${postingParties.postingId} = ${postings.id} and ${isStanding(look)} and ${eq(postingParties.reason, reason)})`
  return or(listedPostings(look), and(inArray(postings.status, ['OPEN', 'ENDED']), of('APPLICATION')), and(isOpenToday(look), of('OFFER')))
}

const readStandings = statement((db) =>
  db
    .selectDistinctOn([postingParties.postingId])
    .from(postingParties)
    .where(and(isStanding(OPEN_SEEKER), isOneOf(postingParties.postingId, 'ids')))
    .orderBy(asc(postingParties.postingId), desc(eq(postingParties.reason, 'APPLICATION'))),
)

/** How the viewer, a seeker, stands to each of the postings today: an application goes before an offer. */
export const standingsOf = (ctx: Context, ids: readonly Id<'pst'>[]): Promise<PostingPartyRow[]> =>
  ctx.viewer.kind === 'seeker' ? readStandings(ctx.db, { ids, ...lookOf(ctx) }) : Promise.resolve([])

const readVisible = statement((db, kind: Look['kind']) =>
  db
    .select({ posting: postings, sheet: postingSheets })
    .from(postings)
    .leftJoin(postingSheets, eq(postingSheets.id, postings.sheetId))
    .where(and(isOneOf(postings.id, 'ids'), visiblePostings(openLook(kind)))),
)

/** Those of the ids that the viewer may see. Who asks for a posting by name reads its text. */
export function visiblePostingsByIds(ctx: Context, ids: readonly Id<'pst'>[]) {
  const look = lookOf(ctx)
  return readVisible(ctx.db, { ids, ...look }, look.kind)
}

/** 求人番号 in any width; null for what does not exist for this viewer. */
export async function postingByNumber(ctx: Context, typed: string): Promise<PostingRow | null> {
  const number = /^(\d{5})-?(\d{8})$/.exec(halfWidth(typed.toWellFormed()).replaceAll(' ', ''))
  if (!number) return null
  const [row] = await ctx.db
    .select()
    .from(postings)
    .where(and(eq(postings.postingNumber, `${number[1]}-${number[2]}`), visiblePostings(lookOf(ctx))))
  return row ?? null
}

/** What decides who the viewer sees behind a posting; `standing` comes from the loader. */
export async function viewerFactsOf(ctx: Context, posting: PostingRow, standing: PostingPartyRow | null): Promise<ViewerFacts> {
  const { viewer } = ctx
  const offered = standing?.reason === 'OFFER' && isOpen(posting, ctx.today())
  return {
    own: isMemberOf(viewer, posting.employerId),
    staff: isOfficeStaff(viewer),
    validSeeker: await isValidSeeker(ctx),
    applicant: standing?.reason === 'APPLICATION',
    offer: offered ? (standing.nameShown ? 'NAMED' : 'PLAIN') : null,
  }
}

/** Which words a search may find: those for everybody, or also the names that valid seekers see. Staff find as seekers do. */
export const searchClassOf = async (ctx: Context): Promise<'public' | 'seeker'> =>
  isOfficeStaff(ctx.viewer) || (await isValidSeeker(ctx)) ? 'seeker' : 'public'
