import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { sendRegisteredKey } from '../accounts.awaited.steps.ts'
import { sendKey } from '../accounts.keys.steps.ts'
import { type KeyPurpose, typedEmail } from '../accounts.rules.ts'
import { type AuthenticationKeyRow, authenticationKeys } from '../accounts.table.ts'

/** 認証キーを送りなおす: what was agreed to, and proved, with the first one still holds; a proof as long as its key does. */
export function resendKey(ctx: Context, typed: string, purpose: KeyPurpose): Promise<AuthenticationKeyRow | Refusal> {
  if (purpose === 'MEMBER') return Promise.resolve(new Refusal('INVITATION_BY_OWNER'))
  const email = typedEmail(typed)
  return inTransaction(ctx, {}, async (tx): Promise<AuthenticationKeyRow | Refusal> => {
    const [last] = await tx.db
      .select()
      .from(authenticationKeys)
      .where(and(eq(authenticationKeys.email, email), eq(authenticationKeys.purpose, purpose)))
      .orderBy(desc(authenticationKeys.createdAt), desc(authenticationKeys.id))
      .limit(1)
    if (!last) return new Refusal('NOT_FOUND')
    if (purpose === 'OPEN_REGISTERED') return sendRegisteredKey(tx, last)
    const { termsVersion, subject, validUntil } = last
    if (subject !== null && tx.now >= validUntil) return new Refusal('PROOF_EXPIRED')
    return sendKey(tx, { email, purpose, termsVersion, subject })
  })
}
