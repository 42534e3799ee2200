import { eq } from 'drizzle-orm'
import { jstDateOf } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { eraseAwaited } from '../accounts/accounts.erase.steps.ts'
import { eraseAttachmentsOf } from '../files/files.steps.ts'
import './seekers.events.ts'
import { isValid } from './seekers.rules.ts'
import { endValidPeriod } from './seekers.steps.ts'
import { seekers, seekerSheets } from './seekers.table.ts'

/** On `accountWithdrawn`: whoever is a seeker is shown nowhere any more; later modules end what runs, then `eraseSeeker` follows. */
export async function withdrawSeeker(tx: Tx, { accountId }: { accountId: Id<'acc'> }): Promise<void> {
  const [seeker] = await tx.db.select().from(seekers).where(eq(seekers.accountId, accountId)).for('update')
  if (!seeker) return
  const today = jstDateOf(tx.now)
  const ends = isValid(seeker, today)
  await tx.db
    .update(seekers)
    .set({
      published: false,
      providedToLocalGovernments: false,
      providedToAgencies: false,
      receivesBenefit: false,
      version: seeker.version + 1,
      ...(ends && { status: 'INVALID', invalidReason: 'BY_SEEKER', invalidOn: today }),
    })
    .where(eq(seekers.id, seeker.id))
  if (ends) {
    await endValidPeriod(tx, seeker.id, today)
    tx.emit('seekerBecameInvalid', { seekerId: seeker.id, reason: 'BY_SEEKER' })
  }
  tx.emit('seekerWithdrawn', { seekerId: seeker.id })
}

/** Last on `seekerWithdrawn`: every text of the registration, typed or submitted, and every file. Number and valid days stay, without a person. */
export async function eraseSeeker(tx: Tx, { seekerId }: { seekerId: Id<'skr'> }): Promise<void> {
  await tx.db.delete(drafts).where(eq(drafts.party, seekerId))
  await eraseAttachmentsOf(tx, seekerId)
  await eraseAwaited(tx, seekerId)
  await tx.db.update(seekers).set({ accountId: null, sheetId: null }).where(eq(seekers.id, seekerId))
  await tx.db.delete(seekerSheets).where(eq(seekerSheets.seekerId, seekerId))
  await recordErasure(tx, 'seekers', [seekerId])
  await tx.record({ action: 'eraseSeeker', object: seekerId, person: seekerId })
}
