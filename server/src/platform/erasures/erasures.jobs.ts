import { asc, inArray, isNull } from 'drizzle-orm'
import { erasures } from '../db/platform.table.ts'
import { type CommandContext, inTransaction } from '../db/transaction.ts'
import type { ErasureJournal } from './erasure-journal.ts'

const BATCH = 1_000

/** S54: committed erasures go into the journal beside the database. Cut off between file and mark, a line stands there twice and counts once. */
export async function sweepErasureJournal(ctx: CommandContext & { journal: ErasureJournal }): Promise<number> {
  for (let written = 0; ;) {
    let found = 0
    await inTransaction(ctx, {}, async (tx) => {
      const rows = await tx.db
        .select()
        .from(erasures)
        .where(isNull(erasures.writtenAt))
        .orderBy(asc(erasures.id))
        .limit(BATCH)
        .for('update', { skipLocked: true })
      found = rows.length
      if (found === 0) return { id: 'erasures' }
      await ctx.journal.append(rows)
      const ids = rows.map(({ id }) => id)
      await tx.db.update(erasures).set({ writtenAt: tx.now }).where(inArray(erasures.id, ids))
      return { id: 'erasures' }
    })
    written += found
    if (found < BATCH) return written
  }
}
