import { and, asc, count, desc, eq, inArray, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { type Context, viewerAs } from '../../graph/context.ts'
import { pageOf, readPage } from '../../graph/page.ts'
import { isOfficeStaff } from '../../graph/standing.ts'
import { type Id, idOfUuid, uuidOfId } from '../../kernel/ids.ts'
import type { AttachmentRow } from '../files/files.table.ts'
import { attachments } from '../files/files.table.ts'
import type { ApplicationStatus } from './applications.rules.ts'
import { applicationDocuments, type ApplicationRow, applications, selectionResults, type SelectionResultRow } from './applications.table.ts'

export const applicationIdOf = (id: string): Id<'app'> => idOfUuid('app', uuidOfId('app', id))

/** Whose applications a viewer reads: a seeker's own, an employer's own, the counter's of its office, a manager's of all; centers and auditors none. */
function visibleApplications({ viewer }: Pick<Context, 'viewer'>): SQL | null {
  switch (viewer.kind) {
    case 'seeker':
      return eq(applications.seekerId, viewer.seekerId)
    case 'employer':
      return eq(applications.employerId, viewer.employerId)
    case 'staff':
      if (!isOfficeStaff(viewer) || viewer.role === 'AUDITOR') return null
      return viewer.role === 'MANAGER' ? sql`true` : eq(applications.officeId, viewer.officeId)
    default:
      return null
  }
}

export async function visibleApplication(ctx: Context, id: string): Promise<ApplicationRow | null> {
  const visible = visibleApplications(ctx)
  if (visible === null) return null
  const [row] = await ctx.db
    .select()
    .from(applications)
    .where(and(eq(applications.id, applicationIdOf(id)), visible))
  return row ?? null
}

type PageOf = { first: number; after?: string | null }

/** 活動: the seeker's own, newest first. */
export async function applicationsOfSeeker(ctx: Context, { finished, ...args }: PageOf & { finished?: boolean | null }) {
  const { first, after } = readPage(args, 2)
  const own = eq(applications.seekerId, viewerAs(ctx, 'seeker').seekerId)
  const wanted = and(
    own,
    finished === undefined || finished === null
      ? undefined
      : finished
        ? ne(applications.status, 'APPLIED')
        : eq(applications.status, 'APPLIED'),
  )
  const at = after && new Date(Number(after[0]))
  const later = at
    ? or(lt(applications.appliedAt, at), and(eq(applications.appliedAt, at), lt(applications.id, applicationIdOf(String(after[1])))))
    : undefined
  const rows = await ctx.db
    .select()
    .from(applications)
    .where(and(wanted, later))
    .orderBy(desc(applications.appliedAt), desc(applications.id))
    .limit(first + 1)
  const page = pageOf(rows, first, (row) => [row.appliedAt.getTime(), row.id], await ctx.db.$count(applications, wanted))
  return { ...page, countsByStatus: await countsByStatus(ctx, own) }
}

/** Running ones first, the promise that ends first at the top; then the finished ones, the newest first. */
const finishedLast = sql<number>`case when ${applications.status} = 'APPLIED' then 0 else 1 end`
const deadline = sql<number>`case when ${applications.status} = 'APPLIED' then (${applications.answerUntil} - date '2000-01-01')::bigint else -(extract(epoch from coalesce(${applications.closedAt}, ${applications.appliedAt})) * 1000)::bigint end`

export async function applicationsOfEmployer(
  ctx: Context,
  { status, postingId, ...args }: PageOf & { status?: ApplicationStatus[] | null; postingId?: string | null },
) {
  const { first, after } = readPage(args, 3)
  const own = and(
    eq(applications.employerId, viewerAs(ctx, 'employer').employerId),
    postingId ? eq(applications.postingId, idOfUuid('pst', uuidOfId('pst', postingId))) : undefined,
  )
  const wanted = and(own, status && status.length > 0 ? inArray(applications.status, status) : undefined)
  const later = after
    ? sql`(${finishedLast}, ${deadline}, ${applications.id}) > (${Number(after[0])}, ${Number(after[1])}, ${uuidOfId('app', String(after[2]))}::uuid)`
    : undefined
  const rows = await ctx.db
    .select({ row: applications, finished: finishedLast.mapWith(Number), deadline: deadline.mapWith(Number) })
    .from(applications)
    .where(and(wanted, later))
    .orderBy(asc(finishedLast), asc(deadline), asc(applications.id))
    .limit(first + 1)
  const places = new Map(rows.map((found) => [found.row.id, found]))
  const page = pageOf(
    rows.map(({ row }) => row),
    first,
    (row) => [places.get(row.id)?.finished ?? 0, places.get(row.id)?.deadline ?? 0, row.id],
    await ctx.db.$count(applications, wanted),
  )
  return { ...page, countsByStatus: await countsByStatus(ctx, own) }
}

const countsByStatus = (ctx: Context, whose: SQL | undefined): Promise<{ status: ApplicationStatus; count: number }[]> =>
  ctx.db
    .select({ status: applications.status, count: count() })
    .from(applications)
    .where(whose)
    .groupBy(applications.status)
    .orderBy(asc(applications.status))

export const applicationsByIds = (ctx: Context, ids: Id<'app'>[]): Promise<ApplicationRow[]> => {
  const visible = visibleApplications(ctx)
  return visible === null
    ? Promise.resolve([])
    : ctx.db
        .select()
        .from(applications)
        .where(and(inArray(applications.id, ids), visible))
}

/** The viewer's newest application to each posting that still counts: taken back or referred in error is as if never made. */
export const ownApplicationsToPostings = (ctx: Context, postingIds: Id<'pst'>[]): Promise<ApplicationRow[]> =>
  ctx.viewer.kind !== 'seeker'
    ? Promise.resolve([])
    : ctx.db
        .selectDistinctOn([applications.postingId])
        .from(applications)
        .where(
          and(
            eq(applications.seekerId, ctx.viewer.seekerId),
            inArray(applications.postingId, postingIds),
            ne(applications.status, 'CANCELLED'),
          ),
        )
        .orderBy(asc(applications.postingId), desc(applications.appliedAt))

export const newestResults = (ctx: Context, ids: Id<'app'>[]): Promise<SelectionResultRow[]> =>
  ctx.db
    .selectDistinctOn([selectionResults.applicationId])
    .from(selectionResults)
    .where(inArray(selectionResults.applicationId, ids))
    .orderBy(asc(selectionResults.applicationId), desc(selectionResults.number))

export const documentsOfApplications = (ctx: Context, ids: Id<'app'>[]): Promise<{ applicationId: Id<'app'>; file: AttachmentRow }[]> =>
  ctx.db
    .select({ applicationId: applicationDocuments.applicationId, file: attachments })
    .from(applicationDocuments)
    .innerJoin(attachments, eq(attachments.id, applicationDocuments.attachmentId))
    .where(inArray(applicationDocuments.applicationId, ids))
    .orderBy(asc(applicationDocuments.applicationId), asc(applicationDocuments.position))
