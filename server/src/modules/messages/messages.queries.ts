import { aliasedTable, and, asc, count, desc, eq, exists, gt, inArray, lt, max, ne, or, sql } from 'drizzle-orm'
import { accountOf, type Context, partyOf } from '../../graph/context.ts'
import { pageOf, readPage } from '../../graph/page.ts'
import { type Id, idOfUuid, uuidOfId } from '../../kernel/ids.ts'
import { given, statement } from '../../platform/db/statement.ts'
import type { AttachmentRow } from '../files/files.table.ts'
import { attachments } from '../files/files.table.ts'
import { messageAttachments, type MessageRow, messages, threadParties, threadReads, type ThreadRow, threads } from './messages.table.ts'

export const threadIdOf = (id: string): Id<'thr'> => idOfUuid('thr', uuidOfId('thr', id))

/** A thread is seen by its parties alone. */
export async function visibleThread(ctx: Context, id: string): Promise<ThreadRow | null> {
  const party = partyOf(ctx.viewer)
  if (party === null) return null
  const [found] = await ctx.db
    .select({ thread: threads })
    .from(threads)
    .innerJoin(threadParties, and(eq(threadParties.threadId, threads.id), eq(threadParties.party, party)))
    .where(eq(threads.id, threadIdOf(id)))
  return found?.thread ?? null
}

export async function visibleMessage(ctx: Context, id: string): Promise<MessageRow | null> {
  const [message] = await ctx.db
    .select()
    .from(messages)
    .where(eq(messages.id, idOfUuid('msg', uuidOfId('msg', id))))
  return message && (await visibleThread(ctx, message.threadId)) ? message : null
}

/** Newest first. `unreadOnly`: with something that this person has not read. */
export async function threadsOfViewer(
  ctx: Context,
  { unreadOnly, ...args }: { unreadOnly: boolean; first: number; after?: string | null },
) {
  const { first, after } = readPage(args, 2)
  const party = partyOf(ctx.viewer) ?? ''
  const mine = and(eq(threadParties.party, party), unreadOnly ? hasUnread(ctx, party) : undefined)
  const at = after && new Date(Number(after[0]))
  const rows = await ctx.db
    .select({ thread: threads, at: threadParties.lastMessageAt })
    .from(threadParties)
    .innerJoin(threads, eq(threads.id, threadParties.threadId))
    .where(
      and(
        mine,
        at
          ? or(
              lt(threadParties.lastMessageAt, at),
              and(eq(threadParties.lastMessageAt, at), lt(threadParties.threadId, threadIdOf(String(after[1])))),
            )
          : undefined,
      ),
    )
    .orderBy(desc(threadParties.lastMessageAt), desc(threadParties.threadId))
    .limit(first + 1)
  const total = await ctx.db.$count(threadParties, mine)
  const moments = new Map(rows.map((row) => [row.thread.id, row.at.getTime()]))
  return pageOf(
    rows.map((row) => row.thread),
    first,
    (row) => [moments.get(row.id) ?? 0, row.id],
    total,
  )
}

/** What the person behind the viewer has not read, and did not write on their own side. */
function unreadMessages(ctx: Context, party: string) {
  const account = accountOf(ctx.viewer) ?? idOfUuid('acc', uuidOfId('acc', ''))
  const read = ctx.db
    .select({ seq: threadReads.lastReadSeq })
    .from(threadReads)
    .where(and(eq(threadReads.threadId, messages.threadId), eq(threadReads.accountId, account)))
  return and(sql`${messages.party} is distinct from ${party}`, gt(messages.seq, sql`coalesce((${read}), 0)`))
}

const hasUnread = (ctx: Context, party: string) =>
  exists(
    ctx.db
      .select({ one: sql`1` })
      .from(messages)
      .where(and(eq(messages.threadId, threadParties.threadId), unreadMessages(ctx, party))),
  )

export async function unreadThreadCount(ctx: Context): Promise<number> {
  const party = partyOf(ctx.viewer)
  return party === null ? 0 : ctx.db.$count(threadParties, and(eq(threadParties.party, party), hasUnread(ctx, party)))
}

export const unreadCounts = (ctx: Context, threadIds: Id<'thr'>[]): Promise<{ threadId: Id<'thr'>; unread: number }[]> =>
  ctx.db
    .select({ threadId: messages.threadId, unread: count() })
    .from(messages)
    .where(and(inArray(messages.threadId, threadIds), unreadMessages(ctx, partyOf(ctx.viewer) ?? '')))
    .groupBy(messages.threadId)

