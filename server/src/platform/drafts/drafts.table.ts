import { integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { RawForm } from '../../kernel/form.ts'
import { moment, ownId } from '../db/columns.ts'

/** What people type, exactly as typed, step by step. Only a `submit…` turns it into a sheet. */
export const drafts = pgTable(
  'drafts',
  {
    id: ownId('drf'),
    /** The party that owns it. */
    party: text().notNull(),
    /** POSTING, ESTABLISHMENT, REGISTRATION, ENTRY. */
    kind: text().notNull(),
    /** The thing it becomes or changes. */
    subject: text().notNull(),
    steps: jsonb().$type<RawForm>().notNull(),
    version: integer().notNull(),
    savedBy: text().notNull(),
    savedByName: text().notNull(),
    savedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('one_draft_per_subject').on(t.kind, t.subject)],
)
export type DraftRow = typeof drafts.$inferSelect
