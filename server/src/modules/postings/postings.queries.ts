import { and, asc, count, desc, eq, gte, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../graph/context.ts'
import { type Page, pageOf, readPage } from '../../graph/page.ts'
import type { Id } from '../../kernel/ids.ts'
import type { DraftRow } from '../../platform/drafts/drafts.table.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { employers } from '../employers/employers.table.ts'
import { POSTING_DRAFT } from './postings.form.ts'
import type { PostingStatus } from './postings.rules.ts'
import { type PostingReviewRow, postingReviews, type PostingRow, postings } from './postings.table.ts'

interface Paging {
  first: number
  after?: string | null
}

/** Own postings, newest first. */
export const postingsOfEmployer = (ctx: Context, employerId: Id<'emp'>, status: readonly PostingStatus[] | null, paging: Paging) =>
  list(ctx, and(eq(postings.employerId, employerId), inStatus(ctx, status)), paging)

/** What an office has before it; with an employer number, that employer's wherever it belongs. Drafts are never there (STATES 3.1). */
export function postingsForStaff(
  ctx: Context,
  staff: ViewerOf<'staff'>,
  filter: { status: readonly PostingStatus[] | null; employerNumber: string | null },
  paging: Paging,
) {
  const { employerNumber } = filter
  const ofEmployer = ctx.db
    .select({ id: employers.id })
    .from(employers)
    .where(eq(employers.employerNumber, employerNumber ?? ''))
  const whose = employerNumber === null ? ofOffice(staff) : inArray(postings.employerId, ofEmployer)
  return list(ctx, and(whose, ne(postings.status, 'DRAFT'), inStatus(ctx, filter.status), staff.center ? sql`false` : undefined), paging)
}

/** A counter works on its own office's cases; managers and auditors look at all. */
const ofOffice = (staff: ViewerOf<'staff'>): SQL | undefined =>
  staff.role === 'COUNTER' ? eq(postings.officeId, staff.officeId) : undefined

/** A posting that expired today is ENDED before the sweep has written it. */
function inStatus(ctx: Context, status: readonly PostingStatus[] | null): SQL | undefined {
  if (status === null || status.length === 0) return undefined
  const today = ctx.today()
  return or(
    ...status.map((one) => {
      if (one === 'OPEN') return and(eq(postings.status, 'OPEN'), gte(postings.validUntil, today))
      if (one === 'ENDED') return or(eq(postings.status, 'ENDED'), and(eq(postings.status, 'OPEN'), lt(postings.validUntil, today)))
      return eq(postings.status, one)
    }),
  )
}

async function list({ db }: Context, where: SQL | undefined, paging: Paging): Promise<Page<PostingRow>> {
  const { first, after } = readPage(paging, 2)
  const [at, id] = after ?? []
  const place = sql`(${postings.createdAt}, ${postings.id}) < (${at}::timestamptz, ${id}::uuid)`
  const [rows, [all]] = await Promise.all([
    db
      .select()
      .from(postings)
      .where(after === null ? where : and(where, place))
      .orderBy(desc(postings.createdAt), desc(postings.id))
      .limit(first + 1),
    db.select({ count: count() }).from(postings).where(where),
  ])
  return pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id.slice(4)], all?.count ?? 0)
}

const OLDEST = 2

/** 待っていること: how many postings wait for this office, and those that have waited longest. */
export async function waitingPostings({ db }: Context, staff: ViewerOf<'staff'>): Promise<{ total: number; oldest: PostingRow[] }> {
  if (staff.center) return { total: 0, oldest: [] }
  const waiting = and(eq(postings.status, 'SUBMITTED'), ofOffice(staff))
  const [[all], oldest] = await Promise.all([
    db.select({ count: count() }).from(postings).where(waiting),
    db.select().from(postings).where(waiting).orderBy(asc(postings.submittedAt), asc(postings.id)).limit(OLDEST),
  ])
  return { total: all?.count ?? 0, oldest }
}

export const draftsOfPostings = ({ db }: Context, ids: readonly Id<'pst'>[]): Promise<DraftRow[]> =>
  db
    .select()
    .from(drafts)
    .where(and(eq(drafts.kind, POSTING_DRAFT), inArray(drafts.subject, [...ids])))

/** Newest decision first. */
export const reviewsOfPostings = ({ db }: Context, ids: readonly Id<'pst'>[]): Promise<PostingReviewRow[]> =>
  db
    .select()
    .from(postingReviews)
    .where(inArray(postingReviews.postingId, [...ids]))
    .orderBy(desc(postingReviews.decidedAt), desc(postingReviews.id))
