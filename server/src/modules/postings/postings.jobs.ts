import { and, asc, eq, lt } from 'drizzle-orm'
import { addDays, jstDateOf } from '../../kernel/calendar.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { expiredOn } from './postings.rules.ts'
import { endPosting } from './postings.steps.ts'
import { type PostingRow, postings } from './postings.table.ts'

const BATCH = 200

/**
 * OPEN → ENDED(EXPIRED) at 00:00 after `validUntil` (STATES 3.1). Catches up after a pause, with the day on which each
 * really became invalid; two at once do each posting once.
 */
export async function sweepExpiredPostings(ctx: CommandContext): Promise<number> {
  const today = jstDateOf(ctx.now())
  const due = and(eq(postings.status, 'OPEN'), lt(postings.validUntil, today))
  let ended = 0
  for (;;) {
    const batch = await ctx.db
      .select({ id: postings.id })
      .from(postings)
      .where(due)
      .orderBy(asc(postings.validUntil), asc(postings.id))
      .limit(BATCH)
    for (const { id } of batch) if (await expire(ctx, id, due)) ended++
    if (batch.length < BATCH) return ended
  }
}

async function expire(ctx: CommandContext, id: PostingRow['id'], due: ReturnType<typeof and>): Promise<boolean> {
  const result = await inTransaction<PostingRow | Refusal>(ctx, {}, async (tx) => {
    const [posting] = await tx.db
      .select()
      .from(postings)
      .where(and(eq(postings.id, id), due))
      .for('update')
    if (!posting?.validUntil) return new Refusal('POSTING_NOT_OPEN')
    const invalidOn = expiredOn(posting.validUntil)
    await tx.record({ action: 'expirePosting', object: id, changes: [{ field: 'status', before: 'OPEN', after: 'ENDED' }] })
    return endPosting(tx, posting, { reason: 'EXPIRED', invalidOn, lastOpenDay: addDays(invalidOn, -1) })
  })
  return !(result instanceof Refusal)
}
