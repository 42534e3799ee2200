import { and, asc, eq, ne } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import { jstDateOf } from '../../kernel/calendar.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AccountCase, Seat } from '../accounts/accounts.events.ts'
import { refuseStaff } from '../accounts/accounts.rules.ts'
import { takeSeat } from '../accounts/accounts.steps.ts'
import { isAlive } from './employers.provisional.queries.ts'
import { employerMembers, type EmployerRow, employers } from './employers.table.ts'

/** Who signs in as a member of an establishment acts for it; of several, for the one that was asked for, else for the first. */
export async function seatMember(tx: Tx, { seat }: { seat: Seat }): Promise<Refusal | null> {
  if (seat.viewer !== null) return null
  const rows = await tx.db
    .select({ id: employerMembers.id, status: employerMembers.status, employerId: employers.id, role: employerMembers.role })
    .from(employerMembers)
    .innerJoin(employers, and(eq(employers.id, employerMembers.employerId), isAlive(jstDateOf(tx.now))))
    .where(eq(employerMembers.accountId, seat.accountId))
    .orderBy(asc(employerMembers.createdAt), asc(employerMembers.id))
  const active = rows.filter(({ status }) => status === 'ACTIVE')
  const wished = active.find(({ id, employerId }) => id === seat.wish || employerId === seat.wish)
  if (!wished && seat.wish?.startsWith('emp_')) return new Refusal('NOT_FOUND')
  const member = wished ?? active[0]
  if (!member) {
    if (rows.length > 0) seat.refusal = 'MEMBER_REMOVED'
    return null
  }
  const { id: memberId, employerId, role } = member
  await takeSeat(tx, seat, { kind: 'employer', accountId: seat.accountId, memberId, employerId, role })
  return null
}

/** The establishment of a number for staff who may act on it, locked. A center has none. */
export async function lockForStaff(tx: Tx, staff: ViewerOf<'staff'>, employerNumber: string): Promise<EmployerRow | Refusal> {
  const [employer] = await tx.db.select().from(employers).where(eq(employers.employerNumber, employerNumber)).for('update')
  if (!employer || employer.officeId === null || staff.center) return new Refusal('NOT_FOUND')
  const no = refuseStaff(staff, employer.officeId)
  return no ? new Refusal(no, { about: employer.id }) : employer
}

/** The competent office serves the members of its establishments, managers those of all (SPEC 1). */
export async function vouchForMember(tx: Tx, { one }: { one: AccountCase }): Promise<void> {
  if (one.staff.center) return
  const rows = await tx.db
    .select({ officeId: employers.officeId })
    .from(employerMembers)
    .innerJoin(employers, eq(employers.id, employerMembers.employerId))
    .where(and(eq(employerMembers.accountId, one.accountId), ne(employerMembers.status, 'REMOVED')))
  if (rows.some(({ officeId }) => officeId !== null && refuseStaff(one.staff, officeId) === null)) one.isServed = true
}
