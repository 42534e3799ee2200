import type { ViewerOf } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { type EndReason, isMembersReason, isOpen } from '../postings.rules.ts'
import { endPosting, lockOwn } from '../postings.steps.ts'
import type { PostingRow } from '../postings.table.ts'

/** 求人の取消し: filled or plans changed; at once and for good (a copy starts anew). */
export function cancelPosting(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { postingId: string; version: number; reason: EndReason },
): Promise<PostingRow | Refusal> {
  const { reason } = input
  return inTransaction<PostingRow | Refusal>(ctx, {}, async (tx) => {
    const posting = await lockOwn(tx, member.employerId, input.postingId)
    if (posting instanceof Refusal) return posting
    if (!isMembersReason(reason)) return new Refusal('NOT_ALLOWED', { current: posting })
    const today = jstDateOf(tx.now)
    if (!isOpen(posting, today)) return new Refusal('POSTING_NOT_OPEN', { current: posting })
    if (posting.version !== input.version) return new Refusal('VERSION_CONFLICT', { current: posting })
    const ended = await endPosting(tx, posting, { reason, invalidOn: today, lastOpenDay: today })
    await tx.record({
      action: 'cancelPosting',
      object: posting.id,
      changes: [
        { field: 'status', before: 'OPEN', after: 'ENDED' },
        { field: 'endReason', before: null, after: reason },
        { field: 'invalidOn', before: null, after: today },
      ],
    })
    return ended
  })
}
