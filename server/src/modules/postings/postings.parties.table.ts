import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idOf } from '../../platform/db/columns.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { postings } from './postings.table.ts'

/** R25: seekers who see a posting in full, in every scope, and why. Later modules tell; this one knows no application. */
export const postingParties = pgTable(
  'posting_parties',
  {
    postingId: idOf('pst')
      .notNull()
      .references(() => postings.id),
    seekerId: idOf('skr')
      .notNull()
      .references(() => seekers.id),
    reason: text().$type<'APPLICATION'>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.postingId, t.seekerId, t.reason] }), index('posting_parties_seeker').on(t.seekerId)],
)
