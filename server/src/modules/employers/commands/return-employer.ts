import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { closedDaysOf } from '../../offices/offices.queries.ts'
import { employerReturnedMail } from '../employers.mails.ts'
import { problemsOfComment, problemsOfReasons } from '../employers.opening.form.ts'
import { erasedOnAfterDecision } from '../employers.provisional.rules.ts'
import { type EmployerDecision, lockForReview, mailOwners, tellParties, writeEmployerReview } from '../employers.provisional.steps.ts'
import type { EmployerWithSheet } from '../employers.queries.ts'
import { employers } from '../employers.table.ts'

interface Input extends EmployerDecision {
  reasons: readonly { path: string; reason: string }[]
}

/** 事業所の修正依頼: at least one reason at a field, and some open days left to answer it (R7). */
export function returnEmployer(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: Input,
): Promise<EmployerWithSheet | Refusal | Preview> {
  return inTransaction<EmployerWithSheet | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockForReview(tx, staff, input)
    if (found instanceof Refusal) return found
    const { employer, sheet } = found
    const policy = tx.policyOf(employer.officeId)
    const problems = [...problemsOfReasons(input.reasons, policy), ...problemsOfComment(input.comment, policy)]
    if (input.reasons.length === 0) return new Refusal('REASONS_REQUIRED')
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
    const reasons = input.reasons.map(({ path, reason }) => ({ path, reason: reason.trim() }))
    await writeEmployerReview(tx, staff, sheet, { outcome: 'RETURNED', reasons, comment: input.comment })
    const erasedOn = erasedOnAfterDecision(employer.erasedOn, tx.now, await closedDaysOf(tx.db), policy)
    const [returned] = await tx.db
      .update(employers)
      .set({ waitingSince: null, erasedOn, remindedAt: null, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
      .returning()
    await tx.record({
      action: 'returnEmployer',
      object: employer.id,
      changes: [
        { field: 'outcome', before: 'WAITING', after: 'RETURNED' },
        { field: 'erasedOn', before: employer.erasedOn, after: erasedOn },
      ],
    })
    tellParties(tx, employer)
    await mailOwners(tx, employer.id, employerReturnedMail(reasons.length, erasedOn))
    return { ...returned!, sheet: { ...sheet, outcome: 'RETURNED' } }
  })
}
