import { and, eq } from 'drizzle-orm'
import { accountOf, type Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { checkPassword } from './accounts.password.steps.ts'
import { renewToken, type Started } from './accounts.steps.ts'
import { type AccountRow, accounts } from './accounts.table.ts'
import type { ViewerRoot } from './accounts.types.ts'

/** The account that acts and the session it acts in; `@Audience` has turned everybody else away. */
export function ownSession(ctx: Context): { accountId: Id<'acc'>; sessionId: Id<'ses'> } {
  const accountId = accountOf(ctx.viewer)
  const sessionId = ctx.session.id
  if (accountId === null || sessionId === null) throw new Error('a field for signed-in people was reached by nobody')
  return { accountId, sessionId }
}

export const checkCurrentPassword = (ctx: Context, password: string): Promise<AccountRow | Refusal> =>
  checkPassword(ctx, ownSession(ctx).accountId, password)

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
