import { and, asc, eq, isNull, lt, ne } from 'drizzle-orm'
import { type Context, partyOf } from '../../graph/context.ts'
import { addHours } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { idOfUuid, uuidOfId } from '../../kernel/ids.ts'
import type { CommandContext } from '../../platform/db/transaction.ts'
import { type AttachmentRow, attachments } from './files.table.ts'

const fileId = (id: string): Id<'fil'> => idOfUuid('fil', uuidOfId('fil', id))

export async function attachmentById(ctx: Pick<CommandContext, 'db'>, id: string): Promise<AttachmentRow | null> {
  const [row] = await ctx.db
    .select()
    .from(attachments)
    .where(eq(attachments.id, fileId(id)))
  return row ?? null
}

/** A file that the viewer's own side gave. */
export async function ownAttachment(ctx: Context, id: string): Promise<AttachmentRow | null> {
  const party = partyOf(ctx.viewer)
  const row = party === null ? null : await attachmentById(ctx, id)
  return row !== null && row.party === party && row.state !== 'ERASED' ? row : null
}

/** Files that nothing carries and whose time is over (S48). */
export const unusedAttachments = (ctx: CommandContext, before: Date): Promise<{ id: Id<'fil'> }[]> =>
  ctx.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(lt(attachments.createdAt, before), ne(attachments.state, 'ERASED'), isNull(attachments.usedBy)))
    .orderBy(asc(attachments.createdAt))
    .limit(500)

/** When a file that is given now and never used goes. */
export const unusedSince = (ctx: CommandContext): Date => addHours(ctx.now(), -ctx.policyOf().unusedFileHours)
