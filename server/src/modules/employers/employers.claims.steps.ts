import { and, eq, ne } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { endAwaited } from '../accounts/accounts.awaited.steps.ts'
import { killKeysOf } from '../accounts/accounts.keys.steps.ts'
import { refuseStaff } from '../accounts/accounts.rules.ts'
import { type AccountRow, accounts } from '../accounts/accounts.table.ts'
import { type EmployerClaimRow, employerClaims } from './employers.claims.table.ts'
import { revokeCodeOf } from './employers.codes.steps.ts'
import { takeMemberSeat } from './employers.members.steps.ts'
import { type EmployerMemberRow, employerMembers, type EmployerRow, employers } from './employers.table.ts'

export interface ClaimDecision {
  claimId: string
  version: number | null
  dryRun: boolean
}

/** The claim that waits for this decision and its provisional establishment, locked; exactly one of several at once gets through. */
export async function lockClaim(
  tx: Tx,
  staff: ViewerOf<'staff'>,
  { claimId, version }: ClaimDecision,
): Promise<{ claim: EmployerClaimRow; employer: EmployerRow } | Refusal> {
  const own = eq(employerClaims.id, claimId as Id<'clm'>)
  const [seen] = await tx.db.select().from(employerClaims).where(own)
  if (!seen || staff.center) return new Refusal('NOT_FOUND')
  const no = refuseStaff(staff, seen.officeId)
  if (no) return new Refusal(no, { about: seen.id })
  const [employer] = await tx.db.select().from(employers).where(eq(employers.id, seen.employerId)).for('update')
  const [claim] = await tx.db.select().from(employerClaims).where(own).for('update')
  if (!employer || !claim) return new Refusal('NOT_FOUND')
  if (claim.state !== 'PENDING' || employer.status !== 'PROVISIONAL') return new Refusal('ALREADY_DECIDED', { current: claim })
  if (version !== null && version !== claim.version) return new Refusal('VERSION_CONFLICT', { current: claim })
  return { claim, employer }
}

/** The account behind the claimant. */
export async function accountOfMember(tx: Tx, memberId: Id<'mem'>): Promise<AccountRow | null> {
  const [found] = await tx.db
    .select({ account: accounts })
    .from(employerMembers)
    .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
    .where(eq(employerMembers.id, memberId))
  return found?.account ?? null
}

/** Members of the establishment in office as owner: one, or none after the last one left. */
export const lockOwners = (tx: Tx, employerId: Id<'emp'>): Promise<EmployerMemberRow[]> =>
  tx.db
    .select()
    .from(employerMembers)
    .where(and(eq(employerMembers.employerId, employerId), eq(employerMembers.role, 'OWNER'), eq(employerMembers.status, 'ACTIVE')))
    .for('update')

interface Joining {
  account: AccountRow
  name: string
  role: 'OWNER' | 'RECRUITER'
}

/** A seat of its own (R8); an invitation to the same address is answered by it. */
export async function seatClaimant(tx: Tx, claimed: EmployerRow, { account, name, role }: Joining): Promise<EmployerMemberRow | Refusal> {
  const alive = and(eq(employerMembers.employerId, claimed.id), ne(employerMembers.status, 'REMOVED'))
  const [member] = await tx.db
    .select()
    .from(employerMembers)
    .where(and(alive, eq(employerMembers.accountId, account.id)))
  if (member) return new Refusal('MEMBER_EXISTS')
  const invited = await tx.db
    .update(employerMembers)
    .set({ status: 'REMOVED', email: null, invitedUntil: null })
    .where(and(alive, eq(employerMembers.status, 'INVITED'), eq(employerMembers.email, account.email)))
    .returning()
  for (const { id } of invited) await killKeysOf(tx, id)
  return takeMemberSeat(tx, { employerId: claimed.id, accountId: account.id, role, status: 'ACTIVE', name, createdAt: tx.now })
}

/** UNOPENED or CLOSED → OPEN: a code on paper and an address that the counter registered are of no use any more. */
export async function openClaimed(tx: Tx, claimed: EmployerRow): Promise<void> {
  if (claimed.status === 'OPEN') return
  await revokeCodeOf(tx, claimed.id)
  await endAwaited(tx, claimed.id)
  await tx.db
    .update(employers)
    .set({ status: 'OPEN', openedAt: tx.now, version: claimed.version + 1 })
    .where(eq(employers.id, claimed.id))
}
