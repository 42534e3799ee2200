import { eq } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { countSignIn } from './accounts.sign-in.steps.ts'
import { bucketOf, forgetTries } from './accounts.steps.ts'
import { type AccountRow, accounts } from './accounts.table.ts'
import { isPassword } from './passwords.ts'

/** Before what a stolen session must not do, the current password is asked for; wrong ones wait like those of a sign-in (S10). */
export async function checkPassword(
  ctx: CommandContext,
  accountId: Id<'acc'>,
  password: string,
  path = 'currentPassword',
): Promise<AccountRow | Refusal> {
  const bucket = bucketOf('currentPassword', accountId)
  const counted = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const seconds = await countSignIn(tx, bucket, tx.policyOf().signInTries)
    const facts = seconds < 60 ? { seconds } : { minutes: Math.ceil(seconds / 60) }
    return seconds > 0 ? new Refusal('TOO_MANY_TRIES', { facts }).keeping() : { id: bucket }
  })
  if (counted instanceof Refusal) return counted
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId))
  if (!account || !(await isPassword(password, account.passwordHash)))
    return new Refusal('PROBLEMS', { problems: [{ path, code: 'CURRENT_PASSWORD_WRONG', severity: 'ERROR' }] })
  await inTransaction(ctx, {}, async (tx) => {
    await forgetTries(tx, bucket)
    return { id: bucket }
  })
  return account
}
