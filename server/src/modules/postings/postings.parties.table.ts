import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, idOf } from '../../platform/db/columns.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { postings } from './postings.table.ts'

/** R25: seekers whom one posting shows more than others, and why. Later modules tell; this one knows neither application nor offer. */
export const postingParties = pgTable(
  'posting_parties',
  {
    postingId: idOf('pst')
      .notNull()
      .references(() => postings.id),
    seekerId: idOf('skr')
      .notNull()
      .references(() => seekers.id),
    reason: text().$type<'APPLICATION' | 'OFFER'>().notNull(),
    /** Last day of an offer. */
    until: day(),
    /** Of an offer: whether the office tells the name in scope 3. */
    nameShown: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.postingId, t.seekerId, t.reason] }), index('posting_parties_seeker').on(t.seekerId)],
)

export type PostingPartyRow = typeof postingParties.$inferSelect
