import type { Context } from '../../../graph/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { endSession } from '../accounts.steps.ts'
import type { ViewerRoot } from '../accounts.types.ts'

/** ログアウト: the session ends for every tab and socket of it. Without a session there is nothing to end. */
export async function signOut(ctx: Context): Promise<ViewerRoot> {
  const { id } = ctx.session
  if (id !== null)
    await inTransaction(ctx, {}, async (tx) => {
      await endSession(tx, id)
      await tx.record({ action: 'signOut', object: id })
      return { id }
    })
  ctx.session.clearCookie()
  ctx.viewer = { kind: 'visitor' }
  ctx.memo.clear()
  return { viewer: ctx.viewer, idleUntil: null }
}
