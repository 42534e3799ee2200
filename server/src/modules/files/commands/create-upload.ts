import { and, eq, notInArray, sum } from 'drizzle-orm'
import { accountOf, type Context, partyOf } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { hashToken, newToken } from '../../../platform/secrets/tokens.ts'
import { cleanName, extensionOf, FILE_KINDS, problemsOfFile } from '../files.rules.ts'
import { attachments } from '../files.table.ts'
import type { UploadPlace } from '../files.types.ts'

export interface CreateUploadInput {
  key: string
  name: string
  size: number
}

/** A place to send one file to (R21): judged by name and size before any byte comes. */
export function createUpload(ctx: Context, input: CreateUploadInput): Promise<UploadPlace | Refusal> {
  const party = partyOf(ctx.viewer)
  const accountId = accountOf(ctx.viewer)
  if (party === null || accountId === null) return Promise.resolve(new Refusal('NOT_ALLOWED'))
  const key = { value: input.key, operation: 'createUpload', input, reread: (tx: Tx, id: string) => openAgain(tx, party, id as Id<'fil'>) }
  return inTransaction<UploadPlace | Refusal>(ctx, { key }, async (tx) => {
    const name = cleanName(input.name)
    const problems = problemsOfFile({ name, size: input.size, taken: await roomTaken(tx, accountId) }, tx.policyOf())
    const extension = extensionOf(name)
    if (problems.length > 0 || extension === null) return new Refusal('FILE_REFUSED', { problems })

    const token = newToken()
    const [attachment] = await tx.db
      .insert(attachments)
      .values({
        party,
        accountId,
        name,
        extension,
        mediaType: FILE_KINDS[extension],
        size: input.size,
        state: 'UPLOADING',
        uploadTokenHash: hashToken(token),
        createdAt: tx.now,
      })
      .returning()
    await tx.record({ action: 'createUpload', object: attachment!.id })
    return { id: attachment!.id, attachment: attachment!, token }
  })
}

async function roomTaken(tx: Tx, accountId: Id<'acc'>): Promise<number> {
  const kept = and(eq(attachments.accountId, accountId), notInArray(attachments.state, ['REFUSED', 'ERASED']))
  const [room] = await tx.db
    .select({ bytes: sum(attachments.size).mapWith(Number) })
    .from(attachments)
    .where(kept)
  return room?.bytes ?? 0
}

/** A repeated call: the first token is known to nobody any more, so a new one takes its place. */
async function openAgain(tx: Tx, party: string, id: Id<'fil'>): Promise<UploadPlace | Refusal> {
  const token = newToken()
  const own = and(eq(attachments.id, id), eq(attachments.party, party))
  const [row] = await tx.db.select().from(attachments).where(own).for('update')
  if (!row) return new Refusal('NOT_FOUND')
  if (row.state === 'UPLOADING')
    await tx.db
      .update(attachments)
      .set({ uploadTokenHash: hashToken(token) })
      .where(own)
  return { id, attachment: row, token }
}
