import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { accountOfEmail } from '../accounts.queries.ts'
import { typedEmail } from '../accounts.rules.ts'
import { bucketOf, countTry, forgetTries, uncountTry } from '../accounts.steps.ts'
import { type AccountRow, accounts } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'
import { hashPassword, isOutdated, isPassword } from '../passwords.ts'

interface Buckets {
  account: string
  address: string
}

/** ログイン. Whatever is wrong, the answer and its time are the same (S8). */
export async function signIn(ctx: Context, typed: string, password: string): Promise<ViewerRoot | Refusal> {
  const email = typedEmail(typed)
  const buckets = { account: bucketOf('signIn', email), address: bucketOf('signInFrom', ctx.address) }
  const refused = await countTries(ctx, buckets)
  if (refused) return refused
  const account = await accountOfEmail(ctx, email)
  if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) return new Refusal('SIGN_IN_FAILED')
  const renewed = isOutdated(account.passwordHash) ? await hashPassword(password) : account.passwordHash
  return showSignedIn(ctx, await enter(ctx, account, renewed, buckets))
}

/** Counted before the password is looked at: parallel tries cannot slip through together. */
async function countTries(ctx: Context, buckets: Buckets): Promise<Refusal | null> {
  const counted = await inTransaction(ctx, {}, async (tx) => {
    const { signInTries, signInTriesPerAddress, signInWindowMinutes: minutes } = tx.policyOf()
    const ofAddress = await countTry(tx, buckets.address, { limit: signInTriesPerAddress, minutes })
    const ofAccount = ofAddress > signInTriesPerAddress ? 0 : await countTry(tx, buckets.account, { limit: signInTries, minutes })
    if (ofAddress > signInTriesPerAddress || ofAccount > signInTries) return new Refusal('TOO_MANY_TRIES', { facts: { minutes } }).keeping()
    return { id: buckets.account }
  })
  return counted instanceof Refusal ? counted : null
}

const enter = (ctx: Context, account: AccountRow, passwordHash: string, buckets: Buckets): Promise<SignedIn | Refusal> =>
  inTransaction(ctx, {}, async (tx): Promise<SignedIn | Refusal> => {
    const [current] = await tx.db
      .update(accounts)
      .set({ passwordHash })
      .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash)))
      .returning()
    if (!current) return new Refusal('SIGN_IN_FAILED')
    if (current.status !== 'OPEN') return new Refusal('ACCOUNT_SUSPENDED')
    await forgetTries(tx, buckets.account)
    await uncountTry(tx, buckets.address)
    const begun = await beginSession(tx, ctx, account.id)
    await tx.record({ action: 'signIn', object: begun.id, person: account.id })
    return begun
  })
