import { and, eq, max, sql } from 'drizzle-orm'
import { accountOf, type Context, partyOf } from '../../../graph/context.ts'
import { type Id, idOfUuid, uuidOfId } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { hasForbiddenCharacter, tidy, widthOf } from '../../../kernel/text.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import type { Policy } from '../../../policy.ts'
import { useAttachments } from '../../files/files.steps.ts'
import { sendRefusal } from '../closed-text.ts'
import '../messages.events.ts'
import { refuseSend } from '../messages.rules.ts'
import { appendMessage, partiesOf } from '../messages.steps.ts'
import { messageAttachments, type MessageRow, messages, threadReads, threads } from '../messages.table.ts'
import { markRead } from './mark-thread-read.ts'

export interface SendMessageInput {
  key: string
  threadId: string
  body: string
  attachmentIds?: string[] | null
}

/** Writes into a thread (STATES 3.8): numbered, told to every side, mailed without its content. */
export function sendMessage(ctx: Context, { key, ...input }: SendMessageInput): Promise<MessageRow | Refusal> {
  const party = partyOf(ctx.viewer)
  const accountId = accountOf(ctx.viewer)
  if (party === null || accountId === null) return Promise.resolve(new Refusal('NOT_FOUND'))
  const threadId = idOfUuid('thr', uuidOfId('thr', input.threadId)) as Id<'thr'>
  const reread = (tx: Tx, id: string) => ownMessage(tx, id, party)
  return inTransaction<MessageRow | Refusal>(ctx, { key: { value: key, operation: 'sendMessage', input, reread } }, async (tx) => {
    const [thread] = await tx.db.select().from(threads).where(eq(threads.id, threadId)).for('update')
    const parties = thread ? await partiesOf(tx, threadId) : []
    const own = parties.find((side) => side.party === party)
    if (!thread || !own) return new Refusal('NOT_FOUND')

    const policy = tx.policyOf(thread.officeId)
    const body = tidy(input.body)
    const files = [...new Set(input.attachmentIds ?? [])]
    const no = refuseSend(thread, own, { body, files: files.length }, { now: tx.now, policy })
    if (no) return sendRefusal(no, thread, tx.now, policy)
    const problems = problemsOfBody(body, policy)
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })

    const others = parties.filter((side) => side.party !== party).map((side) => side.party)
    const notify = await withNothingUnread(tx, threadId, others)
    const message = await appendMessage(tx, threadId, { party, accountId, senderName: own.displayName, automatic: false, body })
    const used = await useAttachments(tx, party, files, message.id)
    if (used instanceof Refusal) return used
    if (used.length > 0)
      await tx.db
        .insert(messageAttachments)
        .values(used.map((file, position) => ({ messageId: message.id, attachmentId: file.id, position })))
    await markRead(tx, { threadId, accountId, party }, message.seq)
    await tx.record({ action: 'sendMessage', object: message.id })
    tx.emit('messageSent', { threadId, messageId: message.id, notify })
    return message
  })
}

function problemsOfBody(body: string, policy: Pick<Policy, 'messageMax'>): Problem[] {
  const now = widthOf(body)
  if (now > policy.messageMax)
    return [{ path: 'body', code: 'TOO_LONG', severity: 'ERROR', facts: { label: 'メッセージ', max: policy.messageMax, now } }]
  return hasForbiddenCharacter(body)
    ? [{ path: 'body', code: 'FORBIDDEN_CHARACTER', severity: 'ERROR', facts: { label: 'メッセージ' } }]
    : []
}

/** One mail for each row of unread messages: sides that had read all until now. */
async function withNothingUnread(tx: Tx, threadId: Id<'thr'>, parties: readonly string[]): Promise<string[]> {
  const silent: string[] = []
  for (const party of parties) {
    const [read] = await tx.db
      .select({ seq: max(threadReads.lastReadSeq) })
      .from(threadReads)
      .where(and(eq(threadReads.threadId, threadId), eq(threadReads.party, party)))
    const unread = await tx.db.$count(
      messages,
      and(
        eq(messages.threadId, threadId),
        eq(messages.automatic, false),
        sql`${messages.party} is distinct from ${party}`,
        sql`${messages.seq} > ${read?.seq ?? 0}`,
      ),
    )
    if (unread === 0) silent.push(party)
  }
  return silent
}

async function ownMessage(tx: Tx, id: string, party: string): Promise<MessageRow | Refusal> {
  const [message] = await tx.db
    .select()
    .from(messages)
    .where(and(eq(messages.id, idOfUuid('msg', uuidOfId('msg', id))), eq(messages.party, party)))
  return message ?? new Refusal('NOT_FOUND')
}
