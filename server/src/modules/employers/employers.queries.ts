import { and, asc, desc, eq } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { isMemberOf, isOfficeStaff } from '../../graph/standing.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Db, DbTransaction } from '../../platform/db/connect.ts'
import { isOneOf, statement } from '../../platform/db/statement.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { employerMembers, type EmployerRow, employers, type EmployerSheetRow, employerSheets } from './employers.table.ts'

type Reader = Db | DbTransaction

/** An establishment with the text that stands for it: the accepted one, before that the newest submitted one. */
export type EmployerWithSheet = EmployerRow & { sheet: EmployerSheetRow | null }

const readEmployers = statement((db) =>
  db
    .selectDistinctOn([employers.id], { employer: employers, sheet: employerSheets })
    .from(employers)
    .leftJoin(employerSheets, eq(employerSheets.employerId, employers.id))
    .where(isOneOf(employers.id, 'ids'))
    .orderBy(asc(employers.id), desc(eq(employerSheets.id, employers.sheetId)), desc(employerSheets.number)),
)

export async function employersByIds(db: Reader, ids: readonly Id<'emp'>[]): Promise<EmployerWithSheet[]> {
  const rows = await readEmployers(db, { ids })
  return rows.map(({ employer, sheet }) => ({ ...employer, sheet }))
}

export async function establishmentOf(db: Reader, employerId: Id<'emp'>): Promise<EmployerSheetRow | null> {
  const [employer] = await employersByIds(db, [employerId])
  return employer?.sheet ?? null
}

/** Where mails for an establishment go: its owners. */
export const ownersOf = (db: Reader, employerId: Id<'emp'>): Promise<{ email: string; name: string }[]> =>
  db
    .select({ email: accounts.email, name: employerMembers.name })
    .from(employerMembers)
    .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
    .where(
      and(
        eq(employerMembers.employerId, employerId),
        eq(employerMembers.role, 'OWNER'),
        eq(employerMembers.status, 'ACTIVE'),
        eq(accounts.status, 'OPEN'),
      ),
    )
    .orderBy(asc(employerMembers.id))

export async function memberName(db: Reader, memberId: Id<'mem'>): Promise<string> {
  const [member] = await db.select({ name: employerMembers.name }).from(employerMembers).where(eq(employerMembers.id, memberId))
  return member?.name ?? ''
}

export async function officeOfEmployer(db: Reader, employerId: Id<'emp'>): Promise<Id<'off'> | null> {
  const [employer] = await db.select({ officeId: employers.officeId }).from(employers).where(eq(employers.id, employerId))
  return employer?.officeId ?? null
}

/** By id alone: for its own members and for offices. Everybody else comes by a posting that shows it (R25). */
export async function visibleEmployer(ctx: Context, id: string): Promise<EmployerWithSheet | null> {
  const employerId = id as Id<'emp'>
  if (!isMemberOf(ctx.viewer, employerId) && !isOfficeStaff(ctx.viewer)) return null
  const [employer] = await employersByIds(ctx.db, [employerId])
  return employer ?? null
}
