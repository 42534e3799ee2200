import type { ViewerOf } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { isOpen } from '../postings.rules.ts'
import { changePosting, lockOwn } from '../postings.steps.ts'
import type { PostingRow } from '../postings.table.ts'

/** 応募受付の再開. */
export function resumePosting(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { postingId: string; version: number },
): Promise<PostingRow | Refusal> {
  return inTransaction<PostingRow | Refusal>(ctx, {}, async (tx) => {
    const posting = await lockOwn(tx, member.employerId, input.postingId)
    if (posting instanceof Refusal) return posting
    if (!isOpen(posting, jstDateOf(tx.now))) return new Refusal('POSTING_NOT_OPEN', { current: posting })
    if (posting.version !== input.version) return new Refusal('VERSION_CONFLICT', { current: posting })
    const before = String(posting.applicationsPaused)
    await tx.record({ action: 'resumePosting', object: posting.id, changes: [{ field: 'applicationsPaused', before, after: 'false' }] })
    return changePosting(tx, posting, { applicationsPaused: false })
  })
}
