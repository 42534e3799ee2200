import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { checkPassword } from '../accounts.password.steps.ts'
import { accountOfEmail } from '../accounts.queries.ts'
import { typedEmail } from '../accounts.rules.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'
import { tryKey, useKey } from '../use-key.ts'

interface AcceptInvitation {
  email: string
  authenticationKey: string
  password: string
}

/** 招待を受ける: who signs in already shows the mailed key and the password, and acts for the establishment from then on. */
export async function acceptInvitation(ctx: Context, input: AcceptInvitation): Promise<ViewerRoot | Refusal> {
  const email = typedEmail(input.email)
  const key = await tryKey(ctx, { email, purpose: 'MEMBER', authenticationKey: input.authenticationKey })
  if (key instanceof Refusal) return key
  const account = await accountOfEmail(ctx, email)
  if (!account) return new Refusal('KEY_DEAD')
  const known = await checkPassword(ctx, account.id, input.password, 'password')
  if (known instanceof Refusal) return known
  if (account.status !== 'OPEN') return new Refusal('ACCOUNT_SUSPENDED')
  const result = await inTransaction(ctx, {}, async (tx): Promise<SignedIn | Refusal> => {
    if (!(await useKey(tx, key))) return new Refusal('KEY_DEAD')
    tx.emit('invitationAccepted', { accountId: account.id, subject: key.subject })
    const begun = await beginSession(tx, ctx, { accountId: account.id, wish: key.subject })
    await tx.record({ action: 'acceptInvitation', object: key.subject ?? key.id, person: account.id })
    return begun
  })
  return showSignedIn(ctx, result)
}
