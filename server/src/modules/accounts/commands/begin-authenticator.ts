import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { type AuthenticatorSecret, beginAuthenticator as beginStep } from '../accounts.authenticator.steps.ts'
import { checkCurrentPassword, lockUnchanged } from '../accounts.own.steps.ts'

/** 認証アプリの登録をはじめる: a secret that counts for nothing until a number of it comes back. */
export async function beginAuthenticator(ctx: Context, currentPassword: string): Promise<AuthenticatorSecret | Refusal> {
  const account = await checkCurrentPassword(ctx, currentPassword)
  if (account instanceof Refusal) return account
  return inTransaction(ctx, {}, async (tx): Promise<(AuthenticatorSecret & { id: string }) | Refusal> => {
    if (!(await lockUnchanged(tx, account))) return new Refusal('VERSION_CONFLICT')
    const begun = await beginStep(tx, ctx, account)
    if (begun === null) return new Refusal('AUTHENTICATOR_EXISTS')
    await tx.record({ action: 'beginAuthenticator', object: account.id, person: account.id })
    return { id: account.id, ...begun }
  })
}
