import type { Context } from '../../../graph/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { ownSession, showViewer } from '../accounts.own.steps.ts'
import { forgetDevicesOf } from '../accounts.sign-in.steps.ts'
import { endSessionsOf } from '../accounts.steps.ts'
import type { ViewerRoot } from '../accounts.types.ts'

/** ほかの端末をすべてログアウトする: every session but the one that acts, and every remembered device is asked again (S5). */
export async function signOutEverywhere(ctx: Context): Promise<ViewerRoot> {
  const { accountId, sessionId } = ownSession(ctx)
  await inTransaction(ctx, {}, async (tx) => {
    await endSessionsOf(tx, accountId, sessionId)
    await forgetDevicesOf(tx, accountId)
    await tx.record({ action: 'signOutEverywhere', object: accountId, person: accountId })
    return { id: accountId }
  })
  return showViewer(ctx)
}
