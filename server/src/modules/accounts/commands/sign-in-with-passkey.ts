import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { takeChallenge } from '../accounts.passkeys.steps.ts'
import { accounts, type PasskeyRow, passkeys } from '../accounts.table.ts'
import type { ViewerRoot } from '../accounts.types.ts'
import { beginSession, showSignedIn, type SignedIn } from '../begin-session.ts'
import { type Claimed, claimedBy, counterOfSignature } from '../passkeys.ts'

/**
 * パスキーでログイン: a device that verified its owner stands for password and one-time password, also for staff (S18). Whatever is
 * wrong, the answer is the same, and what was to be signed is used up.
 */
export async function signInWithPasskey(ctx: Context, credential: object): Promise<ViewerRoot | Refusal> {
  const refused = new Refusal('PASSKEY_REFUSED').keeping()
  const claimed = claimedBy(credential)
  if (claimed === null) return refused
  const result = await inTransaction(ctx, {}, async (tx): Promise<SignedIn | Refusal> => {
    if ((await takeChallenge(tx, ctx, claimed.challenge, null)) === null) return refused
    const passkey = await lockPasskey(tx, claimed)
    if (passkey === null) return refused
    const counter = await counterOfSignature(credential, ctx.publicUrl, claimed.challenge, passkey)
    if (counter === null) {
      await tx.record({ action: 'failPasskey', object: passkey.id, person: passkey.accountId })
      return refused
    }
    await tx.db.update(passkeys).set({ counter, lastUsedAt: tx.now }).where(eq(passkeys.id, passkey.id))
    const begun = await beginSession(tx, ctx, { accountId: passkey.accountId })
    await tx.record({ action: 'signInWithPasskey', object: begun.id, person: passkey.accountId })
    return begun
  })
  return showSignedIn(ctx, result)
}

/** The passkey of an account in use, given out for that account. */
async function lockPasskey(tx: Tx, { credentialId, account }: Claimed): Promise<PasskeyRow | null> {
  const [found] = await tx.db
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(accounts, and(eq(accounts.id, passkeys.accountId), eq(accounts.status, 'OPEN')))
    .where(and(eq(passkeys.credentialId, credentialId), isNull(passkeys.removedAt)))
    .for('update')
  return found && found.passkey.accountId === account ? found.passkey : null
}
