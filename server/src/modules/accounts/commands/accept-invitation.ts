import { accountOf, type Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { checkPassword } from '../accounts.password.steps.ts'
import { accountOfEmail } from '../accounts.queries.ts'
import { typedEmail } from '../accounts.rules.ts'
import { factorBesideKey, type SettingUp } from '../accounts.second-factor.steps.ts'
import type { SignInAttemptRow } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'
import { tryKey, useKey } from '../use-key.ts'

interface AcceptInvitation {
  email: string
  authenticationKey: string
  password: string
}

/**
 * 招待を受ける: who signs in already shows the mailed key and the password, and acts for the establishment from then on. Whoever has an
 * authenticator app shows its number before they are in.
 */
export async function acceptInvitation(
  ctx: Context,
  input: AcceptInvitation,
): Promise<ViewerRoot | SignInAttemptRow | SettingUp | Refusal> {
  const email = typedEmail(input.email)
  const key = await tryKey(ctx, { email, purpose: 'MEMBER', authenticationKey: input.authenticationKey })
  if (key instanceof Refusal) return key
  const account = await accountOfEmail(ctx, email)
  if (!account) return new Refusal('KEY_DEAD')
  const known = await checkPassword(ctx, account.id, input.password, 'password')
  if (known instanceof Refusal) return known
  if (account.status !== 'OPEN') return new Refusal('ACCOUNT_SUSPENDED')
  const result = await inTransaction(ctx, {}, async (tx): Promise<SignedIn | SignInAttemptRow | SettingUp | Refusal> => {
    if (!(await useKey(tx, key))) return new Refusal('KEY_DEAD')
    tx.emit('invitationAccepted', { accountId: account.id, subject: key.subject })
    await tx.record({ action: 'acceptInvitation', object: key.subject ?? key.id, person: account.id })
    const isIn = accountOf(ctx.viewer) === account.id
    const factor = isIn ? null : await factorBesideKey(tx, ctx, account)
    return factor ?? beginSession(tx, ctx, { accountId: account.id, wish: key.subject })
  })
  return 'browserHash' in result || 'secret' in result ? result : showSignedIn(ctx, result)
}
