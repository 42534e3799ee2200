import { bigint, boolean, index, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idOf, moment, ownId } from '../../platform/db/columns.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { attachments } from '../files/files.table.ts'
import { offices } from '../offices/offices.table.ts'
import { THREAD_CLOSED_REASONS, THREAD_KINDS, THREAD_STATUSES } from './messages.rules.ts'

export const threadKind = pgEnum('thread_kind', THREAD_KINDS)
export const threadStatus = pgEnum('thread_status', THREAD_STATUSES)
export const threadClosedReason = pgEnum('thread_closed_reason', THREAD_CLOSED_REASONS)

/** One conversation. `about` is the id of the application, request or entry it belongs to. */
export const threads = pgTable(
  'threads',
  {
    id: ownId('thr'),
    kind: threadKind().notNull(),
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    about: text(),
    subject: text().notNull(),
    status: threadStatus().notNull(),
    closedReason: threadClosedReason(),
    closedAt: moment(),
    /** R12: messages can be sent until this instant; null while no end is known. */
    messagesOpenUntil: moment(),
    /** Number of the newest message; taken from this row in the message's own transaction. */
    lastSeq: bigint({ mode: 'number' }).notNull().default(0),
    lastMessageAt: moment().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex('threads_about').on(t.about), index('threads_open_until').on(t.messagesOpenUntil)],
)

/** A side of a thread: seeker, registrant, employer, office or partner, by its id. */
export const threadParties = pgTable(
  'thread_parties',
  {
    threadId: idOf('thr')
      .notNull()
      .references(() => threads.id),
    party: text().notNull(),
    /** How the other side is named to this side's counterpart. */
    displayName: text().notNull(),
    canWrite: boolean().notNull(),
    lastMessageAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.party] }), index('thread_parties_party').on(t.party, t.lastMessageAt)],
)

/** How far a person has read: each member of an employer has their own mark. */
export const threadReads = pgTable(
  'thread_reads',
  {
    threadId: idOf('thr')
      .notNull()
      .references(() => threads.id),
    accountId: idOf('acc')
      .notNull()
      .references(() => accounts.id),
    party: text().notNull(),
    lastReadSeq: bigint({ mode: 'number' }).notNull(),
    readAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.accountId] }), index('thread_reads_account').on(t.accountId)],
)

export const messages = pgTable(
  'messages',
  {
    id: ownId('msg'),
    threadId: idOf('thr')
      .notNull()
      .references(() => threads.id),
    seq: bigint({ mode: 'number' }).notNull(),
    /** Party that wrote; null for the system. */
    party: text(),
    accountId: idOf('acc').references(() => accounts.id),
    senderName: text().notNull(),
    /** 自動のお知らせ. */
    automatic: boolean().notNull().default(false),
    body: text().notNull(),
    sentAt: moment().notNull(),
    erasedAt: moment(),
  },
  (t) => [uniqueIndex('messages_thread_seq').on(t.threadId, t.seq), index('messages_sent_at').on(t.sentAt)],
)

export const messageAttachments = pgTable(
  'message_attachments',
  {
    messageId: idOf('msg')
      .notNull()
      .references(() => messages.id),
    attachmentId: idOf('fil')
      .notNull()
      .references(() => attachments.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.attachmentId] })],
)
export type ThreadRow = typeof threads.$inferSelect
export type ThreadPartyRow = typeof threadParties.$inferSelect
export type MessageRow = typeof messages.$inferSelect
