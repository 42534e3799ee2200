import { sql } from 'drizzle-orm'
import { index, integer, pgEnum, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idOf, moment, ownId } from '../../platform/db/columns.ts'
import { staffMembers } from '../accounts/accounts.table.ts'
import { offices } from '../offices/offices.table.ts'
import { CODE_STATES } from './employers.codes.rules.ts'
import { employers } from './employers.table.ts'

export const creationCodeState = pgEnum('creation_code_state', CODE_STATES)

/** アカウント作成コード: printed at the counter, one alive for an establishment. The code itself is on the paper only. */
export const accountCreationCodes = pgTable(
  'account_creation_codes',
  {
    id: ownId('cod'),
    employerId: idOf('emp')
      .notNull()
      .references(() => employers.id),
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    issuedBy: idOf('stf')
      .notNull()
      .references(() => staffMembers.id),
    codeHash: text().notNull(),
    state: creationCodeState().notNull(),
    wrongTries: integer().notNull().default(0),
    issuedAt: moment().notNull(),
    validUntil: moment().notNull(),
    /** Used, dead, revoked or expired since. */
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('account_creation_codes_hash').on(t.codeHash),
    uniqueIndex('account_creation_codes_alive')
      .on(t.employerId)
      .where(sql`${t.state} = 'ISSUED'`),
    index('account_creation_codes_employer').on(t.employerId, t.issuedAt),
    index('account_creation_codes_due')
      .on(t.validUntil)
      .where(sql`${t.state} = 'ISSUED'`),
  ],
)
export type CreationCodeRow = typeof accountCreationCodes.$inferSelect
