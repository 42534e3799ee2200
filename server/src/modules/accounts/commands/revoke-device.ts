import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { ownSession, showViewer } from '../accounts.own.steps.ts'
import { endSession } from '../accounts.steps.ts'
import { devices, sessions } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'

/** 覚えた端末を取り消す: it is asked for a one-time password again, and whoever is signed in on it is out (a lost phone). */
export async function revokeDevice(ctx: Context, id: Id<'dev'>): Promise<ViewerRoot | Refusal> {
  const { accountId, sessionId } = ownSession(ctx)
  const result = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const [revoked] = await tx.db
      .update(devices)
      .set({ revokedAt: tx.now })
      .where(and(eq(devices.id, id), eq(devices.accountId, accountId), isNull(devices.revokedAt)))
      .returning({ id: devices.id })
    if (!revoked) return new Refusal('NOT_FOUND')
    const onIt = and(eq(sessions.deviceId, id), isNull(sessions.endedAt), ne(sessions.id, sessionId))
    for (const session of await tx.db.select({ id: sessions.id }).from(sessions).where(onIt)) await endSession(tx, session.id)
    await tx.record({ action: 'revokeDevice', object: id, person: accountId })
    return revoked
  })
  return result instanceof Refusal ? result : showViewer(ctx)
}
