import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { eraseAttachments } from '../files/files.steps.ts'
import { closeThread, renameParty, tellParties } from './messages.steps.ts'
import { messageAttachments, messages, threadParties, threadReads, threads } from './messages.table.ts'

const threadsOf = (tx: Tx, party: string) =>
  tx.db
    .select({ id: threads.id })
    .from(threadParties)
    .innerJoin(threads, eq(threads.id, threadParties.threadId))
    .where(eq(threadParties.party, party))
    .orderBy(asc(threads.id))

/** STATES 3.8: a party that leaves ends its talks; what was written stays with the others. */
export async function closeThreadsOf(tx: Tx, party: string): Promise<void> {
  for (const { id } of await threadsOf(tx, party)) await closeThread(tx, id, 'ACCOUNT_CLOSED')
}

/** The words go; the number stays, so that the order keeps no hole. */
export async function eraseMessages(tx: Tx, which: SQL | undefined): Promise<number> {
  const gone = await tx.db.update(messages).set({ body: '', erasedAt: tx.now }).where(which).returning({ id: messages.id })
  await recordErasure(
    tx,
    'messages',
    gone.map(({ id }) => id),
  )
  return gone.length
}

/** STATES 3.8: a seeker who leaves takes the words and files of both sides along; numbers stay, so that the order keeps no hole. */
export async function eraseThreadsOf(tx: Tx, party: string, displayName: string): Promise<void> {
  const ids = (await threadsOf(tx, party)).map(({ id }) => id)
  if (ids.length === 0) return
  const files = await tx.db
    .select({ id: messageAttachments.attachmentId })
    .from(messageAttachments)
    .innerJoin(messages, eq(messages.id, messageAttachments.messageId))
    .where(inArray(messages.threadId, ids))
  await eraseAttachments(
    tx,
    files.map(({ id }) => id),
  )
  await eraseMessages(tx, and(inArray(messages.threadId, ids), isNull(messages.erasedAt)))
  await tx.db.delete(threadReads).where(and(inArray(threadReads.threadId, ids), eq(threadReads.party, party)))
  for (const id of ids) {
    await renameParty(tx, id, party, displayName)
    if (!(await closeThread(tx, id, 'ACCOUNT_CLOSED'))) await tellParties(tx, id)
  }
}
