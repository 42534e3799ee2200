import { eq, sql } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { refuseStaff } from '../../accounts/accounts.rules.ts'
import { claimAcceptedMail, claimantJoinedMail } from '../employers.claims.mails.ts'
import { refuseJoining, roleOfClaimant } from '../employers.claims.rules.ts'
import { accountOfMember, type ClaimDecision, lockClaim, lockOwners, openClaimed, seatClaimant } from '../employers.claims.steps.ts'
import { type EmployerClaimRow, employerClaims } from '../employers.claims.table.ts'
import '../employers.events.ts'
import { establishmentOf, ownersOf } from '../employers.queries.ts'
import { type EmployerMemberRow, employerMembers, employers } from '../employers.table.ts'

/**
 * 申出の受理: the claimant becomes a member of the establishment that has the number, and what was provisional is erased. Sessions end, because
 * the rights are others (S11); whoever was the owner is told.
 */
export function acceptEmployerClaim(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: ClaimDecision & { asOwner: boolean },
): Promise<EmployerClaimRow | Refusal | Preview> {
  return inTransaction<EmployerClaimRow | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockClaim(tx, staff, input)
    if (found instanceof Refusal) return found
    const { claim, employer } = found
    const [claimed] = await tx.db.select().from(employers).where(eq(employers.employerNumber, claim.employerNumber)).for('update')
    const no = refuseJoining(claimed ?? null) ?? (claimed?.officeId ? refuseStaff(staff, claimed.officeId) : null)
    if (!claimed || no) return new Refusal(no ?? 'CLAIM_NUMBER_UNKNOWN', { about: claim.id })
    const account = await accountOfMember(tx, claim.memberId)
    if (!account) return new Refusal('NOT_FOUND')
    const owners = await lockOwners(tx, claimed.id)
    const told = await ownersOf(tx.db, claimed.id)
    const role = roleOfClaimant({ hasOwner: owners.length > 0, asOwner: input.asOwner })
    const member = await seatClaimant(tx, claimed, { account, name: claim.name ?? '', role })
    if (member instanceof Refusal) return member
    await openClaimed(tx, claimed)
    if (role === 'OWNER') await stepDown(tx, owners)
    const [accepted] = await tx.db
      .update(employerClaims)
      .set({
        state: 'ACCEPTED',
        memberId: member.id,
        name: null,
        phone: null,
        words: null,
        decidedAt: tx.now,
        decidedBy: staff.staffId,
        version: claim.version + 1,
      })
      .where(eq(employerClaims.id, claim.id))
      .returning()
    await tx.db
      .update(employers)
      .set({ status: 'ERASED', erasedOn: null, remindedAt: null, waitingSince: null, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
    await tx.record({
      action: 'acceptEmployerClaim',
      object: claim.id,
      person: account.id,
      changes: [{ field: 'state', before: 'PENDING', after: 'ACCEPTED' }],
    })
    await tx.record({
      action: 'joinEmployerByClaim',
      object: member.id,
      person: account.id,
      changes: [
        { field: 'employerNumber', before: null, after: claim.employerNumber },
        { field: 'role', before: null, after: role },
        { field: 'status', before: claimed.status, after: 'OPEN' },
      ],
    })
    tx.emit('employerErased', { employerId: employer.id })
    tx.deliver(claimed.id, 'MEMBER', member.id)
    tx.deliver(claim.officeId, 'EMPLOYER', claim.id)
    const name = (await establishmentOf(tx.db, claimed.id))?.name ?? ''
    await writeMail(tx, { to: account.email, ...claimAcceptedMail(name, role) })
    const joined = claimantJoinedMail({ name, claimant: member.name, email: account.email, takesOver: role === 'OWNER' })
    for (const { email } of told) await writeMail(tx, { to: email, ...joined })
    return accepted!
  })
}

/** There is one owner: who was it goes on as a recruiter. */
async function stepDown(tx: Tx, owners: readonly EmployerMemberRow[]): Promise<void> {
  for (const { id, employerId } of owners) {
    await tx.db
      .update(employerMembers)
      .set({ role: 'RECRUITER', version: sql`${employerMembers.version} + 1` })
      .where(eq(employerMembers.id, id))
    await tx.record({ action: 'handOverOwnership', object: id, changes: [{ field: 'role', before: 'OWNER', after: 'RECRUITER' }] })
    tx.deliver(employerId, 'MEMBER', id)
  }
}
