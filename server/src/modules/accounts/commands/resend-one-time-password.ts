import { eq, sql } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { oneTimePasswordValidUntil, resendFrom } from '../accounts.sign-in.rules.ts'
import { mailOneTimePassword } from '../accounts.sign-in.steps.ts'
import { accounts, type SignInAttemptRow, signInAttempts } from '../accounts.table.ts'
import { lockAttempt } from './verify-one-time-password.ts'

/** ワンタイムパスワードを送りなおす: the one before is worthless; wrong tries stay counted. */
export function resendOneTimePassword(ctx: Context, attemptId: Id<'att'>): Promise<SignInAttemptRow | Refusal> {
  return inTransaction(ctx, {}, async (tx): Promise<SignInAttemptRow | Refusal> => {
    const attempt = await lockAttempt(tx, ctx, attemptId)
    if (attempt instanceof Refusal) return attempt
    if (attempt.factor !== 'MAIL') return new Refusal('NOT_ALLOWED')
    const from = resendFrom(attempt, tx.policyOf())
    if (tx.now < from) {
      const seconds = Math.ceil((from.getTime() - tx.now.getTime()) / 1_000)
      return new Refusal('TOO_MANY_TRIES', { facts: seconds <= 90 ? { seconds } : { minutes: Math.ceil(seconds / 60) } })
    }
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, attempt.accountId))
    const code = await mailOneTimePassword(tx, account!, attempt.id)
    if (code instanceof Refusal) return code
    const [sent] = await tx.db
      .update(signInAttempts)
      .set({
        codeHash: code.hash,
        sentAt: tx.now,
        validUntil: oneTimePasswordValidUntil(tx.now, tx.policyOf()),
        resends: sql`${signInAttempts.resends} + 1`,
      })
      .where(eq(signInAttempts.id, attempt.id))
      .returning()
    return sent!
  })
}
