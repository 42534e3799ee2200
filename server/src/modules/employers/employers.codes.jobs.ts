import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { type CommandContext, inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { accountCreationCodes } from './employers.codes.table.ts'

const AT_ONCE = 200

/** ISSUED → EXPIRED from 00:00 after the last day of a code. Runs as often as one likes; answers how many it wrote. */
export async function sweepExpiredCodes(ctx: CommandContext): Promise<number> {
  let written = 0
  for (let batch = AT_ONCE; batch === AT_ONCE;) {
    await inTransaction(ctx, {}, async (tx) => {
      batch = await expireSome(tx)
      return { id: 'sweepExpiredCodes' }
    })
    written += batch
  }
  return written
}

async function expireSome(tx: Tx): Promise<number> {
  const due = await tx.db
    .select({ id: accountCreationCodes.id })
    .from(accountCreationCodes)
    .where(and(eq(accountCreationCodes.state, 'ISSUED'), lte(accountCreationCodes.validUntil, tx.now)))
    .orderBy(asc(accountCreationCodes.id))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true })
  if (due.length === 0) return 0
  await tx.db
    .update(accountCreationCodes)
    .set({ state: 'EXPIRED', endedAt: tx.now })
    .where(
      inArray(
        accountCreationCodes.id,
        due.map(({ id }) => id),
      ),
    )
  for (const { id } of due)
    await tx.record({
      action: 'expireAccountCreationCode',
      object: id,
      changes: [{ field: 'state', before: 'ISSUED', after: 'EXPIRED' }],
    })
  return due.length
}
