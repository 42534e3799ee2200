import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { ownSession, showViewer } from '../accounts.own.steps.ts'
import { endSession as endSessionStep } from '../accounts.steps.ts'
import { sessions } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'

/** ほかの端末をログアウトする: one session of one's own, not the one that acts. */
export async function endSession(ctx: Context, id: Id<'ses'>): Promise<ViewerRoot | Refusal> {
  const { accountId, sessionId } = ownSession(ctx)
  const result = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const [own] = await tx.db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
    if (!own || own.id === sessionId) return new Refusal('NOT_FOUND')
    await endSessionStep(tx, id)
    await tx.record({ action: 'endSession', object: id, person: accountId })
    return { id }
  })
  return result instanceof Refusal ? result : showViewer(ctx)
}
