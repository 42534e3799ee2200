import { and, asc, eq, inArray } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Seat } from '../accounts/accounts.events.ts'
import { refuseStaff } from '../accounts/accounts.rules.ts'
import { takeSeat } from '../accounts/accounts.steps.ts'
import { employerMembers, type EmployerRow, employers } from './employers.table.ts'

/** Who signs in as a member of an establishment acts for it; of several, for the first. */
export async function seatMember(tx: Tx, { seat }: { seat: Seat }): Promise<void> {
  if (seat.viewer !== null) return
  const [member] = await tx.db
    .select({ id: employerMembers.id, employerId: employers.id, role: employerMembers.role })
    .from(employerMembers)
    .innerJoin(employers, and(eq(employers.id, employerMembers.employerId), inArray(employers.status, ['PROVISIONAL', 'OPEN'])))
    .where(and(eq(employerMembers.accountId, seat.accountId), eq(employerMembers.status, 'ACTIVE')))
    .orderBy(asc(employerMembers.createdAt), asc(employerMembers.id))
    .limit(1)
  if (!member) return
  const { id: memberId, employerId, role } = member
  await takeSeat(tx, seat, { kind: 'employer', accountId: seat.accountId, memberId, employerId, role })
}

/** The establishment of a number for staff who may act on it, locked. A center has none. */
export async function lockForStaff(tx: Tx, staff: ViewerOf<'staff'>, employerNumber: string): Promise<EmployerRow | Refusal> {
  const [employer] = await tx.db.select().from(employers).where(eq(employers.employerNumber, employerNumber)).for('update')
  if (!employer || staff.center) return new Refusal('NOT_FOUND')
  const no = refuseStaff(staff, employer.officeId)
  return no ? new Refusal(no, { about: employer.id }) : employer
}
