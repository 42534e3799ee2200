import { and, eq, gte } from 'drizzle-orm'
import { type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { postingParties, type PostingPartyRow } from './postings.parties.table.ts'

/** R25: from applying, the seeker sees this posting in full. */
export async function admitSeeker(tx: Tx, postingId: Id<'pst'>, seekerId: Id<'skr'>): Promise<void> {
  await tx.db.insert(postingParties).values({ postingId, seekerId, reason: 'APPLICATION' }).onConflictDoNothing()
}

/** An application taken back or referred in error no longer shows anything. */
export const dismissSeeker = (tx: Tx, postingId: Id<'pst'>, seekerId: Id<'skr'>): Promise<void> =>
  remove(tx, { postingId, seekerId, reason: 'APPLICATION' })

/** R25: the seeker knows who offers the work up to the last day of the offer; in scope 3 only if the office says so. A newer offer stands for an older one. */
export async function offerToSeeker(
  tx: Tx,
  postingId: Id<'pst'>,
  seekerId: Id<'skr'>,
  offer: { until: JstDate; nameShown: boolean },
): Promise<void> {
  await tx.db
    .insert(postingParties)
    .values({ postingId, seekerId, reason: 'OFFER', ...offer })
    .onConflictDoUpdate({ target: [postingParties.postingId, postingParties.seekerId, postingParties.reason], set: offer })
}

/** An offer that was answered, dropped or taken back no longer shows anything. */
export const dropOffer = (tx: Tx, postingId: Id<'pst'>, seekerId: Id<'skr'>): Promise<void> =>
  remove(tx, { postingId, seekerId, reason: 'OFFER' })

/** An offer of this posting that is open today. */
export async function holdsOffer(tx: Tx, postingId: Id<'pst'>, seekerId: Id<'skr'>): Promise<boolean> {
  const [offer] = await tx.db
    .select({ until: postingParties.until })
    .from(postingParties)
    .where(
      and(
        eq(postingParties.postingId, postingId),
        eq(postingParties.seekerId, seekerId),
        eq(postingParties.reason, 'OFFER'),
        gte(postingParties.until, jstDateOf(tx.now)),
      ),
    )
  return offer !== undefined
}

/** Whoever has left sees nothing any more. */
export async function dismissEverywhere(tx: Tx, seekerId: Id<'skr'>): Promise<void> {
  await tx.db.delete(postingParties).where(eq(postingParties.seekerId, seekerId))
}

async function remove(tx: Tx, { postingId, seekerId, reason }: Pick<PostingPartyRow, 'postingId' | 'seekerId' | 'reason'>): Promise<void> {
  await tx.db
    .delete(postingParties)
    .where(and(eq(postingParties.postingId, postingId), eq(postingParties.seekerId, seekerId), eq(postingParties.reason, reason)))
}
