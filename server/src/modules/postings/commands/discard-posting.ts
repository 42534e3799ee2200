import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { recordErasure } from '../../../platform/erasures/record-erasure.ts'
import { refuseWrite } from '../postings.rules.ts'
import { eraseDraft, lockOwn, tellPosting } from '../postings.steps.ts'
import { postingSheets } from '../postings.sheet.table.ts'
import { postingReviews, postings } from '../postings.table.ts'

/** 下書きを消す: drafts and returned postings go with all their texts. */
export function discardPosting(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { postingId: string; version: number },
): Promise<{ id: string } | Refusal> {
  return inTransaction<{ id: string } | Refusal>(ctx, {}, async (tx) => {
    const posting = await lockOwn(tx, member.employerId, input.postingId)
    if (posting instanceof Refusal) return posting
    const no = refuseWrite(posting.status)
    if (no) return new Refusal(no, { current: posting })
    if (posting.version !== input.version) return new Refusal('VERSION_CONFLICT', { current: posting })
    await eraseDraft(tx, posting.id)
    await tx.db.delete(postingReviews).where(eq(postingReviews.postingId, posting.id))
    await tx.db.delete(postingSheets).where(eq(postingSheets.postingId, posting.id))
    await tx.db.delete(postings).where(eq(postings.id, posting.id))
    await recordErasure(tx, 'postings', [posting.id])
    await tx.record({ action: 'discardPosting', object: posting.id, changes: [{ field: 'status', before: posting.status, after: null }] })
    tellPosting(tx, posting)
    return { id: posting.id }
  })
}
