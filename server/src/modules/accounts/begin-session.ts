import type { Context } from '../../graph/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Seat } from './accounts.events.ts'
import { endSession, findSeat, type Started, startSession } from './accounts.steps.ts'
import type { ViewerRoot } from './accounts.types.ts'

/** What a transaction that signs somebody in leaves for the answer. */
export interface SignedIn extends Started {
  id: Id<'ses'>
  seat: Seat
}

/** A new session for every sign-in; the one the browser came with ends (S11). */
export async function beginSession(tx: Tx, ctx: Context, accountId: Id<'acc'>, wish: string | null = null): Promise<SignedIn> {
  if (ctx.session.id !== null) await endSession(tx, ctx.session.id)
  const started = await startSession(tx, { accountId, userAgent: ctx.session.userAgent })
  return { ...started, id: started.session.id, seat: await findSeat(tx, started.session, wish) }
}

/** After COMMIT: the cookie is set, and the rest of this operation is answered to the new viewer. */
export function showSignedIn(ctx: Context, result: SignedIn | Refusal): ViewerRoot | Refusal {
  if (result instanceof Refusal) return result
  const { session, token, seat } = result
  if (seat.viewer === null) return new Refusal(seat.refusal ?? 'ACCOUNT_SUSPENDED')
  ctx.session.setCookie(token, session.absoluteUntil)
  ctx.viewer = seat.viewer
  ctx.memo.clear()
  return { viewer: seat.viewer, idleUntil: session.idleUntil }
}
