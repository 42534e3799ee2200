import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { closedDaysOf } from '../../offices/offices.queries.ts'
import { employerRejectedMail } from '../employers.mails.ts'
import { problemsOfComment, problemsOfRejection, WHOLE } from '../employers.opening.form.ts'
import { erasedOnAfterDecision } from '../employers.provisional.rules.ts'
import { type EmployerDecision, lockForReview, mailOwners, tellParties, writeEmployerReview } from '../employers.provisional.steps.ts'
import type { EmployerWithSheet } from '../employers.queries.ts'
import { employers } from '../employers.table.ts'

/** 事業所の不受理: with its reason; the account keeps its limit, and the days in which the reason can be read. */
export function rejectEmployer(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: EmployerDecision & { reason: string },
): Promise<EmployerWithSheet | Refusal | Preview> {
  return inTransaction<EmployerWithSheet | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockForReview(tx, staff, input)
    if (found instanceof Refusal) return found
    const { employer, sheet } = found
    const policy = tx.policyOf(employer.officeId)
    const problems = [...problemsOfRejection(input.reason, policy), ...problemsOfComment(input.comment, policy)]
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
    const reason = input.reason.trim()
    await writeEmployerReview(tx, staff, sheet, { outcome: 'REJECTED', reasons: [{ path: WHOLE, reason }], comment: input.comment })
    const erasedOn = erasedOnAfterDecision(employer.erasedOn, tx.now, await closedDaysOf(tx.db), policy)
    const [rejected] = await tx.db
      .update(employers)
      .set({ waitingSince: null, erasedOn, remindedAt: null, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
      .returning()
    await tx.record({
      action: 'rejectEmployer',
      object: employer.id,
      changes: [{ field: 'outcome', before: 'WAITING', after: 'REJECTED' }],
    })
    tellParties(tx, employer)
    await mailOwners(tx, employer.id, employerRejectedMail(erasedOn))
    return { ...rejected!, sheet: { ...sheet, outcome: 'REJECTED' } }
  })
}
