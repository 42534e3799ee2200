import { eq } from 'drizzle-orm'
import { type Context, viewerAs } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { sessions } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'

/** 事業所を切りかえる: a new session for other rights (S11), which ends no later than the old one would have. */
export async function chooseEmployer(ctx: Context, employerId: string): Promise<ViewerRoot | Refusal> {
  const { accountId } = viewerAs(ctx, 'employer')
  const { id } = ctx.session
  const result = await inTransaction(ctx, {}, async (tx): Promise<SignedIn | Refusal> => {
    const [old] = id === null ? [] : await tx.db.select().from(sessions).where(eq(sessions.id, id))
    if (!old) return new Refusal('NOT_FOUND')
    const begun = await beginSession(tx, ctx, { accountId, wish: employerId })
    const [session] = await tx.db
      .update(sessions)
      .set({ deviceId: old.deviceId, absoluteUntil: old.absoluteUntil })
      .where(eq(sessions.id, begun.id))
      .returning()
    await tx.record({ action: 'chooseEmployer', object: begun.id, person: accountId })
    return { ...begun, session: session! }
  })
  return showSignedIn(ctx, result)
}
