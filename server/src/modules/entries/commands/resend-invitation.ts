import { eq } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { countInvitationMail, lockRegistrant, sendInvitation } from '../entries.steps.ts'
import { type RegistrantRow, registrants } from '../entries.table.ts'

/** 招待を送りなおす: a new link, and the ones before it are dead. Who has opened the My Page needs none. */
export function resendInvitation(
  ctx: Context,
  staff: ViewerOf<'staff'>,
  { registrantId, version, dryRun }: { registrantId: string; version: number; dryRun: boolean },
): Promise<RegistrantRow | Refusal | Preview> {
  return inTransaction<RegistrantRow | Refusal, boolean>(ctx, { dryRun }, async (tx) => {
    const registrant = await lockRegistrant(tx, staff, registrantId)
    if (registrant instanceof Refusal) return registrant
    if (registrant.openedAt !== null) return new Refusal('REGISTRANT_OPENED', { current: registrant })
    if (registrant.version !== version) return new Refusal('VERSION_CONFLICT', { current: registrant })
    const tooMany = await countInvitationMail(tx, registrant.email)
    if (tooMany) return tooMany
    await sendInvitation(tx, ctx, registrant)
    const [changed] = await tx.db
      .update(registrants)
      .set({ version: version + 1 })
      .where(eq(registrants.id, registrant.id))
      .returning()
    await tx.record({
      action: 'resendInvitation',
      object: registrant.id,
      person: registrant.id,
      changes: [{ field: 'invitation', before: null, after: 'SENT' }],
    })
    return changed!
  })
}
