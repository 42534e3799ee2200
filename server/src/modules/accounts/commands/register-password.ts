import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { passwordChangedMail } from '../../../i18n/mails.ja.ts'
import { TERMS_VERSION } from '../../../i18n/terms.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { takeAwaited } from '../accounts.awaited.steps.ts'
import { type KeyPurpose, problemsOfTerms, SETS_PASSWORD, typedEmail } from '../accounts.rules.ts'
import { factorBesideKey, type SettingUp } from '../accounts.second-factor.steps.ts'
import { forgetDevicesOf, signInBuckets } from '../accounts.sign-in.steps.ts'
import { endSessionsOf, forgetTries, insertAccount } from '../accounts.steps.ts'
import { type AccountRow, accounts, type AuthenticationKeyRow, type SignInAttemptRow } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'
import { tryKey, useKey } from '../use-key.ts'
import { problemsOfPassword } from '../passwords.rules.ts'
import { hashPassword } from '../passwords.ts'

export interface RegisterPassword {
  email: string
  purpose: KeyPurpose
  authenticationKey: string
  password: string
  confirmation: string
  /** An invited one agrees here: whoever asked for the key is another person. */
  termsVersion?: string | null
}

/**
 * パスワードを登録する: turns a mailed key into an account, or into a new password, and ends signed in. The mailbox alone does not go
 * past the authenticator app of whoever has one (S18).
 */
export async function registerPassword(
  ctx: Context,
  input: RegisterPassword,
): Promise<ViewerRoot | SignInAttemptRow | SettingUp | Refusal> {
  if (!SETS_PASSWORD.includes(input.purpose)) return new Refusal('NOT_ALLOWED')
  const email = typedEmail(input.email)
  const terms = input.purpose === 'MEMBER' ? problemsOfTerms(input.termsVersion ?? '', TERMS_VERSION) : []
  const problems = [...problemsOfPassword({ ...input, email }, ctx.policyOf()), ...terms]
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  const key = await tryKey(ctx, { ...input, email })
  if (key instanceof Refusal) return key
  const passwordHash = await hashPassword(input.password)
  const result = await inTransaction(ctx, {}, async (tx): Promise<SignedIn | SignInAttemptRow | SettingUp | Refusal> => {
    if (!(await useKey(tx, key))) return new Refusal('KEY_DEAD')
    const account = await (key.purpose === 'RESET' ? resetPassword(tx, ctx, key, passwordHash) : openAccount(tx, key, passwordHash))
    if (account instanceof Refusal) return account
    await tx.record({ action: 'registerPassword', object: account.id, person: account.id })
    const factor = key.purpose === 'RESET' ? await factorBesideKey(tx, ctx, account) : null
    if (factor !== null) return factor
    return beginSession(tx, ctx, { accountId: account.id, wish: key.subject })
  })
  return 'browserHash' in result || 'secret' in result ? result : showSignedIn(ctx, result)
}

async function openAccount(tx: Tx, key: AuthenticationKeyRow, passwordHash: string): Promise<AccountRow | Refusal> {
  const { email, termsVersion } = key
  const termsAcceptedAt = key.purpose === 'MEMBER' ? tx.now : key.createdAt
  const account = await insertAccount(tx, { email, passwordHash, termsVersion, termsAcceptedAt })
  if (!account) return new Refusal('KEY_DEAD')
  const subject = key.purpose === 'OPEN_REGISTERED' ? await takeAwaited(tx, key) : key.subject
  if (subject instanceof Refusal) return subject
  tx.emit('accountOpened', { accountId: account.id, purpose: key.purpose, email: key.email, subject })
  return account
}

/** Whoever was signed in with the old password is out. */
async function resetPassword(tx: Tx, ctx: Context, key: AuthenticationKeyRow, passwordHash: string): Promise<AccountRow | Refusal> {
  const [account] = await tx.db
    .update(accounts)
    .set({ passwordHash, passwordChangedAt: tx.now })
    .where(and(eq(accounts.email, key.email), eq(accounts.status, 'OPEN')))
    .returning()
  if (!account) return new Refusal('ACCOUNT_SUSPENDED')
  await endSessionsOf(tx, account.id, null)
  await forgetDevicesOf(tx, account.id)
  const { own, account: ofAccount } = signInBuckets(account.email, ctx.address, null)
  for (const bucket of [own, ofAccount]) if (bucket !== null) await forgetTries(tx, bucket)
  await writeMail(tx, { to: account.email, ...passwordChangedMail(), template: 'passwordChanged' })
  return account
}
