import { eq, inArray } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { eraseDraft } from './postings.steps.ts'
import { postingReviews, postings } from './postings.table.ts'

/** R7: postings of an erased provisional account never opened; they go with all their texts. */
export async function erasePostingsOf(tx: Tx, { employerId }: { employerId: Id<'emp'> }): Promise<void> {
  const rows = await tx.db.select({ id: postings.id }).from(postings).where(eq(postings.employerId, employerId)).for('update')
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  for (const id of ids) await eraseDraft(tx, id)
  await tx.db.delete(postingReviews).where(inArray(postingReviews.postingId, ids))
  await tx.db.delete(postingSheets).where(inArray(postingSheets.postingId, ids))
  await tx.db.delete(postings).where(inArray(postings.id, ids))
  for (const id of ids) await tx.record({ action: 'erasePosting', object: id })
}
