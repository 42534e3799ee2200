import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { ownAttachment } from '../files.queries.ts'
import { type AttachmentRow, attachments } from '../files.table.ts'
import { type Extension } from '../files.rules.ts'
import { isSoundContent } from '../judge-content.ts'

/** Judges a file by its content (R21): READY, or REFUSED with its bytes given up. Asking again answers the same. */
export async function completeUpload(ctx: Context, id: string): Promise<AttachmentRow | Refusal> {
  const attachment = await ownAttachment(ctx, id)
  if (attachment === null) return new Refusal('NOT_FOUND')
  if (attachment.state === 'UPLOADING')
    return new Refusal('FILE_REFUSED', { problems: [{ path: 'id', code: 'FILE_NOT_READY', severity: 'ERROR' }] })
  if (attachment.state !== 'CHECKING') return attachment

  const bytes = attachment.blobHash === null ? null : await bytesOf(ctx.files, attachment.blobHash)
  const sound = bytes !== null && (await isSoundContent(attachment.extension as Extension, bytes))
  return inTransaction<AttachmentRow | Refusal>(ctx, {}, async (tx) => {
    const [judged] = await tx.db
      .update(attachments)
      .set(sound ? { state: 'READY' } : { state: 'REFUSED', problem: 'FILE_CONTENT', blobHash: null })
      .where(and(eq(attachments.id, attachment.id), eq(attachments.state, 'CHECKING')))
      .returning()
    if (judged) await tx.record({ action: 'completeUpload', object: judged.id })
    const [row] = judged ? [judged] : await tx.db.select().from(attachments).where(eq(attachments.id, attachment.id))
    return row ?? new Refusal('NOT_FOUND')
  })
}

async function bytesOf(files: FileStore, hash: string): Promise<Uint8Array | null> {
  const stream = await files.get(hash)
  if (stream === null) return null
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
