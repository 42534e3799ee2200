import { and, eq } from 'drizzle-orm'
import { type Context, viewerAs } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { closeThread, renameParty } from '../../messages/messages.steps.ts'
import { dismissSeeker } from '../../postings/postings.parties.steps.ts'
import { postingSheets } from '../../postings/postings.sheet.table.ts'
import { cancelledApplicationMail } from '../applications.mails.ts'
import '../applications.events.ts'
import { applicationIdOf } from '../applications.queries.ts'
import { refuseCancel } from '../applications.rules.ts'
import { mailParty } from '../applications.steps.ts'
import { type ApplicationRow, applications } from '../applications.table.ts'

const NOBODY = '応募を取り消した人'

/** 応募を取り消す (R11): up to and including 24 hours, and never after a result. The employer keeps one line without a name. */
export function cancelApplication(ctx: Context, id: string): Promise<ApplicationRow | Refusal> {
  const { seekerId } = viewerAs(ctx, 'seeker')
  return inTransaction<ApplicationRow | Refusal>(ctx, {}, async (tx) => {
    const own = and(eq(applications.id, applicationIdOf(id)), eq(applications.seekerId, seekerId))
    const [application] = await tx.db.select().from(applications).where(own).for('update')
    if (!application) return new Refusal('NOT_FOUND')
    const no = refuseCancel(application, tx.now)
    if (no) return new Refusal(no, { current: application })

    const [cancelled] = await tx.db
      .update(applications)
      .set({ status: 'CANCELLED', closedAt: tx.now, version: application.version + 1 })
      .where(own)
      .returning()
    await leaveThread(tx, application)
    await dismissSeeker(tx, application.postingId, seekerId)
    await tx.record({
      action: 'cancelApplication',
      object: application.id,
      person: seekerId,
      changes: [{ field: 'status', before: application.status, after: 'CANCELLED' }],
    })
    tx.emit('applicationCancelled', { applicationId: application.id, seekerId, postingId: application.postingId })
    tx.deliver(seekerId, 'APPLICATION', application.id)
    tx.deliver(application.employerId, 'APPLICATION', application.id)
    const [sheet] = await tx.db.select({ title: postingSheets.title }).from(postingSheets).where(eq(postingSheets.id, application.sheetId))
    await mailParty(tx, application.employerId, cancelledApplicationMail({ title: sheet?.title ?? '' }))
    return cancelled!
  })
}

async function leaveThread(tx: Tx, { threadId, seekerId }: ApplicationRow): Promise<void> {
  if (threadId === null) return
  await closeThread(tx, threadId, 'CANCELLED')
  await renameParty(tx, threadId, seekerId, NOBODY)
}
