import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Context, ViewerOf } from '../graph/context.ts'
import { halfWidth } from '../kernel/text.ts'
import { kindOfStaff, refuseStaff, typedEmail } from '../modules/accounts/accounts.rules.ts'
import { type AccountRow, accounts, staffMembers } from '../modules/accounts/accounts.table.ts'
import { typedEmployerNumber } from '../modules/employers/employers.codes.rules.ts'
import { employerMembers, employers } from '../modules/employers/employers.table.ts'
import { registrants } from '../modules/entries/entries.table.ts'
import { offices } from '../modules/offices/offices.table.ts'
import { seekers, seekerSheets } from '../modules/seekers/seekers.table.ts'

/** An account with the name that the office knows. */
export interface NamedAccount extends AccountRow {
  name: string
}

/**
 * Who signs in for a seeker number, an establishment's number, an entry number or a colleague's address, as far as this member of staff
 * serves them; each look is recorded.
 */
export async function accountsOfNumber(ctx: Context, staff: ViewerOf<'staff'>, typed: string, purpose: string): Promise<NamedAccount[]> {
  const found = await foundBy(ctx, staff, typed)
  for (const { id } of found) ctx.look({ action: 'staffAccounts', object: id, person: id, purpose, fields: ['name', 'email'] })
  return found
}

function foundBy(ctx: Context, staff: ViewerOf<'staff'>, typed: string): Promise<NamedAccount[]> {
  const number = halfWidth(typed).trim()
  if (number.includes('@')) return ofColleague(ctx, staff, typedEmail(number))
  if (staff.center) return ofRegistrant(ctx, staff, number)
  const employerNumber = typedEmployerNumber(number)
  return employerNumber === null ? ofSeeker(ctx, number) : ofEmployer(ctx, staff, employerNumber)
}

/** Managers serve their colleagues, of their own kind of office. */
async function ofColleague({ db }: Context, staff: ViewerOf<'staff'>, email: string): Promise<NamedAccount[]> {
  if (staff.role !== 'MANAGER') return []
  const rows = await db
    .select({ account: accounts, name: staffMembers.name })
    .from(staffMembers)
    .innerJoin(accounts, and(eq(accounts.id, staffMembers.accountId), ne(accounts.status, 'CLOSED')))
    .innerJoin(offices, eq(offices.id, staffMembers.officeId))
    .where(and(eq(accounts.email, email), isNull(staffMembers.removedAt), eq(offices.kind, kindOfStaff(staff))))
  return rows.map(({ account, name }) => ({ ...account, name }))
}

async function ofRegistrant({ db }: Context, { officeId }: ViewerOf<'staff'>, entryNumber: string): Promise<NamedAccount[]> {
  const rows = await db
    .select({ account: accounts, name: registrants.name })
    .from(registrants)
    .innerJoin(accounts, and(eq(accounts.id, registrants.accountId), ne(accounts.status, 'CLOSED')))
    .where(and(eq(registrants.entryNumber, entryNumber), eq(registrants.officeId, officeId)))
  return rows.map(({ account, name }) => ({ ...account, name }))
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
