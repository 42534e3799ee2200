import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgEnum, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idOf, moment, ownId } from '../../platform/db/columns.ts'
import { offices } from '../offices/offices.table.ts'
import { KEY_PURPOSES } from './accounts.rules.ts'

export const ACCOUNT_STATUSES = ['OPEN', 'SUSPENDED', 'CLOSED'] as const
export const accountStatus = pgEnum('account_status', ACCOUNT_STATUSES)
export const STAFF_ROLES = ['COUNTER', 'MANAGER', 'AUDITOR'] as const
export const staffRole = pgEnum('staff_role', STAFF_ROLES)
export const keyPurpose = pgEnum('key_purpose', KEY_PURPOSES)
/** What a session acts as; `subject` of the session names the one. */
export const ACTING_AS = ['NOBODY', 'SEEKER', 'REGISTRANT', 'EMPLOYER', 'STAFF'] as const
export const actingAs = pgEnum('acting_as', ACTING_AS)

/** A way to sign in: one e-mail, one person. */
export const accounts = pgTable(
  'accounts',
  {
    id: ownId('acc'),
    /** NFKC, lower case. */
    email: text().notNull(),
    passwordHash: text().notNull(),
    status: accountStatus().notNull(),
    locale: text().notNull().default('ja'),
    termsVersion: text().notNull(),
    termsAcceptedAt: moment().notNull(),
    createdAt: moment().notNull(),
    passwordChangedAt: moment().notNull(),
    mailsMessages: boolean().notNull().default(true),
    /** 退会: what is left of the account goes some hours later (R16, S50); null once it has gone. */
    withdrawnAt: moment(),
  },
  (t) => [
    uniqueIndex('accounts_email')
      .on(t.email)
      .where(sql`${t.status} <> 'CLOSED'`),
    index('accounts_withdrawn')
      .on(t.withdrawnAt)
      .where(sql`${t.withdrawnAt} is not null`),
  ],
)

/** The token itself is only in the cookie; here is its hash. */
export const sessions = pgTable(
  'sessions',
  {
    id: ownId('ses'),
    tokenHash: text().notNull(),
    accountId: idOf('acc')
      .notNull()
      .references(() => accounts.id),
    actingAs: actingAs().notNull(),
    /** Id of the seeker, employer member, staff member or registrant acted as. */
    subject: text(),
    deviceId: idOf('dev'),
    userAgent: text().notNull(),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    idleUntil: moment().notNull(),
    absoluteUntil: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [uniqueIndex('sessions_token_hash').on(t.tokenHash), index('sessions_account').on(t.accountId)],
)

/** A browser that a person asked to remember: skips the one-time password for this account (R2). */
export const devices = pgTable(
  'devices',
  {
    id: ownId('dev'),
    accountId: idOf('acc')
      .notNull()
      .references(() => accounts.id),
    tokenHash: text().notNull(),
    name: text().notNull(),
    rememberedAt: moment().notNull(),
    rememberedUntil: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [uniqueIndex('devices_once').on(t.accountId, t.tokenHash)],
)

export const SECOND_FACTORS = ['MAIL', 'AUTHENTICATOR', 'SET_UP'] as const
export const secondFactor = pgEnum('second_factor', SECOND_FACTORS)

/** 認証アプリ: its secret is sealed by a key that is not in the database. */
export const authenticators = pgTable('authenticators', {
  accountId: idOf('acc')
    .primaryKey()
    .references(() => accounts.id),
  sealedSecret: text().notNull(),
  createdAt: moment().notNull(),
  /** Null while it is being set up. */
  confirmedAt: moment(),
  /** Time step of the last number that was used: none works twice. */
  lastStep: integer(),
})

/** パスキー: the public half; the private one never leaves the person's device. A removed one opens nothing. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: ownId('psk'),
    accountId: idOf('acc')
      .notNull()
      .references(() => accounts.id),
    credentialId: text().notNull(),
    /** COSE, in base64url. */
    publicKey: text().notNull(),
    /** Uses that the device has counted; many always say 0. */
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment(),
    removedAt: moment(),
  },
  (t) => [uniqueIndex('passkeys_credential_id').on(t.credentialId), index('passkeys_account').on(t.accountId)],
)

