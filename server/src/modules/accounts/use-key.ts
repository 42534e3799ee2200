import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { isKeyAlive, type KeyPurpose, typedKey } from './accounts.rules.ts'
import { type AuthenticationKeyRow, authenticationKeys } from './accounts.table.ts'
import { hashKey } from './keys.ts'

/** A key as somebody typed it, for an address that was tidied. */
interface ShownKey {
  email: string
  purpose: KeyPurpose
  authenticationKey: string
}

/** Looks at keys that nothing newer replaced: one, or one of each establishment that invites. A wrong one is counted before anything else is done (S3). */
export const tryKey = (ctx: Context, { email, purpose, authenticationKey }: ShownKey): Promise<AuthenticationKeyRow | Refusal> =>
  inTransaction(ctx, {}, async (tx): Promise<AuthenticationKeyRow | Refusal> => {
    const newest = await tx.db
      .select()
      .from(authenticationKeys)
      .where(and(eq(authenticationKeys.email, email), eq(authenticationKeys.purpose, purpose), isNull(authenticationKeys.replacedAt)))
      .orderBy(desc(authenticationKeys.createdAt), desc(authenticationKeys.id))
      .for('update')
    const alive = newest.filter((key) => isKeyAlive(key, tx.now, tx.policyOf()))
    if (alive.length === 0) return new Refusal('KEY_DEAD')
    const hash = hashKey(typedKey(authenticationKey), email, purpose)
    const right = alive.find(({ keyHash }) => keyHash === hash)
    if (right) return right
    const ids = alive.map(({ id }) => id)
    await tx.db
      .update(authenticationKeys)
      .set({ wrongTries: sql`${authenticationKeys.wrongTries} + 1` })
      .where(inArray(authenticationKeys.id, ids))
    return new Refusal('KEY_DEAD').keeping()
  })

/** Of many who hold the same key one wins. That it came in time was seen before the password was hashed. */
export async function useKey(tx: Tx, key: AuthenticationKeyRow): Promise<boolean> {
  const used = await tx.db
    .update(authenticationKeys)
    .set({ usedAt: tx.now })
    .where(
      and(
        eq(authenticationKeys.id, key.id),
        isNull(authenticationKeys.usedAt),
        isNull(authenticationKeys.replacedAt),
        lt(authenticationKeys.wrongTries, tx.policyOf().authenticationKeyTries),
      ),
    )
    .returning({ id: authenticationKeys.id })
  return used.length === 1
}
