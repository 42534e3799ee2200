import { index, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
import { idOf, moment, ownId } from '../../platform/db/columns.ts'
import { accounts } from '../accounts/accounts.table.ts'

/** UPLOADING 送信中 · CHECKING 検査中 · READY 使える · REFUSED 使えない · ERASED 消去. */
export const ATTACHMENT_STATES = ['UPLOADING', 'CHECKING', 'READY', 'REFUSED', 'ERASED'] as const
export const attachmentState = pgEnum('attachment_state', ATTACHMENT_STATES)

/** Bytes, once each, by their SHA-256. */
export const blobs = pgTable('blobs', {
  hash: text().primaryKey(),
  size: integer().notNull(),
  storedAt: moment().notNull(),
})

/** A file as a person gave it: name, owner, outcome of the check. */
export const attachments = pgTable(
  'attachments',
  {
    id: ownId('fil'),
    /** Party of the giver: seeker, registrant, employer or office. */
    party: text().notNull(),
    accountId: idOf('acc')
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    extension: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    state: attachmentState().notNull(),
    problem: text(),
    blobHash: text().references(() => blobs.hash),
    /** Hash of the token that allows the one upload. */
    uploadTokenHash: text(),
    /** Id of the application or message that carries it; null until then. */
    usedBy: text(),
    createdAt: moment().notNull(),
  },
  (t) => [index('attachments_used_by').on(t.usedBy), index('attachments_unused').on(t.createdAt)],
)
export type AttachmentRow = typeof attachments.$inferSelect
export type BlobRow = typeof blobs.$inferSelect