/** What a device has to sign: for one browser, once, for a few minutes. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    id: ownId('pch'),
    challengeHash: text().notNull(),
    browserHash: text().notNull(),
    /** Whose new passkey; null: a sign-in, of which nobody knows yet whose it is. */
    accountId: idOf('acc').references(() => accounts.id),
    createdAt: moment().notNull(),
    validUntil: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [uniqueIndex('passkey_challenges_hash').on(t.challengeHash), index('passkey_challenges_valid_until').on(t.validUntil)],
)

/** A sign-in whose password was right and that waits for its one-time password (R2, S4). */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    id: ownId('att'),
    accountId: idOf('acc')
      .notNull()
      .references(() => accounts.id),
    /** The browser that began it: nobody else can end it. */
    browserHash: text().notNull(),
    factor: secondFactor().notNull(),
    /** Of the mailed number. */
    codeHash: text().notNull(),
    wrongTries: integer().notNull().default(0),
    resends: integer().notNull().default(0),
    createdAt: moment().notNull(),
    sentAt: moment().notNull(),
    validUntil: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [index('sign_in_attempts_account').on(t.accountId), index('sign_in_attempts_valid_until').on(t.validUntil)],
)

/** 認証キー: mailed, single use, newest only (R1). */
export const authenticationKeys = pgTable(
  'authentication_keys',
  {
    id: ownId('key'),
    email: text().notNull(),
    purpose: keyPurpose().notNull(),
    keyHash: text().notNull(),
    wrongTries: integer().notNull().default(0),
    createdAt: moment().notNull(),
    validUntil: moment().notNull(),
    termsVersion: text().notNull(),
    /** What proved the right to it, where anybody must not have one. */
    subject: text(),
    usedAt: moment(),
    replacedAt: moment(),
  },
  (t) => [index('authentication_keys_email').on(t.email, t.purpose)],
)

/** A My Page that the counter registered an address for: whoever proves the address opens what stands in `opens`. */
export const awaitedAccounts = pgTable(
  'awaited_accounts',
  {
    id: ownId('awt'),
    email: text().notNull(),
    /** Id of the seeker or the establishment. */
    opens: text().notNull(),
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    createdAt: moment().notNull(),
    /** Its My Page was opened, in this way or another one; the address waits for nothing any more. */
    openedAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('awaited_accounts_email')
      .on(t.email)
      .where(sql`${t.openedAt} is null`),
    uniqueIndex('awaited_accounts_opens').on(t.opens),
  ],
)

/** 職員. */
export const staffMembers = pgTable(
  'staff_members',
  {
    id: ownId('stf'),
    accountId: idOf('acc')
      .notNull()
      .references(() => accounts.id),
    officeId: idOf('off')
      .notNull()
      .references(() => offices.id),
    role: staffRole().notNull(),
    name: text().notNull(),
    removedAt: moment(),
  },
  (t) => [index('staff_members_account').on(t.accountId)],
)
export type AccountRow = typeof accounts.$inferSelect
export type SessionRow = typeof sessions.$inferSelect
export type DeviceRow = typeof devices.$inferSelect
export type AuthenticatorRow = typeof authenticators.$inferSelect
export type PasskeyRow = typeof passkeys.$inferSelect
export type PasskeyChallengeRow = typeof passkeyChallenges.$inferSelect
export type SignInAttemptRow = typeof signInAttempts.$inferSelect
export type AuthenticationKeyRow = typeof authenticationKeys.$inferSelect
export type AwaitedAccountRow = typeof awaitedAccounts.$inferSelect
export type StaffMemberRow = typeof staffMembers.$inferSelect
