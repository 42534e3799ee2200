import { eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { passwordChangedMail } from '../../../i18n/mails.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { checkCurrentPassword, lockUnchanged, ownSession, type Renewed, renewOwn, showRenewed } from '../accounts.own.steps.ts'
import { accountById } from '../accounts.queries.ts'
import { forgetDevicesOf } from '../accounts.sign-in.steps.ts'
import { endSessionsOf } from '../accounts.steps.ts'
import { accounts } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { problemsOfChange } from '../passwords.rules.ts'
import { hashPassword } from '../passwords.ts'

export interface ChangePassword {
  currentPassword: string
  password: string
  confirmation: string
}

/** パスワードを変える (003:673): everybody else who is signed in with the old one is out, and remembered devices are asked again (S5, S10). */
export async function changePassword(ctx: Context, input: ChangePassword): Promise<ViewerRoot | Refusal> {
  const { accountId, sessionId } = ownSession(ctx)
  const email = (await accountById(ctx, accountId))?.email ?? ''
  const problems = problemsOfChange({ ...input, email }, ctx.policyOf())
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  const account = await checkCurrentPassword(ctx, input.currentPassword)
  if (account instanceof Refusal) return account
  const passwordHash = await hashPassword(input.password)
  const result = await inTransaction(ctx, {}, async (tx): Promise<Renewed | Refusal> => {
    if (!(await lockUnchanged(tx, account))) return new Refusal('VERSION_CONFLICT')
    await tx.db.update(accounts).set({ passwordHash, passwordChangedAt: tx.now }).where(eq(accounts.id, accountId))
    await endSessionsOf(tx, accountId, sessionId)
    await forgetDevicesOf(tx, accountId)
    await writeMail(tx, { to: account.email, ...passwordChangedMail(), template: 'passwordChanged' })
    await tx.record({ action: 'changePassword', object: accountId, person: accountId })
    return renewOwn(tx, sessionId)
  })
  return showRenewed(ctx, result)
}
