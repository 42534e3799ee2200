import type { Context } from '../../../graph/context.ts'
import { TERMS_VERSION } from '../../../i18n/terms.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { sendRegisteredKey } from '../accounts.awaited.steps.ts'
import { type KeyWanted, sendKey } from '../accounts.keys.steps.ts'
import { ASKED_BY_ANYBODY, problemsOfEmail, problemsOfTerms, typedEmail } from '../accounts.rules.ts'
import type { AuthenticationKeyRow } from '../accounts.table.ts'

/** 認証キーを送る: the first step of opening a My Page, and of a new password, which agrees to nothing new. */
export async function requestAuthenticationKey(ctx: Context, input: Omit<KeyWanted, 'subject'>): Promise<AuthenticationKeyRow | Refusal> {
  if (!ASKED_BY_ANYBODY.includes(input.purpose)) return new Refusal('NOT_ALLOWED')
  const email = typedEmail(input.email)
  const terms = input.purpose === 'RESET' ? [] : problemsOfTerms(input.termsVersion, TERMS_VERSION)
  const problems = [...problemsOfEmail(email, ctx.policyOf()), ...terms]
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  return inTransaction(ctx, {}, (tx) =>
    input.purpose === 'OPEN_REGISTERED' ? sendRegisteredKey(tx, { ...input, email }) : sendKey(tx, { ...input, email, subject: null }),
  )
}
