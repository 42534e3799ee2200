import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { jstDateOf } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { endPosting, eraseDraft } from './postings.steps.ts'
import { postingReviews, postings } from './postings.table.ts'

const NEVER_OPENED = ['DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED'] as const

/** R7: postings of an erased provisional account never opened; they go with all their texts. */
export const erasePostingsOf = (tx: Tx, { employerId }: { employerId: Id<'emp'> }): Promise<void> =>
  erase(tx, eq(postings.employerId, employerId))

async function erase(tx: Tx, which: SQL | undefined): Promise<void> {
  const rows = await tx.db.select({ id: postings.id }).from(postings).where(which).for('update')
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  for (const id of ids) await eraseDraft(tx, id)
  await tx.db.delete(postingReviews).where(inArray(postingReviews.postingId, ids))
  await tx.db.delete(postingSheets).where(inArray(postingSheets.postingId, ids))
  await tx.db.delete(postings).where(inArray(postings.id, ids))
  await recordErasure(tx, 'postings', ids)
  for (const id of ids) await tx.record({ action: 'erasePosting', object: id })
}

/** On `employerClosed` (STATES 3.4): what is open ends as 計画変更, what never opened goes; ended ones stay as what was offered. */
export async function closePostingsOf(tx: Tx, { employerId }: { employerId: Id<'emp'> }): Promise<void> {
  await erase(tx, and(eq(postings.employerId, employerId), inArray(postings.status, [...NEVER_OPENED])))
  const today = jstDateOf(tx.now)
  const open = await tx.db
    .select()
    .from(postings)
    .where(and(eq(postings.employerId, employerId), eq(postings.status, 'OPEN')))
    .for('update')
  for (const posting of open) {
    await endPosting(tx, posting, { reason: 'PLAN_CHANGED', invalidOn: today, lastOpenDay: today })
    await tx.record({ action: 'closePosting', object: posting.id, changes: [{ field: 'status', before: 'OPEN', after: 'ENDED' }] })
  }
}
