import { and, eq, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { ThreadClosedReason, ThreadKind } from './messages.rules.ts'
import { mayClose } from './messages.rules.ts'
import { type MessageRow, messages, threadParties, type ThreadPartyRow, type ThreadRow, threads } from './messages.table.ts'

export interface NewThread {
  kind: ThreadKind
  officeId: Id<'off'>
  /** Id of the application, request or entry it belongs to. */
  about: string
  subject: string
  /** `displayName`: how the others see this side. */
  parties: readonly { party: string; displayName: string; canWrite: boolean }[]
}

const SYSTEM = 'まどぐち'

/** Opens a conversation; its first message comes from whoever opens it. */
export async function openThread(tx: Tx, { parties, ...thread }: NewThread): Promise<ThreadRow> {
  const [opened] = await tx.db
    .insert(threads)
    .values({ ...thread, status: 'OPEN', lastMessageAt: tx.now, createdAt: tx.now })
    .returning()
  await tx.db.insert(threadParties).values(parties.map((party) => ({ ...party, threadId: opened!.id, lastMessageAt: tx.now })))
  return opened!
}

export const partiesOf = (tx: Tx, threadId: Id<'thr'>): Promise<ThreadPartyRow[]> =>
  tx.db.select().from(threadParties).where(eq(threadParties.threadId, threadId))

/** The next number comes from the thread's row, which stays locked until COMMIT: no hole, no two alike (S59). */
export async function appendMessage(
  tx: Tx,
  threadId: Id<'thr'>,
  message: { party: string | null; accountId: Id<'acc'> | null; senderName: string; automatic: boolean; body: string },
): Promise<MessageRow> {
  const [thread] = await tx.db
    .update(threads)
    .set({ lastSeq: sql`${threads.lastSeq} + 1`, lastMessageAt: tx.now })
    .where(eq(threads.id, threadId))
    .returning({ lastSeq: threads.lastSeq })
  const [written] = await tx.db
    .insert(messages)
    .values({ ...message, threadId, seq: thread!.lastSeq, sentAt: tx.now })
    .returning()
  await tx.db.update(threadParties).set({ lastMessageAt: tx.now }).where(eq(threadParties.threadId, threadId))
  for (const { party } of await partiesOf(tx, threadId)) tx.deliver(party, 'MESSAGE', threadId)
  tx.hint(`thread:${threadId}`, written!.id)
  return written!
}

/** 自動のお知らせ. */
export const writeAutomatic = (tx: Tx, threadId: Id<'thr'>, body: string): Promise<MessageRow> =>
  appendMessage(tx, threadId, { party: null, accountId: null, senderName: SYSTEM, automatic: true, body })

/** R12: until when and why; an open thread carries the reason its end will have. */
export async function setOpenUntil(
  tx: Tx,
  threadId: Id<'thr'>,
  limit: { until: Date; reason: 'RESULT' | 'POSTING_ENDED' } | null,
): Promise<void> {
  const changed = await tx.db
    .update(threads)
    .set({ messagesOpenUntil: limit?.until ?? null, closedReason: limit?.reason ?? null })
    .where(and(eq(threads.id, threadId), eq(threads.status, 'OPEN')))
    .returning({ id: threads.id })
  if (changed.length > 0) await tellParties(tx, threadId)
}

/** Closes at once (STATES 3.8); what is closed stays as it was. */
export async function closeThread(tx: Tx, threadId: Id<'thr'>, closedReason: ThreadClosedReason): Promise<boolean> {
  const [thread] = await tx.db.select({ status: threads.status }).from(threads).where(eq(threads.id, threadId)).for('update')
  if (!thread || !mayClose(thread.status)) return false
  await tx.db.update(threads).set({ status: 'CLOSED', closedReason, closedAt: tx.now }).where(eq(threads.id, threadId))
  await tellParties(tx, threadId)
  return true
}

/** After an application was taken back the employer no longer reads who it was. */
export async function renameParty(tx: Tx, threadId: Id<'thr'>, party: string, displayName: string): Promise<void> {
  await tx.db
    .update(threadParties)
    .set({ displayName })
    .where(and(eq(threadParties.threadId, threadId), eq(threadParties.party, party)))
  await tx.db
    .update(messages)
    .set({ senderName: displayName })
    .where(and(eq(messages.threadId, threadId), eq(messages.party, party)))
}

export async function tellParties(tx: Tx, threadId: Id<'thr'>): Promise<void> {
  for (const { party } of await partiesOf(tx, threadId)) tx.deliver(party, 'THREAD', threadId)
  tx.hint(`thread:${threadId}`, threadId)
}
