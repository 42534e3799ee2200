import { and, eq } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { postingParties } from './postings.parties.table.ts'

/** R25: from applying, the seeker sees this posting in full. */
export async function admitSeeker(tx: Tx, postingId: Id<'pst'>, seekerId: Id<'skr'>): Promise<void> {
  await tx.db.insert(postingParties).values({ postingId, seekerId, reason: 'APPLICATION' }).onConflictDoNothing()
}

/** An application taken back or referred in error no longer shows anything. */
export async function dismissSeeker(tx: Tx, postingId: Id<'pst'>, seekerId: Id<'skr'>): Promise<void> {
  await tx.db
    .delete(postingParties)
    .where(and(eq(postingParties.postingId, postingId), eq(postingParties.seekerId, seekerId), eq(postingParties.reason, 'APPLICATION')))
}
