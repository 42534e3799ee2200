import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import { day, moment, ownId } from './columns.ts'

/** Values in force that a deployment or an office set: policy, the clock's offset, the demo's marks. */
export const settings = pgTable(
  'settings',
  {
    scope: text().notNull(),
    name: text().notNull(),
    value: jsonb().$type<unknown>().notNull(),
    changedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.name] })],
)

/** One row per create that a client may repeat: the repeat is answered with the row the first one made. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text().notNull(),
    key: text().notNull(),
    operation: text().notNull(),
    inputHash: text().notNull(),
    resultId: text(),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] }), index('idempotency_keys_created_at').on(t.createdAt)],
)

/** Who did or looked at what: ids, names of fields and the purpose, never values. The app role can only add. */
export const auditRecords = pgTable(
  'audit_records',
  {
    id: ownId('aud'),
    at: moment().notNull(),
    actor: text().notNull(),
    actorKind: text().notNull(),
    office: text(),
    action: text().notNull(),
    object: text().notNull(),
    /** Whose data it was, where it was a person's. */
    person: text(),
    fields: text().array().notNull(),
    purpose: text(),
    requestId: text(),
  },
  (t) => [
    index('audit_records_object').on(t.object, t.at),
    index('audit_records_person').on(t.person, t.at),
    index('audit_records_actor').on(t.actor, t.at),
    index('audit_records_at').on(t.at, t.id),
  ],
)

/** One row per closed hour of the audit trail: a hash over its rows and the seal before it. The app role can only add (S56). */
export const auditSeals = pgTable('audit_seals', {
  /** Its first instant. */
  hour: moment().primaryKey(),
  count: integer().notNull(),
  hash: text().notNull(),
  sealedAt: moment().notNull(),
})

/** Whose data can be erased, by table. */
export const ERASABLE = [
  'accounts',
  'attachments',
  'messages',
  'seekers',
  'employers',
  'employer_members',
  'postings',
  'applications',
  'registrants',
] as const
export type Erasable = (typeof ERASABLE)[number]

/** What was erased, by id: a restored backup is brought up to it (S54). */
export const erasures = pgTable(
  'erasures',
  {
    id: uuid()
      .primaryKey()
      .$defaultFn(() => v7()),
    what: text().$type<Erasable>().notNull(),
    subject: text().notNull(),
    at: moment().notNull(),
    /** When it stood in the journal outside the database; null: not yet. */
    writtenAt: moment(),
  },
  (t) => [
    index('erasures_unwritten')
      .on(t.id)
      .where(sql`${t.writtenAt} is null`),
  ],
)

/** Last event number of each party: taken last in a transaction, in order of the party, so that two writers never wait in a circle. */
export const inboxCounters = pgTable('inbox_counters', {
  party: text().primaryKey(),
  lastSeq: bigint({ mode: 'number' }).notNull(),
})

/** What a party's live subscription tells, in order and without holes. Ids only. */
export const inboxEvents = pgTable(
  'inbox_events',
  {
    party: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.party, t.seq] }), index('inbox_events_created_at').on(t.createdAt)],
)

/** The next human number of an office and kind (求人番号 …). */
export const numberCounters = pgTable(
  'number_counters',
  {
    scope: text().notNull(),
    kind: text().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.kind] })],
)

/** Exact counts of tries that must hold across processes (sign-in, keys, mails). */
export const tryCounters = pgTable(
  'try_counters',
  {
    bucket: text().primaryKey(),
    count: integer().notNull(),
    until: moment().notNull(),
    /** Before this moment the next try is not looked at. */
    waitUntil: moment(),
  },
  (t) => [index('try_counters_until').on(t.until)],
)

/** Mails that wait or went: written in the transaction that causes them, sent by a job. */
export const mails = pgTable(
  'mails',
  {
    id: ownId('mal'),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    template: text().notNull(),
    createdAt: moment().notNull(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (t) => [index('mails_to').on(t.to, t.createdAt)],
)

/** Days on which offices are closed beside weekends, public holidays and the year's end. */
export const closedDays = pgTable('closed_days', {
  date: day().primaryKey(),
  name: text().notNull(),
})
export type MailRow = typeof mails.$inferSelect
export type InboxEventRow = typeof inboxEvents.$inferSelect
export type ErasureRow = typeof erasures.$inferSelect
export type AuditRecordRow = typeof auditRecords.$inferSelect
export type AuditSealRow = typeof auditSeals.$inferSelect
