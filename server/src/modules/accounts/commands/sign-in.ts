import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { accountOfEmail } from '../accounts.queries.ts'
import { typedEmail } from '../accounts.rules.ts'
import { countSignIn, rememberedDevice, type SignInBuckets, signInBuckets, startAttempt } from '../accounts.sign-in.steps.ts'
import { countTry, forgetTries, uncountTry } from '../accounts.steps.ts'
import { type AccountRow, accounts, type DeviceRow, type SignInAttemptRow } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'
import { hashPassword, isOutdated, isPassword } from '../passwords.ts'

/**
 * ログイン. Whatever is wrong, the answer and its time are the same (S8). A right password opens the door on a remembered device;
 * elsewhere a one-time password goes to the mailbox first (R2).
 */
export async function signIn(ctx: Context, typed: string, password: string): Promise<ViewerRoot | SignInAttemptRow | Refusal> {
  const email = typedEmail(typed)
  const device = await rememberedDevice(ctx, email)
  const buckets = signInBuckets(email, ctx.address, device)
  const refused = await countTries(ctx, buckets)
  if (refused) return refused
  const account = await accountOfEmail(ctx, email)
  if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) return new Refusal('SIGN_IN_FAILED')
  const renewed = isOutdated(account.passwordHash) ? await hashPassword(password) : account.passwordHash
  const entered = await enter(ctx, account, { renewed, buckets, device })
  return 'browserHash' in entered ? entered : showSignedIn(ctx, entered)
}

/** Counted before the password is looked at: parallel tries cannot slip through together. */
async function countTries(ctx: Context, { own, account, address }: SignInBuckets): Promise<Refusal | null> {
  const counted = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const { signInTries, signInTriesOfAccount, signInTriesPerAddress, signInWindowMinutes: minutes } = tx.policyOf()
    const isOver = async (bucket: string | null, limit: number) =>
      bucket !== null && (await countTry(tx, bucket, { limit, minutes })) > limit
    if (await isOver(address, signInTriesPerAddress)) return new Refusal('TOO_MANY_TRIES', { facts: { minutes } }).keeping()
    const seconds = await countSignIn(tx, own, signInTries)
    if (seconds > 0) return new Refusal('TOO_MANY_TRIES', { facts: timeOf(seconds) }).keeping()
    if (await isOver(account, signInTriesOfAccount)) return new Refusal('TOO_MANY_TRIES', { facts: { minutes } }).keeping()
    return { id: own }
  })
  return counted instanceof Refusal ? counted : null
}

const timeOf = (seconds: number) => (seconds < 60 ? { seconds } : { minutes: Math.ceil(seconds / 60) })

interface Entering {
  renewed: string
  buckets: SignInBuckets
  device: DeviceRow | null
}

const enter = (ctx: Context, account: AccountRow, { renewed, buckets, device }: Entering): Promise<SignedIn | SignInAttemptRow | Refusal> =>
  inTransaction(ctx, {}, async (tx): Promise<SignedIn | SignInAttemptRow | Refusal> => {
    const [current] = await tx.db
      .update(accounts)
      .set({ passwordHash: renewed })
      .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash)))
      .returning()
    if (!current) return new Refusal('SIGN_IN_FAILED')
    if (current.status !== 'OPEN') return new Refusal('ACCOUNT_SUSPENDED')
    await forgive(tx, buckets)
    if (!device) return startAttempt(tx, current, ctx.session.browserHash)
    const begun = await beginSession(tx, ctx, { accountId: account.id, deviceId: device.id })
    await tx.record({ action: 'signIn', object: begun.id, person: account.id })
    return begun
  })

async function forgive(tx: Tx, { own, account, address }: SignInBuckets): Promise<void> {
  await forgetTries(tx, own)
  for (const bucket of [account, address]) if (bucket !== null) await uncountTry(tx, bucket)
}
