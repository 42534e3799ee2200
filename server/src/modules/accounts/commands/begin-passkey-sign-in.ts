import type { Context } from '../../../graph/context.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { askPasskey, type PasskeyAsked } from '../accounts.passkeys.steps.ts'
import { signInOptions } from '../passkeys.ts'

/** パスキーでのログインをはじめる: nobody says who it is, so there is nothing to find out (S8). */
export async function beginPasskeySignIn(ctx: Context): Promise<PasskeyAsked | Refusal> {
  const options = await signInOptions(ctx.publicUrl, ctx.policyOf().passkeyChallengeMinutes * 60_000)
  return inTransaction(ctx, {}, (tx) => askPasskey(tx, ctx, options, null))
}
