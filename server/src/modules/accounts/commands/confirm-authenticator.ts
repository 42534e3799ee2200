import { eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { authenticatorAddedMail } from '../../../i18n/mails.ways-in.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { numberWrong, takeNumber } from '../accounts.authenticator.steps.ts'
import { ownSession, showViewer } from '../accounts.own.steps.ts'
import { typedOneTimePassword } from '../accounts.sign-in.rules.ts'
import { accounts, authenticators } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'

/** 認証アプリを登録する: its first number shows that it learned the secret. */
export async function confirmAuthenticator(ctx: Context, number: string): Promise<ViewerRoot | Refusal> {
  const { accountId } = ownSession(ctx)
  const result = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const [known] = await tx.db.select().from(authenticators).where(eq(authenticators.accountId, accountId)).for('update')
    if (!known) return new Refusal('AUTHENTICATOR_NOT_BEGUN')
    if (known.confirmedAt !== null) return new Refusal('AUTHENTICATOR_EXISTS')
    if (!(await takeNumber(tx, ctx, accountId, typedOneTimePassword(number)))) return numberWrong()
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId))
    await writeMail(tx, { to: account!.email, ...authenticatorAddedMail(), template: 'authenticatorAdded' })
    return { id: accountId }
  })
  return result instanceof Refusal ? result : showViewer(ctx)
}
