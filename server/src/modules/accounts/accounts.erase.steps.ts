import { and, eq, inArray, lte } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import { mails } from '../../platform/db/platform.table.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { forgetTries } from './accounts.steps.ts'
import { signInBuckets } from './accounts.sign-in.steps.ts'
import {
  accounts,
  authenticationKeys,
  authenticators,
  awaitedAccounts,
  devices,
  passkeyChallenges,
  passkeys,
  sessions,
  signInAttempts,
} from './accounts.table.ts'

const OF_NEW_ADDRESS = ['changeEmail', 'emailTaken']

/**
 * The address and everything that hangs on it. The row stays as an id for the audit. `until`: whoever has begun anew with the same address
 * after this moment keeps their own mails and keys.
 */
export async function eraseAccountRows(tx: Tx, accountId: Id<'acc'>, until: Date): Promise<void> {
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId)).for('update')
  if (!account) return
  const { email } = account
  await tx.db.delete(authenticationKeys).where(and(eq(authenticationKeys.email, email), lte(authenticationKeys.createdAt, until)))
  const tried = await tx.db.delete(authenticationKeys).where(eq(authenticationKeys.subject, accountId)).returning()
  for (const key of tried) await tx.db.delete(mails).where(and(eq(mails.to, key.email), inArray(mails.template, OF_NEW_ADDRESS)))
  await tx.db.delete(mails).where(and(eq(mails.to, email), lte(mails.createdAt, until)))
  await tx.db.delete(signInAttempts).where(eq(signInAttempts.accountId, accountId))
  await tx.db.delete(passkeyChallenges).where(eq(passkeyChallenges.accountId, accountId))
  await tx.db.delete(passkeys).where(eq(passkeys.accountId, accountId))
  await tx.db.delete(authenticators).where(eq(authenticators.accountId, accountId))
  await tx.db.delete(devices).where(eq(devices.accountId, accountId))
  await tx.db.delete(sessions).where(eq(sessions.accountId, accountId))
  await tx.db.delete(awaitedAccounts).where(and(eq(awaitedAccounts.email, email), lte(awaitedAccounts.openedAt, until)))
  const { account: bucket } = signInBuckets(email, '', null)
  if (bucket !== null) await forgetTries(tx, bucket)
  await tx.db.update(accounts).set({ status: 'CLOSED', withdrawnAt: null, email: '', passwordHash: '' }).where(eq(accounts.id, accountId))
  await recordErasure(tx, 'accounts', [accountId])
  await tx.record({ action: 'eraseAccount', object: accountId, person: accountId })
}

/** The address that the office registered for this seeker or establishment: whoever left can be registered anew. */
export async function eraseAwaited(tx: Tx, opens: string): Promise<void> {
  await tx.db.delete(awaitedAccounts).where(eq(awaitedAccounts.opens, opens))
}
