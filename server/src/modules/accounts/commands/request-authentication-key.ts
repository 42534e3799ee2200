import type { Context } from '../../../graph/context.ts'
import { TERMS_VERSION } from '../../../i18n/terms.ja.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { ASKED_BY_ANYBODY, problemsOfEmail, typedEmail } from '../accounts.rules.ts'
import type { AuthenticationKeyRow } from '../accounts.table.ts'
import { type KeyWanted, sendKey } from '../send-key.ts'

/** 認証キーを送る: the first step of opening a My Page, and of a new password. */
export async function requestAuthenticationKey(ctx: Context, input: KeyWanted): Promise<AuthenticationKeyRow | Refusal> {
  if (!ASKED_BY_ANYBODY.includes(input.purpose)) return new Refusal('NOT_ALLOWED')
  const email = typedEmail(input.email)
  const problems = [...problemsOfEmail(email, ctx.policyOf()), ...problemsOfTerms(input)]
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  return sendKey(ctx, { ...input, email })
}

/** A reset agrees to nothing new. */
const problemsOfTerms = ({ purpose, termsVersion }: KeyWanted): Problem[] =>
  purpose === 'RESET' || termsVersion === TERMS_VERSION ? [] : [{ path: 'termsVersion', code: 'TERMS_NOT_ACCEPTED', severity: 'ERROR' }]
