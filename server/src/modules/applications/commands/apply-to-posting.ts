import { and, eq, ne } from 'drizzle-orm'
import { dateText } from '../../../graph/value-text.ts'
import { type Context, viewerAs } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import { type Id, idOfUuid, uuidOfId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { tidy } from '../../../kernel/text.ts'
import { newId } from '../../../platform/db/columns.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { employers, employerSheets } from '../../employers/employers.table.ts'
import { useAttachments } from '../../files/files.steps.ts'
import { openThread, writeAutomatic } from '../../messages/messages.steps.ts'
import { admitSeeker, holdsOffer } from '../../postings/postings.parties.steps.ts'
import { isOpen } from '../../postings/postings.rules.ts'
import { type PostingSheetRow, postingSheets } from '../../postings/postings.sheet.table.ts'
import { postings } from '../../postings/postings.table.ts'
import { isValid } from '../../seekers/seekers.rules.ts'
import { extendByEvent } from '../../seekers/seekers.steps.ts'
import { seekers, seekerSheets } from '../../seekers/seekers.table.ts'
import { newApplicationMail } from '../applications.mails.ts'
import '../applications.events.ts'
import { answerUntil, cancellableUntil, problemsOfApplication, refuseApply } from '../applications.rules.ts'
import { mailParty } from '../applications.steps.ts'
import { applicationDocuments, type ApplicationRow, applications } from '../applications.table.ts'

export interface ApplyToPostingInput {
  key: string
  postingId: string
  motive: string
  reachable?: string | null
  attachmentIds: string[]
  understoodNotReferral: boolean
}

/** オンライン自主応募 (STATES 3.2): points to the posting and the registration as they stand now (R30). */
export function applyToPosting(ctx: Context, { key, ...input }: ApplyToPostingInput): Promise<ApplicationRow | Refusal> {
  const { seekerId } = viewerAs(ctx, 'seeker')
  const reread = (tx: Tx, id: string) => ownApplication(tx, id, seekerId)
  return inTransaction<ApplicationRow | Refusal>(ctx, { key: { value: key, operation: 'applyToPosting', input, reread } }, async (tx) => {
    const facts = await factsOf(tx, input.postingId, seekerId)
    if (facts === null) return new Refusal('NOT_FOUND')
    const { posting, sheet, employer, seeker } = facts
    const today = jstDateOf(tx.now)
    const open = {
      accepted: posting.acceptedOn !== null,
      offered: await holdsOffer(tx, posting.id, seekerId),
      open: isOpen(posting, today),
      paused: posting.applicationsPaused,
      scope: sheet.scope,
      selfApplication: sheet.selfApplication,
      employerOpen: employer.status === 'OPEN',
    }
    const no = refuseApply(open, { valid: isValid(seeker, today) }, await hasApplied(tx, seekerId, posting.id))
    if (no) return new Refusal(no)
    const policy = tx.policyOf(posting.officeId)
    const problems = problemsOfApplication(input, policy)
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })

    const id = newId('app')
    const [made] = await tx.db
      .insert(applications)
      .values({
        id,
        officeId: posting.officeId,
        seekerId,
        seekerSheetId: facts.person.id,
        employerId: posting.employerId,
        postingId: posting.id,
        sheetId: sheet.id,
        channel: 'SELF',
        status: 'APPLIED',
        motive: tidy(input.motive),
        reachable: tidy(input.reachable ?? '') || null,
        appliedAt: tx.now,
        cancellableUntil: cancellableUntil(tx.now, policy),
        answerUntil: answerUntil(tx.now, sheet.noticeDays),
      })
      .onConflictDoNothing()
      .returning()
    if (!made) return new Refusal('ALREADY_APPLIED')

    const files = await useAttachments(tx, seekerId, input.attachmentIds, id)
    if (files instanceof Refusal) return files
    if (files.length > 0)
      await tx.db
        .insert(applicationDocuments)
        .values(files.map((file, position) => ({ applicationId: id, attachmentId: file.id, position })))
    const application = await withThread(tx, made, sheet, facts)
    await admitSeeker(tx, posting.id, seekerId)
    await extendByEvent(tx, seekerId, today)
    await tx.record({ action: 'applyToPosting', object: id, person: seekerId })
    tx.emit('applicationMade', { applicationId: id, seekerId, postingId: posting.id })
    tx.deliver(seekerId, 'APPLICATION', id)
    tx.deliver(posting.employerId, 'APPLICATION', id)
    await mailParty(tx, posting.employerId, newApplicationMail({ title: sheet.title }))
    return application
  })
}

/** The seeker's row is the lock that makes ten clicks one application. */
async function factsOf(tx: Tx, postingId: string, seekerId: Id<'skr'>) {
  const [seeker] = await tx.db.select().from(seekers).where(eq(seekers.id, seekerId)).for('update')
  const id = idOfUuid('pst', uuidOfId('pst', postingId))
  const [posting] = await tx.db.select().from(postings).where(eq(postings.id, id)).for('share')
  if (!seeker || seeker.sheetId === null || !posting || posting.status === 'DRAFT' || posting.sheetId === null) return null
  const [sheet] = await tx.db.select().from(postingSheets).where(eq(postingSheets.id, posting.sheetId))
  const [person] = await tx.db.select().from(seekerSheets).where(eq(seekerSheets.id, seeker.sheetId))
  const [employer] = await tx.db.select().from(employers).where(eq(employers.id, posting.employerId))
  if (!sheet || !person || !employer) return null
  const [establishment] = await tx.db
    .select({ name: employerSheets.name })
    .from(employerSheets)
    .where(eq(employerSheets.id, sheet.employerSheetId))
  return { seeker, posting, sheet, person, employer, employerName: establishment?.name ?? '' }
}

/** Again only after the first one was taken back (STATES 3.2). */
async function hasApplied(tx: Tx, seekerId: Id<'skr'>, postingId: Id<'pst'>): Promise<boolean> {
  const [found] = await tx.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.seekerId, seekerId), eq(applications.postingId, postingId), ne(applications.status, 'CANCELLED')))
    .limit(1)
  return found !== undefined
}

/** R12: a conversation where both sides have a My Page. */
async function withThread(
  tx: Tx,
  application: ApplicationRow,
  sheet: PostingSheetRow,
  { person, employerName }: { person: { name: string }; employerName: string },
): Promise<ApplicationRow> {
  const { id: threadId } = await openThread(tx, {
    kind: 'APPLICATION',
    officeId: application.officeId,
    about: application.id,
    subject: sheet.title,
    parties: [
      { party: application.seekerId, displayName: person.name, canWrite: true },
      { party: application.employerId, displayName: employerName, canWrite: true },
    ],
  })
  await writeAutomatic(tx, threadId, `応募を受け付けました。${dateText(application.answerUntil)}までに返事が届く予定です。`)
  const [linked] = await tx.db.update(applications).set({ threadId }).where(eq(applications.id, application.id)).returning()
  return linked!
}

async function ownApplication(tx: Tx, id: string, seekerId: Id<'skr'>): Promise<ApplicationRow | Refusal> {
  const own = and(eq(applications.id, idOfUuid('app', uuidOfId('app', id))), eq(applications.seekerId, seekerId))
  const [row] = await tx.db.select().from(applications).where(own)
  return row ?? new Refusal('NOT_FOUND')
}
