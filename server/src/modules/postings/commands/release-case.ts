import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { refuseClaimed } from '../postings.rules.ts'
import { changePosting, lockForStaff } from '../postings.steps.ts'
import type { PostingRow } from '../postings.table.ts'

/** 担当を外れる: by who claimed it, or a manager in their place. */
export function releaseCase(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: { id: string; dryRun: boolean },
): Promise<PostingRow | Refusal | Preview> {
  return inTransaction<PostingRow | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const posting = await lockForStaff(tx, staff, input.id)
    if (posting instanceof Refusal) return posting
    const { claimedBy } = posting
    if (claimedBy === null) return posting
    const no = refuseClaimed(staff, claimedBy)
    if (no) return new Refusal(no, { current: posting })
    await tx.record({ action: 'releaseCase', object: posting.id, changes: [{ field: 'claimedBy', before: claimedBy, after: null }] })
    return changePosting(tx, posting, { claimedBy: null })
  })
}
