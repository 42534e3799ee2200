import { eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { authenticatorRemovedMail } from '../../../i18n/mails.ways-in.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { confirmedAuthenticator, needsAuthenticator, numberWrong, takeNumber } from '../accounts.authenticator.steps.ts'
import { checkCurrentPassword, lockUnchanged, showViewer } from '../accounts.own.steps.ts'
import { countSignIn } from '../accounts.sign-in.steps.ts'
import { typedOneTimePassword } from '../accounts.sign-in.rules.ts'
import { bucketOf, forgetTries } from '../accounts.steps.ts'
import { authenticators } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'

export interface RemoveAuthenticator {
  currentPassword: string
  number: string
}

/** 認証アプリの登録を削除する: by whoever has password and app; wrong numbers wait like wrong passwords (S6). Staff keep theirs (S18). */
export async function removeAuthenticator(ctx: Context, input: RemoveAuthenticator): Promise<ViewerRoot | Refusal> {
  const account = await checkCurrentPassword(ctx, input.currentPassword)
  if (account instanceof Refusal) return account
  const bucket = bucketOf('authenticator', account.id)
  const result = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    if (!(await lockUnchanged(tx, account))) return new Refusal('VERSION_CONFLICT')
    if (!(await confirmedAuthenticator(tx, account.id))) return new Refusal('AUTHENTICATOR_NOT_BEGUN')
    if (await needsAuthenticator(tx, ctx, account.id)) return new Refusal('AUTHENTICATOR_STAYS')
    const seconds = await countSignIn(tx, bucket, tx.policyOf().signInTries)
    const facts = seconds < 60 ? { seconds } : { minutes: Math.ceil(seconds / 60) }
    if (seconds > 0) return new Refusal('TOO_MANY_TRIES', { facts }).keeping()
    if (!(await takeNumber(tx, ctx, account.id, typedOneTimePassword(input.number)))) return numberWrong().keeping()
    await forgetTries(tx, bucket)
    await tx.db.delete(authenticators).where(eq(authenticators.accountId, account.id))
    await writeMail(tx, { to: account.email, ...authenticatorRemovedMail(), template: 'authenticatorRemoved' })
    await tx.record({ action: 'removeAuthenticator', object: account.id, person: account.id })
    return { id: account.id }
  })
  return result instanceof Refusal ? result : showViewer(ctx)
}
