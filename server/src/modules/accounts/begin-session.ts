import type { Context } from '../../graph/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Seat } from './accounts.events.ts'
import { rememberDevice } from './accounts.sign-in.steps.ts'
import { endSession, findSeat, type Started, startSession } from './accounts.steps.ts'
import type { ViewerRoot } from './accounts.types.ts'

/** What a transaction that signs somebody in leaves for the answer. */
export interface SignedIn extends Started {
  id: Id<'ses'>
  seat: Seat
  /** The mark of a device that is to be remembered from now on. */
  deviceToken: string | null
}

interface Entering {
  accountId: Id<'acc'>
  /** The remembered device it is done on. */
  deviceId?: Id<'dev'>
  /** This browser is to be remembered (R2). */
  remember?: boolean
  /** Whom to act as, where a person may act as several. */
  wish?: string | null
}

/** A new session for every sign-in; the one the browser came with ends (S11). */
export async function beginSession(tx: Tx, ctx: Context, entering: Entering): Promise<SignedIn> {
  const { accountId, deviceId = null, remember = false, wish = null } = entering
  if (ctx.session.id !== null) await endSession(tx, ctx.session.id)
  const remembered = remember ? await rememberDevice(tx, ctx, accountId) : null
  const started = await startSession(tx, {
    accountId,
    userAgent: ctx.session.userAgent,
    deviceId: remembered?.device.id ?? deviceId,
  })
  return { ...started, id: started.session.id, seat: await findSeat(tx, started.session, wish), deviceToken: remembered?.token ?? null }
}

/** After COMMIT: the cookie is set, and the rest of this operation is answered to the new viewer. */
export function showSignedIn(ctx: Context, result: SignedIn | Refusal): ViewerRoot | Refusal {
  if (result instanceof Refusal) return result
  const { session, token, seat, deviceToken } = result
  if (seat.viewer === null) return new Refusal(seat.refusal ?? 'ACCOUNT_SUSPENDED')
  ctx.session.setCookie(token, session.absoluteUntil)
  if (deviceToken !== null) ctx.session.setDeviceCookie(deviceToken)
  ctx.viewer = seat.viewer
  ctx.memo.clear()
  return { viewer: seat.viewer, idleUntil: session.idleUntil }
}
