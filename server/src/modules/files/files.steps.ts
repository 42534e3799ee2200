import { asc, eq, inArray } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import { idOfUuid, uuidOfId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { type AttachmentRow, attachments } from './files.table.ts'

/** Ties files to what carries them: each must be the giver's own, checked and unused. One file is sent once. */
export async function useAttachments(tx: Tx, party: string, ids: readonly string[], usedBy: string): Promise<AttachmentRow[] | Refusal> {
  const wanted = [...new Set(ids)].map((id) => idOfUuid('fil', uuidOfId('fil', id)) as Id<'fil'>)
  const max = tx.policyOf().filesPerMessage
  if (wanted.length > max) return new Refusal('FILE_TOO_MANY', { facts: { max } })
  if (wanted.length === 0) return []
  const rows = await tx.db.select().from(attachments).where(inArray(attachments.id, wanted)).orderBy(asc(attachments.id)).for('update')
  const byId = new Map(rows.map((row) => [row.id, row]))
  const fits = (row: AttachmentRow | undefined) => row?.party === party && row.state === 'READY' && row.usedBy === null
  const problems = wanted.flatMap((id, position) =>
    fits(byId.get(id)) ? [] : [{ path: `attachmentIds.${position}`, code: 'FILE_NOT_READY' as const, severity: 'ERROR' as const }],
  )
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  await tx.db.update(attachments).set({ usedBy }).where(inArray(attachments.id, wanted))
  return wanted.map((id) => ({ ...byId.get(id)!, usedBy }))
}

/** Everything a party ever gave, used or not. */
export async function eraseAttachmentsOf(tx: Tx, party: string): Promise<void> {
  const own = await tx.db.select({ id: attachments.id }).from(attachments).where(eq(attachments.party, party))
  await eraseAttachments(
    tx,
    own.map(({ id }) => id),
  )
}

/** Also what the file was called. The bytes go with the next sweep, once nothing else names them. */
export async function eraseAttachments(tx: Tx, ids: readonly Id<'fil'>[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .update(attachments)
    .set({ state: 'ERASED', name: '', blobHash: null, uploadTokenHash: null })
    .where(inArray(attachments.id, [...ids]))
  await recordErasure(tx, 'attachments', ids)
}
