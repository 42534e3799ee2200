import { and, eq, ne } from 'drizzle-orm'
import type { Context, ViewerOf } from '../graph/context.ts'
import { halfWidth } from '../kernel/text.ts'
import { refuseStaff } from '../modules/accounts/accounts.rules.ts'
import { type AccountRow, accounts } from '../modules/accounts/accounts.table.ts'
import { typedEmployerNumber } from '../modules/employers/employers.codes.rules.ts'
import { employerMembers, employers } from '../modules/employers/employers.table.ts'
import { seekers, seekerSheets } from '../modules/seekers/seekers.table.ts'

/** An account with the name that the office knows. */
export interface NamedAccount extends AccountRow {
  name: string
}

/** Who signs in for a seeker number or an establishment's number, as far as this office serves them; each look is recorded. */
export async function accountsOfNumber(ctx: Context, staff: ViewerOf<'staff'>, typed: string, purpose: string): Promise<NamedAccount[]> {
  if (staff.center) return []
  const employerNumber = typedEmployerNumber(typed)
  const found = employerNumber === null ? await ofSeeker(ctx, halfWidth(typed)) : await ofEmployer(ctx, staff, employerNumber)
  for (const { id } of found) ctx.look({ action: 'staffAccounts', object: id, person: id, purpose, fields: ['name', 'email'] })
  return found
}

async function ofSeeker({ db }: Context, seekerNumber: string): Promise<NamedAccount[]> {
  const rows = await db
    .select({ account: accounts, name: seekerSheets.name })
    .from(seekers)
    .innerJoin(accounts, and(eq(accounts.id, seekers.accountId), ne(accounts.status, 'CLOSED')))
    .leftJoin(seekerSheets, eq(seekerSheets.id, seekers.sheetId))
    .where(eq(seekers.seekerNumber, seekerNumber))
  return rows.map(({ account, name }) => ({ ...account, name: name ?? '' }))
}

async function ofEmployer({ db }: Context, staff: ViewerOf<'staff'>, employerNumber: string): Promise<NamedAccount[]> {
  const rows = await db
    .select({ account: accounts, name: employerMembers.name, officeId: employers.officeId })
    .from(employers)
    .innerJoin(employerMembers, and(eq(employerMembers.employerId, employers.id), eq(employerMembers.status, 'ACTIVE')))
    .innerJoin(accounts, and(eq(accounts.id, employerMembers.accountId), ne(accounts.status, 'CLOSED')))
    .where(eq(employers.employerNumber, employerNumber))
    .orderBy(employerMembers.seat, employerMembers.id)
  return rows.flatMap(({ account, name, officeId }) =>
    officeId !== null && refuseStaff(staff, officeId) === null ? [{ ...account, name }] : [],
  )
}
