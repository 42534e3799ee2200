import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { refuseMove } from '../postings.rules.ts'
import { changePosting, draftOwner, lockOwn, reopenDraft } from '../postings.steps.ts'
import { postingSheets } from '../postings.sheet.table.ts'
import type { PostingRow } from '../postings.table.ts'

/** 取下げ: back to a draft while nobody at the office has begun (STATES 3.1). */
export function recallPosting(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { postingId: string; version: number },
): Promise<PostingRow | Refusal> {
  return inTransaction<PostingRow | Refusal>(ctx, {}, async (tx) => {
    const posting = await lockOwn(tx, member.employerId, input.postingId)
    if (posting instanceof Refusal) return posting
    const no = refuseMove(posting.status, 'DRAFT') ?? (posting.claimedBy === null ? null : 'POSTING_CLAIMED')
    if (no) return new Refusal(no, { current: posting })
    if (posting.version !== input.version) return new Refusal('VERSION_CONFLICT', { current: posting })
    if (posting.sheetId) await tx.db.update(postingSheets).set({ outcome: 'WITHDRAWN' }).where(eq(postingSheets.id, posting.sheetId))
    await reopenDraft(tx, posting, await draftOwner(tx, posting.id, member))
    const recalled = await changePosting(tx, posting, { status: 'DRAFT' })
    await tx.record({ action: 'recallPosting', object: posting.id, changes: [{ field: 'status', before: 'SUBMITTED', after: 'DRAFT' }] })
    return recalled
  })
}
