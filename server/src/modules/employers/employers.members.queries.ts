import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { employersByIds, type EmployerWithSheet } from './employers.queries.ts'
import { type EmployerMemberRow, employerMembers, employers } from './employers.table.ts'

/** Members and invited ones of an establishment, in the order of their seats. */
export const membersOf = ({ db }: Pick<Context, 'db'>, employerId: Id<'emp'>): Promise<EmployerMemberRow[]> =>
  db
    .select()
    .from(employerMembers)
    .where(and(eq(employerMembers.employerId, employerId), ne(employerMembers.status, 'REMOVED')))
    .orderBy(asc(employerMembers.seat))

/** Establishments that an account may act for. */
export async function establishmentsOf({ db }: Pick<Context, 'db'>, accountId: Id<'acc'>): Promise<EmployerWithSheet[]> {
  const rows = await db
    .select({ id: employers.id })
    .from(employerMembers)
    .innerJoin(employers, and(eq(employers.id, employerMembers.employerId), inArray(employers.status, ['PROVISIONAL', 'OPEN'])))
    .where(and(eq(employerMembers.accountId, accountId), eq(employerMembers.status, 'ACTIVE')))
  return employersByIds(
    db,
    rows.map(({ id }) => id),
  )
}
