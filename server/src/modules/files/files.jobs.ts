import { and, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { unusedAttachments, unusedSince } from './files.queries.ts'
import { eraseAttachments } from './files.steps.ts'
import { attachments, blobs } from './files.table.ts'

const BATCH = 200

type WithFiles = CommandContext & { files: FileStore }

/** S48: files that nothing carries go after a day, and bytes that no file names go with them. */
export async function sweepUnusedFiles(ctx: WithFiles): Promise<number> {
  const before = unusedSince(ctx)
  let erased = 0
  for (let found = await unusedAttachments(ctx, before); found.length > 0; found = await unusedAttachments(ctx, before)) {
    await inTransaction(ctx, {}, async (tx) => {
      const ids = found.map(({ id }) => id)
      const still = await tx.db
        .select({ id: attachments.id })
        .from(attachments)
        .where(and(inArray(attachments.id, ids), isNull(attachments.usedBy)))
        .for('update')
      await eraseAttachments(
        tx,
        still.map(({ id }) => id),
      )
      erased += still.length
      return { id: 'files' }
    })
  }
  await removeNamelessBlobs(ctx)
  return erased
}

/** The row is gone and locked while the bytes go: whoever names the same bytes again waits, then brings them anew. */
async function removeNamelessBlobs(ctx: WithFiles): Promise<void> {
  const named = ctx.db
    .select({ one: sql`1` })
    .from(attachments)
    .where(eq(attachments.blobHash, blobs.hash))
  const nameless = and(lt(blobs.storedAt, unusedSince(ctx)), notExists(named))
  for (;;) {
    const hashes = await ctx.db.select({ hash: blobs.hash }).from(blobs).where(nameless).limit(BATCH)
    for (const { hash } of hashes)
      await inTransaction(ctx, {}, async (tx) => {
        const gone = await tx.db
          .delete(blobs)
          .where(and(eq(blobs.hash, hash), nameless))
          .returning({ hash: blobs.hash })
        if (gone.length > 0) await ctx.files.remove(hash)
        return { id: hash }
      })
    if (hashes.length < BATCH) return
  }
}
