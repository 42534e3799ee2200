import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { sendKey } from '../accounts.keys.steps.ts'
import { checkCurrentPassword, ownSession } from '../accounts.own.steps.ts'
import { accountById } from '../accounts.queries.ts'
import { problemsOfEmail, typedEmail } from '../accounts.rules.ts'
import type { AuthenticationKeyRow } from '../accounts.table.ts'

export interface ChangeEmail {
  email: string
  currentPassword: string
}

/** メールアドレスを変える (001:118): a key goes to the new address; until it comes back nothing changes. */
export async function changeEmail(ctx: Context, input: ChangeEmail): Promise<AuthenticationKeyRow | Refusal> {
  const { accountId } = ownSession(ctx)
  const email = typedEmail(input.email)
  const problems = problemsOfEmail(email, ctx.policyOf())
  if ((await accountById(ctx, accountId))?.email === email) problems.push({ path: 'email', code: 'EMAIL_UNCHANGED', severity: 'ERROR' })
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  const account = await checkCurrentPassword(ctx, input.currentPassword)
  if (account instanceof Refusal) return account
  const { termsVersion } = account
  return inTransaction(ctx, {}, (tx) => sendKey(tx, { email, purpose: 'CHANGE_EMAIL', termsVersion, subject: accountId }))
}
