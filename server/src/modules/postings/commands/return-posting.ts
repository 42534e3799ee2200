import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { type Decision, lockForDecision, tellEmployer, writeReview } from '../postings.decision.steps.ts'
import { returnedMail } from '../postings.mails.ts'
import { problemsOfReasons } from '../postings.reasons.rules.ts'
import { changePosting, reopenDraft } from '../postings.steps.ts'
import type { FieldReason, PostingRow } from '../postings.table.ts'

interface Input extends Decision {
  reasons: readonly FieldReason[]
}

/** 修正依頼: at least one reason at a field; the employer writes on where it stopped. */
export function returnPosting(ctx: CommandContext, staff: ViewerOf<'staff'>, input: Input): Promise<PostingRow | Refusal | Preview> {
  return inTransaction<PostingRow | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockForDecision(tx, staff, 'RETURNED', input)
    if (found instanceof Refusal) return found
    const { posting, sheet } = found
    const problems = problemsOfReasons(input.reasons)
    if (input.reasons.length === 0 || problems.length > 0) return new Refusal('REASONS_REQUIRED', { problems, current: posting })
    const reasons = input.reasons.map(({ path, reason }) => ({ path, reason: reason.trim() }))
    await writeReview(tx, staff, sheet, { outcome: 'RETURNED', reasons, comment: input.comment })
    await reopenDraft(tx, posting, { savedBy: sheet.submittedBy, savedByName: '' })
    const returned = await changePosting(tx, posting, { status: 'RETURNED', claimedBy: null })
    await tx.record({
      action: 'returnPosting',
      object: posting.id,
      changes: [
        { field: 'status', before: 'SUBMITTED', after: 'RETURNED' },
        ...reasons.map(({ path, reason }) => ({ field: path, before: null, after: reason })),
      ],
    })
    tx.emit('postingReturned', { postingId: posting.id, employerId: posting.employerId })
    await tellEmployer(tx, returned, sheet, (about) => returnedMail({ ...about, count: reasons.length }))
    return returned
  })
}
