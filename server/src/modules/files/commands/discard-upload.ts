import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Context, partyOf } from '../../../graph/context.ts'
import { idOfUuid, uuidOfId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { recordErasure } from '../../../platform/erasures/record-erasure.ts'
import { attachments } from '../files.table.ts'

/** Takes back a file that has not been sent with anything. */
export function discardUpload(ctx: Context, id: string): Promise<{ id: string } | Refusal> {
  const party = partyOf(ctx.viewer)
  if (party === null) return Promise.resolve(new Refusal('NOT_FOUND'))
  return inTransaction<{ id: string } | Refusal>(ctx, {}, async (tx) => {
    const [gone] = await tx.db
      .update(attachments)
      .set({ state: 'ERASED', blobHash: null, uploadTokenHash: null })
      .where(
        and(
          eq(attachments.id, idOfUuid('fil', uuidOfId('fil', id))),
          eq(attachments.party, party),
          isNull(attachments.usedBy),
          ne(attachments.state, 'ERASED'),
        ),
      )
      .returning({ id: attachments.id })
    if (!gone) return new Refusal('NOT_FOUND')
    await recordErasure(tx, 'attachments', [gone.id])
    await tx.record({ action: 'discardUpload', object: gone.id })
    return gone
  })
}
