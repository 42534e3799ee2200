import { type Context, partyOf } from '../graph/context.ts'
import { kindOfId } from '../kernel/ids.ts'
import { visibleApplication } from '../modules/applications/applications.queries.ts'
import { attachmentById, ownAttachment } from '../modules/files/files.queries.ts'
import type { AttachmentRow } from '../modules/files/files.table.ts'
import { visibleMessage, visibleThread } from '../modules/messages/messages.queries.ts'
import { isErased, isTakenBack } from '../modules/messages/messages.rules.ts'

/**
 * S46: a file is read by its giver, and by those who may read what carries it: the other side of a message or application,
 * and for an application the staff of its office, whose look is kept.
 */
export async function visibleAttachment(ctx: Context, id: string): Promise<AttachmentRow | null> {
  const file = await attachmentById(ctx, id)
  if (file === null || file.state === 'ERASED') return null
  switch (file.usedBy === null ? null : kindOfId(file.usedBy)) {
    case 'msg':
      return (await isReadable(ctx, file.usedBy!)) ? file : null
    case 'app': {
      const application = await visibleApplication(ctx, file.usedBy!)
      if (application === null || file.state !== 'READY') return null
      if (ctx.viewer.kind === 'seeker') return file
      if (ctx.viewer.kind === 'employer' && application.status === 'CANCELLED') return null
      ctx.look({
        action: 'readDocument',
        object: file.id,
        person: application.seekerId,
        purpose: ctx.viewer.kind === 'staff' ? 'OFFICE' : 'SELECTION',
        fields: ['documents'],
      })
      return file
    }
    default:
      return ownAttachment(ctx, id)
  }
}

async function isReadable(ctx: Context, messageId: string): Promise<boolean> {
  const message = await visibleMessage(ctx, messageId)
  if (message === null || isErased(message, ctx.now(), ctx.policyOf())) return false
  const thread = await visibleThread(ctx, message.threadId)
  return thread !== null && !isTakenBack(thread, partyOf(ctx.viewer), message.party)
}
