import { and, eq } from 'drizzle-orm'
import { accountOf, type Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { accountById } from './accounts.queries.ts'
import { countSignIn } from './accounts.sign-in.steps.ts'
import { bucketOf, forgetTries, renewToken, type Started } from './accounts.steps.ts'
import { type AccountRow, accounts } from './accounts.table.ts'
import type { ViewerRoot } from './accounts.types.ts'
import { isPassword } from './passwords.ts'

/** The account that acts and the session it acts in; `@Audience` has turned everybody else away. */
export function ownSession(ctx: Context): { accountId: Id<'acc'>; sessionId: Id<'ses'> } {
  const accountId = accountOf(ctx.viewer)
  const sessionId = ctx.session.id
  if (accountId === null || sessionId === null) throw new Error('a field for signed-in people was reached by nobody')
  return { accountId, sessionId }
}

/** Before what a stolen session must not do the current password is asked for; wrong ones wait like those of a sign-in (S10). */
export async function checkCurrentPassword(ctx: Context, password: string): Promise<AccountRow | Refusal> {
  const { accountId } = ownSession(ctx)
  const bucket = bucketOf('currentPassword', accountId)
  const counted = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const seconds = await countSignIn(tx, bucket, tx.policyOf().signInTries)
    const facts = seconds < 60 ? { seconds } : { minutes: Math.ceil(seconds / 60) }
    return seconds > 0 ? new Refusal('TOO_MANY_TRIES', { facts }).keeping() : { id: bucket }
  })
  if (counted instanceof Refusal) return counted
  const account = await accountById(ctx, accountId)
  if (!account || !(await isPassword(password, account.passwordHash)))
    return new Refusal('PROBLEMS', { problems: [{ path: 'currentPassword', code: 'CURRENT_PASSWORD_WRONG', severity: 'ERROR' }] })
  await inTransaction(ctx, {}, async (tx) => {
    await forgetTries(tx, bucket)
    return { id: bucket }
  })
  return account
}

/** Locks the account as it was when its password was looked at; null when it was changed meanwhile. */
export async function lockUnchanged(tx: Tx, account: AccountRow): Promise<AccountRow | null> {
  const [current] = await tx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash), eq(accounts.status, 'OPEN')))
    .for('update')
  return current ?? null
}

/** What a transaction that makes this browser's cookie anew leaves for the answer. */
export interface Renewed extends Started {
  id: Id<'ses'>
}

export const renewOwn = async (tx: Tx, sessionId: Id<'ses'>): Promise<Renewed> => ({ ...(await renewToken(tx, sessionId)), id: sessionId })

/** After COMMIT: the new cookie is set; who looks is the same person. */
export function showRenewed(ctx: Context, result: Renewed | Refusal): ViewerRoot | Refusal {
  if (result instanceof Refusal) return result
  ctx.session.setCookie(result.token, result.session.absoluteUntil)
  return showViewer(ctx)
}

export const showViewer = (ctx: Context): ViewerRoot => ({ viewer: ctx.viewer, idleUntil: ctx.session.idleUntil })
