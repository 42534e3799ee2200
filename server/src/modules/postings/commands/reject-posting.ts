import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { type Decision, lockForDecision, tellEmployer, writeReview } from '../postings.decision.steps.ts'
import { rejectedMail } from '../postings.mails.ts'
import { REJECTION_PATH, type RejectionReason } from '../postings.reasons.rules.ts'
import { changePosting, eraseDraft } from '../postings.steps.ts'
import type { PostingRow } from '../postings.table.ts'

interface Input extends Decision {
  reasonCode: RejectionReason
}

/** 不受理: the end of this posting, for one of the law's reasons (LAW J11); it may be copied. */
export function rejectPosting(ctx: CommandContext, staff: ViewerOf<'staff'>, input: Input): Promise<PostingRow | Refusal | Preview> {
  return inTransaction<PostingRow | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockForDecision(tx, staff, 'REJECTED', input)
    if (found instanceof Refusal) return found
    const { posting, sheet } = found
    const reasons = [{ path: REJECTION_PATH, reason: input.reasonCode }]
    await writeReview(tx, staff, sheet, { outcome: 'REJECTED', reasons, comment: input.comment })
    await eraseDraft(tx, posting.id)
    const rejected = await changePosting(tx, posting, { status: 'REJECTED', claimedBy: null })
    await tx.record({
      action: 'rejectPosting',
      object: posting.id,
      changes: [
        { field: 'status', before: 'SUBMITTED', after: 'REJECTED' },
        { field: 'reason', before: null, after: input.reasonCode },
      ],
    })
    await tellEmployer(tx, rejected, sheet, rejectedMail)
    return rejected
  })
}
