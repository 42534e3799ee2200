import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { changePosting, lockForStaff } from '../postings.steps.ts'
import type { PostingRow } from '../postings.table.ts'

/** 担当になる: from now on the employer can no longer take the posting back, and colleagues see who looks at it. */
export function claimCase(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: { id: string; dryRun: boolean },
): Promise<PostingRow | Refusal | Preview> {
  return inTransaction<PostingRow | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const posting = await lockForStaff(tx, staff, input.id)
    if (posting instanceof Refusal) return posting
    if (posting.status !== 'SUBMITTED') return new Refusal('POSTING_NOT_SUBMITTED', { current: posting })
    if (posting.claimedBy === staff.staffId) return posting
    if (posting.claimedBy !== null) return new Refusal('CASE_CLAIMED', { current: posting })
    await tx.record({ action: 'claimCase', object: posting.id, changes: [{ field: 'claimedBy', before: null, after: staff.staffId }] })
    return changePosting(tx, posting, { claimedBy: staff.staffId })
  })
}
