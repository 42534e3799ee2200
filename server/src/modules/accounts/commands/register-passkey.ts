import { eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { passkeyAddedMail } from '../../../i18n/mails.ways-in.ja.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/write-mail.ts'
import { ownSession, showViewer } from '../accounts.own.steps.ts'
import { isRoomForPasskey, passkeyName } from '../accounts.passkeys.rules.ts'
import { passkeysOf, takeChallenge } from '../accounts.passkeys.steps.ts'
import { accounts, passkeys } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { deviceName } from '../device-name.ts'
import { claimedBy, newCredential } from '../passkeys.ts'

export interface RegisterPasskey {
  credential: object
  name: string | null
}

/** パスキーを追加する: what the browser made for the challenge of `beginPasskeyRegistration`. */
export async function registerPasskey(ctx: Context, input: RegisterPasskey): Promise<ViewerRoot | Refusal> {
  const { accountId } = ownSession(ctx)
  const refused = new Refusal('PASSKEY_NOT_ADDED').keeping()
  const claimed = claimedBy(input.credential)
  if (claimed === null) return refused
  const result = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const challenge = await takeChallenge(tx, ctx, claimed.challenge, accountId)
    if (challenge === null) return refused
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId)).for('update')
    // A password that was changed meanwhile ends what began with the one before.
    if (account?.status !== 'OPEN' || account.passwordChangedAt > challenge.createdAt) return refused
    const credential = await newCredential(input.credential, ctx.publicUrl, claimed.challenge)
    if (credential === null) return refused
    if (!isRoomForPasskey((await passkeysOf(tx, accountId)).length, tx.policyOf())) return new Refusal('PASSKEYS_FULL').keeping()
    const [added] = await tx.db
      .insert(passkeys)
      .values({
        accountId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: passkeyName(input.name, deviceName(ctx.session.userAgent)),
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning()
    if (!added) return refused
    await writeMail(tx, { to: account.email, ...passkeyAddedMail(added.name), template: 'passkeyAdded' })
    await tx.record({ action: 'registerPasskey', object: added.id, person: accountId })
    return added
  })
  return result instanceof Refusal ? result : showViewer(ctx)
}
