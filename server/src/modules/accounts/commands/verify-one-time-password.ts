import { eq, sql } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { needsAuthenticator, takeNumber } from '../accounts.authenticator.steps.ts'
import { type SettingUp, setUpAuthenticator } from '../accounts.second-factor.steps.ts'
import { isAttemptAlive, typedOneTimePassword } from '../accounts.sign-in.rules.ts'
import { accounts, type SignInAttemptRow, signInAttempts } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'
import { hashOneTimePassword } from '../one-time-password.ts'

export interface VerifyOneTimePassword {
  attemptId: Id<'att'>
  oneTimePassword: string
  /** この端末を覚える. */
  remember: boolean
}

/** ワンタイムパスワードを確かめる (R2): of this attempt, by the browser that began it, once (S4). */
export async function verifyOneTimePassword(ctx: Context, input: VerifyOneTimePassword): Promise<ViewerRoot | SettingUp | Refusal> {
  const typed = typedOneTimePassword(input.oneTimePassword)
  const result = await inTransaction(ctx, {}, async (tx): Promise<SignedIn | SettingUp | Refusal> => {
    const attempt = await lockAttempt(tx, ctx, input.attemptId)
    if (attempt instanceof Refusal) return attempt
    if (!(await isRight(tx, ctx, attempt, typed))) return countWrong(tx, attempt)
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, attempt.accountId))
    if (attempt.factor === 'MAIL' && account?.status === 'OPEN' && (await needsAuthenticator(tx, ctx, account.id)))
      return setUpAuthenticator(tx, ctx, attempt, account)
    await tx.db.update(signInAttempts).set({ endedAt: tx.now }).where(eq(signInAttempts.id, attempt.id))
    if (account?.status !== 'OPEN') return new Refusal('ACCOUNT_SUSPENDED').keeping()
    // A password that was changed meanwhile ends what began with the one before.
    if (account.passwordChangedAt > attempt.createdAt) return new Refusal('SIGN_IN_AGAIN').keeping()
    const begun = await beginSession(tx, ctx, { accountId: account.id, remember: input.remember })
    await tx.record({ action: 'signIn', object: begun.id, person: account.id })
    return begun
  })
  return 'secret' in result ? result : showSignedIn(ctx, result)
}

/** The attempt of this browser while it lives; everything else is answered alike. */
export async function lockAttempt(tx: Tx, ctx: Context, id: Id<'att'>): Promise<SignInAttemptRow | Refusal> {
  const [attempt] = await tx.db.select().from(signInAttempts).where(eq(signInAttempts.id, id)).for('update')
  const isOwn = attempt !== undefined && attempt.browserHash === ctx.session.browserHash
  return isOwn && isAttemptAlive(attempt, tx.now, tx.policyOf()) ? attempt : new Refusal('SIGN_IN_AGAIN')
}

const isRight = async (tx: Tx, ctx: Context, attempt: SignInAttemptRow, typed: string): Promise<boolean> =>
  attempt.factor === 'MAIL' ? hashOneTimePassword(typed, attempt.id) === attempt.codeHash : takeNumber(tx, ctx, attempt.accountId, typed)

async function countWrong(tx: Tx, attempt: SignInAttemptRow): Promise<Refusal> {
  await tx.db
    .update(signInAttempts)
    .set({ wrongTries: sql`${signInAttempts.wrongTries} + 1` })
    .where(eq(signInAttempts.id, attempt.id))
  const left = tx.policyOf().oneTimePasswordTries - attempt.wrongTries - 1
  await tx.record({ action: 'failOneTimePassword', object: attempt.id, person: attempt.accountId })
  if (left <= 0) return new Refusal('SIGN_IN_AGAIN').keeping()
  return new Refusal('ONE_TIME_PASSWORD_WRONG', { facts: { left, ...(attempt.factor === 'MAIL' ? { mail: 1 } : {}) } }).keeping()
}
