import { eq } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { newId } from '../../platform/db/columns.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type AuthenticatorSecret, beginAuthenticator, confirmedAuthenticator, needsAuthenticator } from './accounts.authenticator.steps.ts'
import { oneTimePasswordValidUntil } from './accounts.sign-in.rules.ts'
import { startAttempt } from './accounts.sign-in.steps.ts'
import { type AccountRow, type SignInAttemptRow, signInAttempts } from './accounts.table.ts'

/** The mailbox was proved, and an authenticator app must be set up before the sign-in ends. */
export interface SettingUp extends AuthenticatorSecret {
  id: Id<'att'>
  validUntil: Date
}

/** From here the attempt waits for the first number of a new app. */
export async function setUpAuthenticator(
  tx: Tx,
  ctx: Context,
  attempt: SignInAttemptRow,
  account: AccountRow,
): Promise<SettingUp | Refusal> {
  const secret = await beginAuthenticator(tx, ctx, account)
  if (secret === null) return new Refusal('SIGN_IN_AGAIN')
  const validUntil = oneTimePasswordValidUntil(tx.now, tx.policyOf())
  await tx.db
    .update(signInAttempts)
    .set({ factor: 'SET_UP', codeHash: '', wrongTries: 0, validUntil })
    .where(eq(signInAttempts.id, attempt.id))
  await tx.record({ action: 'beginAuthenticator', object: account.id, person: account.id })
  return { id: attempt.id, validUntil, ...secret }
}

/** What a mailed key does not prove: the app of whoever has one, or must have one (S18). Null where the key is enough. */
export async function factorBesideKey(tx: Tx, ctx: Context, account: AccountRow): Promise<SignInAttemptRow | SettingUp | Refusal | null> {
  if (await confirmedAuthenticator(tx, account.id)) return startAttempt(tx, account, ctx.session.browserHash)
  if (!(await needsAuthenticator(tx, ctx, account.id))) return null
  const [attempt] = await tx.db
    .insert(signInAttempts)
    .values({
      id: newId('att'),
      accountId: account.id,
      browserHash: ctx.session.browserHash,
      factor: 'SET_UP',
      codeHash: '',
      createdAt: tx.now,
      sentAt: tx.now,
      validUntil: tx.now,
    })
    .returning()
  return setUpAuthenticator(tx, ctx, attempt!, account)
}
