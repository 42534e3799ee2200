import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { closedDaysOf } from '../../offices/offices.queries.ts'
import { claimRejectedMail } from '../employers.claims.mails.ts'
import { type ClaimDecision, lockClaim } from '../employers.claims.steps.ts'
import { type EmployerClaimRow, employerClaims } from '../employers.claims.table.ts'
import { problemsOfRejection } from '../employers.opening.form.ts'
import { erasedOnAfterDecision } from '../employers.provisional.rules.ts'
import { mailOwners } from '../employers.provisional.steps.ts'
import { employers } from '../employers.table.ts'

/** 申出の不受理: with its reason to the person, and some open days left to do something else (R7). */
export function rejectEmployerClaim(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: ClaimDecision & { reason: string },
): Promise<EmployerClaimRow | Refusal | Preview> {
  return inTransaction<EmployerClaimRow | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockClaim(tx, staff, input)
    if (found instanceof Refusal) return found
    const { claim, employer } = found
    const policy = tx.policyOf(claim.officeId)
    const problems = problemsOfRejection(input.reason, policy)
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
    const [rejected] = await tx.db
      .update(employerClaims)
      .set({ state: 'REJECTED', reason: input.reason.trim(), decidedAt: tx.now, decidedBy: staff.staffId, version: claim.version + 1 })
      .where(eq(employerClaims.id, claim.id))
      .returning()
    const erasedOn = erasedOnAfterDecision(employer.erasedOn, tx.now, await closedDaysOf(tx.db), policy)
    await tx.db
      .update(employers)
      .set({ waitingSince: null, erasedOn, remindedAt: null, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
    await tx.record({
      action: 'rejectEmployerClaim',
      object: claim.id,
      changes: [
        { field: 'state', before: 'PENDING', after: 'REJECTED' },
        { field: 'erasedOn', before: employer.erasedOn, after: erasedOn },
      ],
    })
    tx.deliver(employer.id, 'EMPLOYER', employer.id)
    tx.deliver(claim.officeId, 'EMPLOYER', claim.id)
    await mailOwners(tx, employer.id, claimRejectedMail(erasedOn))
    return rejected!
  })
}
