import { and, count, eq, exists, inArray, lt, ne, sql } from 'drizzle-orm'
import { accountOf, type Context, partyOf } from '../../graph/context.ts'
import { type Id, idOfUuid, uuidOfId } from '../../kernel/ids.ts'
import { messages, threadReads } from '../messages/messages.table.ts'
import { postings } from '../postings/postings.table.ts'
import { applications } from './applications.table.ts'

export interface PostingCountsRow {
  postingId: Id<'pst'>
  applications: number
  running: number
  unread: number
}

/** What waits behind each posting of the viewer's own employer, or of any for staff. */
export async function countsOfPostings(ctx: Context, postingIds: Id<'pst'>[]): Promise<PostingCountsRow[]> {
  const account = accountOf(ctx.viewer) ?? idOfUuid('acc', uuidOfId('acc', ''))
  const read = ctx.db
    .select({ seq: threadReads.lastReadSeq })
    .from(threadReads)
    .where(and(eq(threadReads.threadId, messages.threadId), eq(threadReads.accountId, account)))
  const unread = exists(
    ctx.db
      .select({ one: sql`1` })
      .from(messages)
      .where(
        and(
          eq(messages.threadId, applications.threadId),
          sql`${messages.party} is distinct from ${partyOf(ctx.viewer)}::text`,
          sql`${messages.seq} > coalesce((${read}), 0)`,
        ),
      ),
  )
  return ctx.db
    .select({
      postingId: applications.postingId,
      applications: count(),
      running: sql<number>`count(*) filter (where ${applications.status} = 'APPLIED')`.mapWith(Number),
      unread: sql<number>`count(*) filter (where ${unread})`.mapWith(Number),
    })
    .from(applications)
    .where(and(inArray(applications.postingId, postingIds), ne(applications.status, 'CANCELLED')))
    .groupBy(applications.postingId)
}

/** Applications that wait for the employer's answer. */
export async function waitingApplicantCount(ctx: Context): Promise<number> {
  if (ctx.viewer.kind !== 'employer') return 0
  return ctx.db.$count(applications, and(eq(applications.employerId, ctx.viewer.employerId), eq(applications.status, 'APPLIED')))
}

/** Promises that have passed (R31), for both sides; an employer also has returned postings to put right. */
export async function toDoCount(ctx: Context): Promise<number> {
  const { viewer } = ctx
  const overdue = and(eq(applications.status, 'APPLIED'), lt(applications.answerUntil, ctx.today()))
  if (viewer.kind === 'seeker') return ctx.db.$count(applications, and(eq(applications.seekerId, viewer.seekerId), overdue))
  if (viewer.kind !== 'employer') return 0
  const returned = and(eq(postings.employerId, viewer.employerId), eq(postings.status, 'RETURNED'))
  return (
    (await ctx.db.$count(applications, and(eq(applications.employerId, viewer.employerId), overdue))) +
    (await ctx.db.$count(postings, returned))
  )
}

/** R31, for one office or for all. */
export const overdueCount = (ctx: Context, officeId: Id<'off'> | null): Promise<number> =>
  ctx.db.$count(
    applications,
    and(
      officeId === null ? undefined : eq(applications.officeId, officeId),
      eq(applications.status, 'APPLIED'),
      lt(applications.answerUntil, ctx.today()),
    ),
  )
