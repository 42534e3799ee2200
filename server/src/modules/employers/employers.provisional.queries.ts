import { and, asc, count, desc, eq, inArray, isNotNull, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { JstDate } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { type DraftRow, drafts } from '../../platform/drafts/drafts.table.ts'
import { ESTABLISHMENT_DRAFT } from './employers.opening.form.ts'
import { employersByIds, type EmployerWithSheet } from './employers.queries.ts'
import { type EmployerReviewRow, employerReviews, employers, employerSheets } from './employers.table.ts'

/** Whose members may act: open, or provisional and not past the limit (R7), whatever the job has written. The other half of `hasLapsed`. */
export const isAlive = (today: JstDate | Placeholder): SQL => sql`(${employers.status} = 'OPEN' or (${employers.status} = 'PROVISIONAL'
  and (${employers.waitingSince} is not null or ${employers.erasedOn} is null or ${employers.erasedOn} >= ${today}::date)))`

export const draftsOfEmployers = ({ db }: Context, ids: readonly Id<'emp'>[]): Promise<DraftRow[]> =>
  db
    .select()
    .from(drafts)
    .where(and(eq(drafts.kind, ESTABLISHMENT_DRAFT), inArray(drafts.subject, [...ids])))

/** Every decision on these establishments, newest first. */
export const reviewsOfEmployers = ({ db }: Context, ids: readonly Id<'emp'>[]): Promise<EmployerReviewRow[]> =>
  db
    .select()
    .from(employerReviews)
    .where(inArray(employerReviews.employerId, [...ids]))
    .orderBy(desc(employerReviews.decidedAt), desc(employerReviews.id))

const SHOWN = 5

/** Establishments that wait for their first acceptance, longest first; of one office, or of all. */
export async function waitingEmployers(ctx: Context, officeId: Id<'off'> | null): Promise<{ total: number; oldest: EmployerWithSheet[] }> {
  const waits = and(
    eq(employers.status, 'PROVISIONAL'),
    isNotNull(employers.waitingSince),
    sql`exists (select 1 from ${employerSheets} where ${employerSheets.employerId} = ${employers.id} and ${employerSheets.outcome} = 'WAITING')`,
    officeId === null ? undefined : eq(employers.officeId, officeId),
  )
  const [ids, [all]] = await Promise.all([
    ctx.db.select({ id: employers.id }).from(employers).where(waits).orderBy(asc(employers.waitingSince), asc(employers.id)).limit(SHOWN),
    ctx.db.select({ count: count() }).from(employers).where(waits),
  ])
  const rows = await employersByIds(
    ctx.db,
    ids.map(({ id }) => id),
  )
  const place = new Map(ids.map(({ id }, index) => [id, index]))
  return { total: all?.count ?? 0, oldest: rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) }
}
