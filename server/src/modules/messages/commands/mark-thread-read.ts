import { and, eq, max, sql } from 'drizzle-orm'
import { accountOf, type Context, partyOf } from '../../../graph/context.ts'
import { type Id, idOfUuid, uuidOfId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { partiesOf } from '../messages.steps.ts'
import { threadReads, type ThreadRow, threads } from '../messages.table.ts'

/** 既読: how far this person has read; it only grows, and never past the newest message. */
export function markThreadRead(ctx: Context, id: string, seq: number): Promise<ThreadRow | Refusal> {
  const party = partyOf(ctx.viewer)
  const accountId = accountOf(ctx.viewer)
  if (party === null || accountId === null) return Promise.resolve(new Refusal('NOT_FOUND'))
  return inTransaction<ThreadRow | Refusal>(ctx, {}, async (tx) => {
    const threadId = idOfUuid('thr', uuidOfId('thr', id)) as Id<'thr'>
    const [thread] = await tx.db.select().from(threads).where(eq(threads.id, threadId)).for('share')
    if (!thread || !(await partiesOf(tx, threadId)).some((side) => side.party === party)) return new Refusal('NOT_FOUND')
    await markRead(tx, { threadId, accountId, party }, Math.max(0, Math.min(seq, thread.lastSeq)))
    return thread
  })
}

interface Reader {
  threadId: Id<'thr'>
  accountId: Id<'acc'>
  party: string
}

/** The own side is told (other devices); the other side only when this side as a whole has read further. */
export async function markRead(tx: Tx, reader: Reader, seq: number): Promise<void> {
  const [before] = await tx.db
    .select({ seq: max(threadReads.lastReadSeq) })
    .from(threadReads)
    .where(and(eq(threadReads.threadId, reader.threadId), eq(threadReads.party, reader.party)))
  const moved = await tx.db
    .insert(threadReads)
    .values({ ...reader, lastReadSeq: seq, readAt: tx.now })
    .onConflictDoUpdate({
      target: [threadReads.threadId, threadReads.accountId],
      set: { lastReadSeq: seq, readAt: tx.now, party: reader.party },
      setWhere: sql`${threadReads.lastReadSeq} < ${seq}`,
    })
    .returning({ seq: threadReads.lastReadSeq })
  if (moved.length === 0) return
  tx.deliver(reader.party, 'READ', reader.threadId)
  if (seq <= (before?.seq ?? 0)) return
  for (const { party } of await partiesOf(tx, reader.threadId)) if (party !== reader.party) tx.deliver(party, 'THREAD', reader.threadId)
}
