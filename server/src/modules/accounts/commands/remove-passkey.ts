import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { passkeyRemovedMail } from '../../../i18n/mails.ways-in.ja.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { ownSession, showViewer } from '../accounts.own.steps.ts'
import { accounts, passkeys } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'

/** パスキーを削除する: it opens nothing from now on; who is signed in stays so. */
export async function removePasskey(ctx: Context, id: Id<'psk'>): Promise<ViewerRoot | Refusal> {
  const { accountId } = ownSession(ctx)
  const result = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const [removed] = await tx.db
      .update(passkeys)
      .set({ removedAt: tx.now })
      .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId), isNull(passkeys.removedAt)))
      .returning()
    if (!removed) return new Refusal('NOT_FOUND')
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId))
    await writeMail(tx, { to: account!.email, ...passkeyRemovedMail(removed.name), template: 'passkeyRemoved' })
    await tx.record({ action: 'removePasskey', object: id, person: accountId })
    return removed
  })
  return result instanceof Refusal ? result : showViewer(ctx)
}
