import { eq } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../../graph/context.ts'
import { emailChangedMail, rescuedMail } from '../../../i18n/mails.ja.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { isTaken } from '../../../platform/db/is-taken.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { newToken } from '../../../platform/secrets/tokens.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { problemsOfEmail, typedEmail } from '../accounts.rules.ts'
import { forgetDevicesOf, signInBuckets } from '../accounts.sign-in.steps.ts'
import { problemsOfPurpose } from '../accounts.staff.rules.ts'
import { askWhose, lockAccount } from '../accounts.staff.steps.ts'
import { removePasskeysOf } from '../accounts.passkeys.steps.ts'
import { endSessionsOf, forgetTries } from '../accounts.steps.ts'
import { type AccountRow, accounts, authenticators } from '../accounts.table.ts'
import { hashPassword } from '../passwords.ts'
import type { AccountAct } from './suspend-account.ts'

export interface RescueAccount extends AccountAct {
  /** The address from now on; null: it stays. */
  newEmail: string | null
}

/**
 * 窓口での救済 (001:118, 003:691): after the identity was checked, whoever lost the address, the phone or the authenticator app is let in
 * again. Everything that lets somebody in ends; the person sets a new password by the mail that goes to the address.
 */
export async function rescueAccount(ctx: Context, staff: ViewerOf<'staff'>, input: RescueAccount): Promise<AccountRow | Refusal | Preview> {
  const { accountId, purpose, dryRun } = input
  const newEmail = input.newEmail === null ? null : typedEmail(input.newEmail)
  const ofEmail = newEmail === null ? [] : problemsOfEmail(newEmail, ctx.policyOf()).map((problem) => ({ ...problem, path: 'newEmail' }))
  const problems = [...problemsOfPurpose(purpose, ctx.policyOf()), ...ofEmail]
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  // Known to nobody: the person sets one by mail.
  const nobodys = await hashPassword(newToken())
  return inTransaction<AccountRow | Refusal, boolean>(ctx, { dryRun }, async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (account instanceof Refusal) return account
    const changes = newEmail !== null && newEmail !== account.email
    const no = await refuse(tx, account, changes ? newEmail : null)
    await askWhose(tx, staff, accountId, no)
    if (no) return account
    await forgetAllWays(tx, account, nobodys)
    if (changes) await writeMail(tx, { to: account.email, ...emailChangedMail(), template: 'emailChanged' })
    await writeMail(tx, { to: changes ? newEmail : account.email, ...rescuedMail(), template: 'rescued' })
    await tx.record({
      action: 'rescueAccount',
      object: accountId,
      person: accountId,
      purpose,
      changes: changes ? [{ field: 'email', before: account.email, after: newEmail }] : [],
    })
    return { ...account, email: changes ? newEmail : account.email }
  })
}

async function refuse(tx: Tx, { id, status }: AccountRow, email: string | null): Promise<Refusal | null> {
  if (status !== 'OPEN') return new Refusal('ACCOUNT_NOT_OPEN')
  if (email === null) return null
  const taken = await isTaken(tx, (db) => db.update(accounts).set({ email }).where(eq(accounts.id, id)))
  return taken ? new Refusal('EMAIL_TAKEN') : null
}

async function forgetAllWays(tx: Tx, { id, email }: AccountRow, passwordHash: string): Promise<void> {
  await tx.db.update(accounts).set({ passwordHash, passwordChangedAt: tx.now }).where(eq(accounts.id, id))
  await endSessionsOf(tx, id, null)
  tx.hint('control', id)
  await forgetDevicesOf(tx, id)
  await removePasskeysOf(tx, id)
  await tx.db.delete(authenticators).where(eq(authenticators.accountId, id))
  const { account } = signInBuckets(email, '', null)
  if (account !== null) await forgetTries(tx, account)
}
