import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idOf, moment, ownId } from '../../platform/db/columns.ts'
import { accounts, staffMembers } from '../accounts/accounts.table.ts'
import { offices } from '../offices/offices.table.ts'

/** 登録者: whom a center supports. The entry number stands from the invitation on. */
export const registrants = pgTable(
  'registrants',
  {
    id: ownId('rgs'),
    /** The center. */
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    /** Null until the invitation was used. */
    accountId: idOf('acc').references(() => accounts.id),
    entryNumber: text().notNull(),
    name: text().notNull(),
    nameKana: text().notNull(),
    /** Where the invitation goes: NFKC, lower case. */
    email: text().notNull(),
    invitedBy: idOf('stf')
      .notNull()
      .references(() => staffMembers.id),
    invitedAt: moment().notNull(),
    openedAt: moment(),
    /** Left for good: name and address are gone, the number stays. */
    withdrawnAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('registrants_entry_number').on(t.entryNumber),
    uniqueIndex('registrants_email')
      .on(t.officeId, t.email)
      .where(sql`${t.withdrawnAt} is null`),
    uniqueIndex('registrants_account').on(t.accountId),
    index('registrants_by_email').on(t.email),
  ],
)

/** 招待: a link in a mail that sets the password once (R24). The token is in the mail; here is its hash. */
export const invitations = pgTable(
  'invitations',
  {
    id: ownId('inv'),
    registrantId: idOf('rgs')
      .notNull()
      .references(() => registrants.id),
    tokenHash: text().notNull(),
    createdAt: moment().notNull(),
    validUntil: moment().notNull(),
    usedAt: moment(),
    /** A newer one was sent, or the address opens nothing here. */
    replacedAt: moment(),
  },
  (t) => [
    uniqueIndex('invitations_token_hash').on(t.tokenHash),
    uniqueIndex('invitations_alive')
      .on(t.registrantId)
      .where(sql`${t.usedAt} is null and ${t.replacedAt} is null`),
    index('invitations_registrant').on(t.registrantId, t.createdAt),
  ],
)
export type RegistrantRow = typeof registrants.$inferSelect
export type InvitationRow = typeof invitations.$inferSelect
