import { eq } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { bucketOf, countTry, forgetTries } from './accounts.steps.ts'
import { accounts } from './accounts.table.ts'
import { isPassword } from './passwords.ts'

/** The present password, before something grave: tries are counted with those of sign-in, before they are looked at. */
export async function refuseWithoutPassword(ctx: CommandContext, accountId: Id<'acc'>, password: string): Promise<Refusal | null> {
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId))
  if (!account) return new Refusal('NOT_FOUND')
  const bucket = bucketOf('signIn', account.email)
  const counted = await inTransaction(ctx, {}, async (tx) => {
    const { signInTries: limit, signInWindowMinutes: minutes } = tx.policyOf()
    const tries = await countTry(tx, bucket, { limit, minutes })
    return tries > limit ? new Refusal('TOO_MANY_TRIES', { facts: { minutes } }).keeping() : { id: bucket }
  })
  if (counted instanceof Refusal) return counted
  if (!(await isPassword(password, account.passwordHash))) return new Refusal('PASSWORD_WRONG')
  await inTransaction(ctx, {}, async (tx) => {
    await forgetTries(tx, bucket)
    return { id: bucket }
  })
  return null
}
