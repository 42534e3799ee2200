import { erasures, type Erasable } from '../db/platform.table.ts'
import type { Tx } from '../db/transaction.ts'

/** S54: whatever erases data of a person says so here, in the same transaction, so that no backup brings it back. Ids only. */
export async function recordErasure(tx: Tx, what: Erasable, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  await tx.db.insert(erasures).values(subjects.map((subject) => ({ what, subject, at: tx.now })))
  await tx.addJob('writeErasures', {}, { key: 'writeErasures' })
}