export const partiesOfThreads = (ctx: Context, threadIds: Id<'thr'>[]) =>
  ctx.db.select().from(threadParties).where(inArray(threadParties.threadId, threadIds)).orderBy(asc(threadParties.party))

/** How far each side has read: of the viewer's own side only the person's own mark counts. */
export const readMarks = (ctx: Context, threadIds: Id<'thr'>[]) => {
  const party = partyOf(ctx.viewer) ?? ''
  const account = accountOf(ctx.viewer)
  return ctx.db
    .select({ threadId: threadReads.threadId, party: threadReads.party, seq: max(threadReads.lastReadSeq).mapWith(Number) })
    .from(threadReads)
    .where(
      and(
        inArray(threadReads.threadId, threadIds),
        account === null ? ne(threadReads.party, party) : or(ne(threadReads.party, party), eq(threadReads.accountId, account)),
      ),
    )
    .groupBy(threadReads.threadId, threadReads.party)
}

export const threadsByIds = (ctx: Context, ids: Id<'thr'>[]): Promise<ThreadRow[]> =>
  ctx.db.select().from(threads).where(inArray(threads.id, ids))

export const lastMessages = (ctx: Context, threadIds: Id<'thr'>[]): Promise<MessageRow[]> => {
  const newest = aliasedTable(threads, 'newest')
  return ctx.db
    .select({ message: messages })
    .from(messages)
    .innerJoin(newest, and(eq(newest.id, messages.threadId), eq(newest.lastSeq, messages.seq)))
    .where(inArray(messages.threadId, threadIds))
    .then((rows) => rows.map((row) => row.message))
}

/** Names one piece of a thread: the `last` messages before a number. */
export type PieceName = `${Id<'thr'>}:${number}:${number | ''}`

/** Several pieces, each in order, in one statement. */
export const messagesOfPieces = (ctx: Context, names: PieceName[]): Promise<{ piece: PieceName; message: MessageRow }[]> => {
  const asked = names.map((name) => {
    const [thread = '', last, before] = name.split(':')
    return sql`(${name}::text, ${uuidOfId('thr', thread)}::uuid, ${last}::int, ${before || null}::bigint)`
  })
  const newest = sql`(select id from ${messages} where thread_id = p.thread and (p.before is null or seq < p.before) order by seq desc limit p.last) as m`
  return ctx.db
    .select({ piece: sql<PieceName>`p.name`, message: messages })
    .from(sql`(values ${sql.join(asked, sql`, `)}) as p (name, thread, last, before)`)
    .innerJoinLateral(newest, sql`true`)
    .innerJoin(messages, eq(messages.id, sql`m.id`))
    .orderBy(asc(messages.seq))
}

/** A thread, and its next message after a number if there is one yet. */
export interface NextMessage {
  thread: ThreadRow
  message: MessageRow | null
}

const readNext = statement((db) => {
  const next = sql`(select id from ${messages} where thread_id = ${threads.id} and seq > ${sql.placeholder('after')} order by seq limit 1) as n`
  return db
    .select({ thread: threads, message: messages })
    .from(threads)
    .innerJoin(threadParties, and(eq(threadParties.threadId, threads.id), eq(threadParties.party, sql.placeholder('party'))))
    .leftJoinLateral(next, sql`true`)
    .leftJoin(messages, eq(messages.id, sql`n.id`))
    .where(eq(threads.id, given(threads.id, 'thread')))
})

/** Right, thread and message of one moment; null: the viewer is no party of it. */
export async function nextMessage(ctx: Context, thread: string, after: number): Promise<NextMessage | null> {
  const party = partyOf(ctx.viewer)
  if (party === null) return null
  const [found] = await readNext(ctx.db, { thread, party, after })
  return found ?? null
}

export const filesOfMessages = (ctx: Context, messageIds: Id<'msg'>[]): Promise<{ messageId: Id<'msg'>; file: AttachmentRow }[]> =>
  ctx.db
    .select({ messageId: messageAttachments.messageId, file: attachments })
    .from(messageAttachments)
    .innerJoin(attachments, eq(attachments.id, messageAttachments.attachmentId))
    .where(inArray(messageAttachments.messageId, messageIds))
    .orderBy(asc(messageAttachments.messageId), asc(messageAttachments.position))
