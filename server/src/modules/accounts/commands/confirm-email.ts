import { eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { emailChangedMail } from '../../../i18n/mails.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { isTaken } from '../../../platform/db/is-taken.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { ownSession, type Renewed, renewOwn, showRenewed } from '../accounts.own.steps.ts'
import { typedEmail } from '../accounts.rules.ts'
import { forgetDevicesOf } from '../accounts.sign-in.steps.ts'
import { endSessionsOf } from '../accounts.steps.ts'
import { accounts } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { tryKey, useKey } from '../use-key.ts'

export interface ConfirmEmail {
  email: string
  authenticationKey: string
}

/** 新しいメールアドレスを確かめる: the key came back, so the address is one's own. The old address is told (S10). */
export async function confirmEmail(ctx: Context, input: ConfirmEmail): Promise<ViewerRoot | Refusal> {
  const { accountId, sessionId } = ownSession(ctx)
  const email = typedEmail(input.email)
  const key = await tryKey(ctx, { email, purpose: 'CHANGE_EMAIL', authenticationKey: input.authenticationKey })
  if (key instanceof Refusal) return key
  if (key.subject !== accountId) return new Refusal('KEY_DEAD')
  const result = await inTransaction(ctx, {}, async (tx): Promise<Renewed | Refusal> => {
    if (!(await useKey(tx, key))) return new Refusal('KEY_DEAD')
    const [before] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId)).for('update')
    if (await isTaken(tx, (db) => db.update(accounts).set({ email }).where(eq(accounts.id, accountId)))) return new Refusal('KEY_DEAD')
    await endSessionsOf(tx, accountId, sessionId)
    await forgetDevicesOf(tx, accountId)
    await writeMail(tx, { to: before!.email, ...emailChangedMail(), template: 'emailChanged' })
    await tx.record({
      action: 'changeEmail',
      object: accountId,
      person: accountId,
      changes: [{ field: 'email', before: null, after: null }],
    })
    return renewOwn(tx, sessionId)
  })
  return showRenewed(ctx, result)
}
