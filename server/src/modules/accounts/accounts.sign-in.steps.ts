import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { oneTimePasswordMail } from '../../i18n/mails.ja.ts'
import { addMinutes, addSeconds } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { newId } from '../../platform/db/columns.ts'
import { tryCounters } from '../../platform/db/platform.table.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { hashToken, newToken } from '../../platform/secrets/tokens.ts'
import { oneTimePasswordValidUntil, pauseAfter, rememberedUntil } from './accounts.sign-in.rules.ts'
import { confirmedAuthenticator } from './accounts.authenticator.steps.ts'
import { bucketOf, countTry } from './accounts.steps.ts'
import { type AccountRow, accounts, type DeviceRow, devices, type SignInAttemptRow, signInAttempts } from './accounts.table.ts'
import { deviceName } from './device-name.ts'
import { hashOneTimePassword, newOneTimePassword } from './one-time-password.ts'

/** In the demo every browser counts as remembered for the accounts of the demo: their device has this mark instead of a cookie's hash. */
export const DEMO_DEVICE = 'demo'
const MAIL_WINDOW_MINUTES = 60

/** The device that this browser is for the account of an address, while it is remembered (S5). */
export async function rememberedDevice(ctx: Context, email: string): Promise<DeviceRow | null> {
  const [found] = await ctx.db
    .select({ device: devices })
    .from(devices)
    .innerJoin(accounts, eq(accounts.id, devices.accountId))
    .where(
      and(
        eq(accounts.email, email),
        inArray(devices.tokenHash, [ctx.session.deviceHash ?? '', ctx.demo ? DEMO_DEVICE : '']),
        isNull(devices.revokedAt),
        gt(devices.rememberedUntil, ctx.now()),
      ),
    )
    .limit(1)
  return found?.device ?? null
}

/** Where the tries of one sign-in are counted: wrong ones from elsewhere never count against a remembered device (S6). */
export interface SignInBuckets {
  own: string
  account: string | null
  address: string | null
}

export const signInBuckets = (email: string, address: string, device: DeviceRow | null): SignInBuckets =>
  device
    ? { own: bucketOf('signInOn', device.id), account: null, address: null }
    : { own: bucketOf('signIn', `${email} ${address}`), account: bucketOf('signInTo', email), address: bucketOf('signInFrom', address) }

/**
 * Counts one try at a password, before it is looked at, and answers the seconds to wait where it must not be looked at.
 * A try that comes too early is not counted: whoever waits is let in again (S6).
 */
export async function countSignIn(tx: Tx, bucket: string, limit: number): Promise<number> {
  const { signInWindowMinutes: windowMinutes, signInPauseFrom: from, signInPauseSeconds: seconds } = tx.policyOf()
  // One statement: between two, a success of another request could take the row away.
  const [known] = await tx.db
    .insert(tryCounters)
    .values({ bucket, count: 0, until: tx.now })
    .onConflictDoUpdate({ target: tryCounters.bucket, set: { count: sql`${tryCounters.count}` } })
    .returning()
  const { count, until, waitUntil } = known!
  if (waitUntil !== null && waitUntil > tx.now) return Math.ceil((waitUntil.getTime() - tx.now.getTime()) / 1_000)
  const wrong = until > tx.now ? count + 1 : 1
  const pause = pauseAfter(wrong, { limit, windowMinutes, from, seconds })
  await tx.db
    .update(tryCounters)
    .set({ count: wrong, until: addMinutes(tx.now, windowMinutes), waitUntil: pause === 0 ? null : addSeconds(tx.now, pause) })
    .where(eq(tryCounters.bucket, bucket))
  return 0
}

/** The password was right: what is still asked for goes to the mailbox, or comes from the authenticator app. */
export async function startAttempt(tx: Tx, account: AccountRow, browserHash: string): Promise<SignInAttemptRow | Refusal> {
  const id = newId('att')
  const factor = (await confirmedAuthenticator(tx, account.id)) ? 'AUTHENTICATOR' : 'MAIL'
  const code = factor === 'MAIL' ? await mailOneTimePassword(tx, account, id) : { hash: '' }
  if (code instanceof Refusal) return code
  const [attempt] = await tx.db
    .insert(signInAttempts)
    .values({
      id,
      accountId: account.id,
      browserHash,
      factor,
      codeHash: code.hash,
      createdAt: tx.now,
      sentAt: tx.now,
      validUntil: oneTimePasswordValidUntil(tx.now, tx.policyOf()),
    })
    .returning()
  await tx.record({ action: 'startSignIn', object: id, person: account.id })
  return attempt!
}

export async function mailOneTimePassword(tx: Tx, account: AccountRow, id: Id<'att'>): Promise<{ hash: string } | Refusal> {
  const { oneTimePasswordMailsPerHour: limit, oneTimePasswordMinutes, oneTimePasswordTries } = tx.policyOf()
  if ((await countTry(tx, bucketOf('oneTimePassword', account.id), { limit, minutes: MAIL_WINDOW_MINUTES })) > limit)
    return new Refusal('TOO_MANY_TRIES', { facts: { minutes: MAIL_WINDOW_MINUTES } }).keeping()
  const password = newOneTimePassword()
  await writeMail(tx, {
    to: account.email,
    ...oneTimePasswordMail(password, oneTimePasswordMinutes, oneTimePasswordTries),
    template: 'oneTimePassword',
  })
  return { hash: hashOneTimePassword(password, id) }
}

/** R2: this browser is not asked again for a while. It has one mark, however many accounts sign in with it. */
export async function rememberDevice(tx: Tx, ctx: Context, accountId: Id<'acc'>): Promise<{ device: DeviceRow; token: string }> {
  const token = ctx.session.deviceToken ?? newToken()
  const values = {
    name: deviceName(ctx.session.userAgent),
    rememberedAt: tx.now,
    rememberedUntil: rememberedUntil(tx.now, tx.policyOf()),
    revokedAt: null,
  }
  const [device] = await tx.db
    .insert(devices)
    .values({ accountId, tokenHash: hashToken(token), ...values })
    .onConflictDoUpdate({ target: [devices.accountId, devices.tokenHash], set: values })
    .returning()
  return { device: device!, token }
}

/** A lost or doubtful device is asked for a one-time password again (S5). */
export async function forgetDevicesOf(tx: Tx, accountId: Id<'acc'>): Promise<void> {
  await tx.db
    .update(devices)
    .set({ revokedAt: tx.now })
    .where(and(eq(devices.accountId, accountId), isNull(devices.revokedAt)))
}
