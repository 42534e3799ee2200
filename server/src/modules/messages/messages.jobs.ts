import { and, asc, eq, inArray, isNull, lt, lte } from 'drizzle-orm'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { eraseAttachments } from '../files/files.steps.ts'
import { eraseMessages } from './messages.erase.steps.ts'
import { erasedBefore } from './messages.rules.ts'
import { closeThread } from './messages.steps.ts'
import { messageAttachments, messages, threads } from './messages.table.ts'

const BATCH = 200

/** R12: writes what reads have treated as true since the limit passed. */
export async function sweepClosedThreads(ctx: CommandContext): Promise<number> {
  const due = and(eq(threads.status, 'OPEN'), lte(threads.messagesOpenUntil, ctx.now()))
  for (let closed = 0; ;) {
    const found = await ctx.db
      .select({ id: threads.id, reason: threads.closedReason })
      .from(threads)
      .where(due)
      .orderBy(asc(threads.id))
      .limit(BATCH)
    for (const { id, reason } of found)
      await inTransaction(ctx, {}, async (tx) => {
        const [still] = await tx.db
          .select({ id: threads.id })
          .from(threads)
          .where(and(eq(threads.id, id), due))
          .for('update')
        if (still && (await closeThread(tx, id, reason ?? 'POSTING_ENDED'))) closed++
        return { id }
      })
    if (found.length < BATCH) return closed
  }
}

/** R16: after a calendar year the words and files of a message are gone; its number stays, so that the order keeps no hole. */
export async function sweepErasedMessages(ctx: CommandContext): Promise<number> {
  const due = and(isNull(messages.erasedAt), lt(messages.sentAt, erasedBefore(ctx.now(), ctx.policyOf())))
  for (let erased = 0; ;) {
    const found = await ctx.db.select({ id: messages.id }).from(messages).where(due).orderBy(asc(messages.id)).limit(BATCH)
    if (found.length === 0) return erased
    const ids = found.map(({ id }) => id)
    await inTransaction(ctx, {}, async (tx) => {
      const files = await tx.db
        .select({ id: messageAttachments.attachmentId })
        .from(messageAttachments)
        .where(inArray(messageAttachments.messageId, ids))
      await eraseAttachments(
        tx,
        files.map(({ id }) => id),
      )
      erased += await eraseMessages(tx, and(inArray(messages.id, ids), due))
      return { id: 'messages' }
    })
  }
}
