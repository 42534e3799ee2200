import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type KeyPurpose, typedEmail } from '../accounts.rules.ts'
import { type AuthenticationKeyRow, authenticationKeys } from '../accounts.table.ts'
import { sendKey } from '../send-key.ts'

/** 認証キーを送りなおす: what was agreed to with the first one still holds. */
export async function resendKey(ctx: Context, typed: string, purpose: KeyPurpose): Promise<AuthenticationKeyRow | Refusal> {
  const email = typedEmail(typed)
  const [last] = await ctx.db
    .select({ termsVersion: authenticationKeys.termsVersion })
    .from(authenticationKeys)
    .where(and(eq(authenticationKeys.email, email), eq(authenticationKeys.purpose, purpose)))
    .orderBy(desc(authenticationKeys.createdAt), desc(authenticationKeys.id))
    .limit(1)
  if (!last) return new Refusal('NOT_FOUND')
  return sendKey(ctx, { email, purpose, termsVersion: last.termsVersion })
}
