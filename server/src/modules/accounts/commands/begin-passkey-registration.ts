import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { checkCurrentPassword, lockUnchanged } from '../accounts.own.steps.ts'
import { isRoomForPasskey } from '../accounts.passkeys.rules.ts'
import { askPasskey, type PasskeyAsked, passkeysOf } from '../accounts.passkeys.steps.ts'
import { registrationOptions } from '../passkeys.ts'

/** パスキーの追加をはじめる: the current password is asked for, because what is added opens the account for good (S10). */
export async function beginPasskeyRegistration(ctx: Context, currentPassword: string): Promise<PasskeyAsked | Refusal> {
  const account = await checkCurrentPassword(ctx, currentPassword)
  if (account instanceof Refusal) return account
  return inTransaction(ctx, {}, async (tx): Promise<PasskeyAsked | Refusal> => {
    if (!(await lockUnchanged(tx, account))) return new Refusal('VERSION_CONFLICT')
    const known = await passkeysOf(tx, account.id)
    if (!isRoomForPasskey(known.length, tx.policyOf())) return new Refusal('PASSKEYS_FULL')
    const options = await registrationOptions(ctx.publicUrl, account, known, tx.policyOf().passkeyChallengeMinutes * 60_000)
    return askPasskey(tx, ctx, options, account.id)
  })
}
