import { and, eq } from 'drizzle-orm'
import type { Id } from '../../../kernel/ids.ts'
import { uuidOfId, idOfUuid } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import type { FileStore, Received } from '../../../platform/files/file-store.ts'
import { hashToken } from '../../../platform/secrets/tokens.ts'
import { type AttachmentRow, attachments, blobs } from '../files.table.ts'

export interface Sent {
  id: string
  token: string
  bytes: AsyncIterable<Uint8Array>
}

/** The bytes of an upload: stops reading at the limit; the token serves once. */
export async function receiveUpload(
  ctx: CommandContext & { files: FileStore },
  { id, token, bytes }: Sent,
): Promise<AttachmentRow | Refusal> {
  const awaited = and(
    eq(attachments.id, idOfUuid('fil', uuidOfId('fil', id)) as Id<'fil'>),
    eq(attachments.state, 'UPLOADING'),
    eq(attachments.uploadTokenHash, hashToken(token)),
  )
  const [known] = await ctx.db.select({ id: attachments.id }).from(attachments).where(awaited)
  if (!known) return new Refusal('NOT_FOUND')

  const received = await ctx.files.put(bytes, ctx.policyOf().fileBytes)
  try {
    return await inTransaction<AttachmentRow | Refusal>(ctx, {}, async (tx) => {
      const [row] = await tx.db
        .update(attachments)
        .set(
          received === null || received.size === 0
            ? { state: 'REFUSED', problem: 'FILE_SIZE', uploadTokenHash: null }
            : { state: 'CHECKING', size: received.size, blobHash: await keepBlob(tx.db, received, tx.now), uploadTokenHash: null },
        )
        .where(awaited)
        .returning()
      return row ?? new Refusal('NOT_FOUND')
    })
  } finally {
    await received?.drop()
  }
}

/** The row is locked until COMMIT, so that the sweep never removes bytes that are just being named again. */
async function keepBlob(db: Parameters<Parameters<CommandContext['db']['transaction']>[0]>[0], received: Received, storedAt: Date) {
  await db
    .insert(blobs)
    .values({ hash: received.hash, size: received.size, storedAt })
    .onConflictDoUpdate({ target: blobs.hash, set: { storedAt } })
  await received.keep()
  return received.hash
}
