import type { ViewerOf } from '../../../graph/context.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { pauseApplications } from '../postings.steps.ts'
import type { PostingRow } from '../postings.table.ts'

/** 応募受付停止: it stays visible, marked, and takes no applications. */
export function pausePosting(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { postingId: string; version: number },
): Promise<PostingRow | Refusal> {
  return inTransaction<PostingRow | Refusal>(ctx, {}, (tx) =>
    pauseApplications(tx, member, { ...input, action: 'pausePosting', paused: true }),
  )
}
