import { eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { withdrawnMail } from '../../../i18n/mails.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { recordErasure } from '../../../platform/erasures/record-erasure.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import '../accounts.events.ts'
import { checkCurrentPassword, lockUnchanged, ownSession } from '../accounts.own.steps.ts'
import { endSessionsOf } from '../accounts.steps.ts'
import { type AccountRow, accounts } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'

export interface Withdraw {
  currentPassword: string
  /** An owner says that the establishment's My Page closes too. */
  closesEmployer: boolean
}

/** 退会 (R16, S50): out at once with every socket; later modules erase what was the person's in the same transaction, the sweep the address. */
export async function withdraw(ctx: Context, { currentPassword, closesEmployer }: Withdraw): Promise<ViewerRoot | Refusal> {
  const { accountId } = ownSession(ctx)
  const account = await checkCurrentPassword(ctx, currentPassword)
  if (account instanceof Refusal) return account
  const left = await inTransaction(ctx, {}, async (tx): Promise<AccountRow | Refusal> => {
    if (!(await lockUnchanged(tx, account))) return new Refusal('VERSION_CONFLICT')
    await tx.db.update(accounts).set({ status: 'CLOSED', withdrawnAt: tx.now, passwordHash: '' }).where(eq(accounts.id, accountId))
    await recordErasure(tx, 'accounts', [accountId])
    await endSessionsOf(tx, accountId, null)
    tx.hint('control', accountId)
    await writeMail(tx, { to: account.email, ...withdrawnMail(), template: 'withdrawn' })
    await tx.record({
      action: 'withdraw',
      object: accountId,
      person: accountId,
      changes: [{ field: 'status', before: 'OPEN', after: 'CLOSED' }],
    })
    tx.emit('accountWithdrawn', { accountId, closesEmployer })
    return account
  })
  if (left instanceof Refusal) return left
  ctx.session.clearCookie()
  ctx.viewer = { kind: 'visitor' }
  ctx.memo.clear()
  return { viewer: ctx.viewer, idleUntil: null }
}
