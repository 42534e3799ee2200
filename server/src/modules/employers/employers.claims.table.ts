import { sql } from 'drizzle-orm'
import { index, integer, pgEnum, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idOf, moment, ownId } from '../../platform/db/columns.ts'
import { offices } from '../offices/offices.table.ts'
import { CLAIM_STATES } from './employers.claims.rules.ts'
import { employers } from './employers.table.ts'

export const claimState = pgEnum('claim_state', CLAIM_STATES)

/** 事業所番号の申出: somebody says to belong to an establishment that has a number. Whose number it is, only staff learn. */
export const employerClaims = pgTable(
  'employer_claims',
  {
    id: ownId('clm'),
    /** The provisional one that the claimant opened. */
    employerId: idOf('emp')
      .notNull()
      .references(() => employers.id),
    /** The claimant; after an acceptance the member of the establishment of the number. */
    memberId: idOf('mem').notNull(),
    employerNumber: text().notNull(),
    /** Who decides. */
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    state: claimState().notNull(),
    /** What the claimant wrote; gone with an acceptance. */
    name: text(),
    phone: text(),
    words: text(),
    /** Why it was not accepted. */
    reason: text(),
    claimedAt: moment().notNull(),
    decidedAt: moment(),
    decidedBy: idOf('stf'),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('employer_claims_pending')
      .on(t.employerId)
      .where(sql`${t.state} = 'PENDING'`),
    index('employer_claims_employer').on(t.employerId, t.claimedAt),
    index('employer_claims_waiting')
      .on(t.officeId, t.claimedAt)
      .where(sql`${t.state} = 'PENDING'`),
  ],
)
export type EmployerClaimRow = typeof employerClaims.$inferSelect
