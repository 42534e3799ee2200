import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { recordErasure } from '../../platform/erasures/record-erasure.ts'
import { closeThreadsOf, eraseThreadsOf } from '../messages/messages.erase.steps.ts'
import { dismissEverywhere } from '../postings/postings.parties.steps.ts'
import { postingSheets } from '../postings/postings.sheet.table.ts'
import { currentSeekerSheet } from '../seekers/seekers.steps.ts'
import '../seekers/seekers.events.ts'
import { employerLeftMail, withdrawnApplicationMail } from './applications.mails.ts'
import { mailParty } from './applications.steps.ts'
import { applicationDocuments, type ApplicationRow, applications, selectionResults } from './applications.table.ts'
import { formerNameUntil } from './applications.withdrawal.rules.ts'

const FORMER = '退会した求職者'

/** On `seekerWithdrawn` (STATES 3.5): what runs is withdrawn and the employers are told; of all of them only state and, for a while, the name stay. */
export async function leaveApplications(tx: Tx, { seekerId }: { seekerId: Id<'skr'> }): Promise<void> {
  const name = (await currentSeekerSheet(tx, seekerId))?.name ?? null
  const rows = await tx.db
    .select()
    .from(applications)
    .where(eq(applications.seekerId, seekerId))
    .orderBy(asc(applications.id))
    .for('update')
  for (const row of rows) {
    const ended = row.status === 'APPLIED' ? await withdrawRunning(tx, row) : row
    const until = formerNameUntil(ended, tx.now, tx.policyOf(row.officeId))
    await tx.db
      .update(applications)
      .set({ seekerSheetId: null, motive: '', reachable: null, formerName: until === null ? null : name, formerNameUntil: until })
      .where(eq(applications.id, row.id))
    tx.deliver(row.employerId, 'APPLICATION', row.id)
  }
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await tx.db.delete(applicationDocuments).where(inArray(applicationDocuments.applicationId, ids))
    await tx.db.update(selectionResults).set({ reason: null, messageToSeeker: null }).where(inArray(selectionResults.applicationId, ids))
  }
  await dismissEverywhere(tx, seekerId)
  await eraseThreadsOf(tx, seekerId, FORMER)
}

/** R13: the name of somebody who has left stays with the employer up to a day, no longer. */
export async function eraseFormerNames(tx: Tx, which: SQL | undefined): Promise<void> {
  const gone = await tx.db
    .update(applications)
    .set({ formerName: null, formerNameUntil: null })
    .where(which)
    .returning({ id: applications.id })
  await recordErasure(
    tx,
    'applications',
    gone.map(({ id }) => id),
  )
}

async function withdrawRunning(tx: Tx, row: ApplicationRow): Promise<ApplicationRow> {
  const [withdrawn] = await tx.db
    .update(applications)
    .set({ status: 'WITHDRAWN', closedAt: tx.now, version: row.version + 1 })
    .where(eq(applications.id, row.id))
    .returning()
  await tx.record({
    action: 'withdrawApplication',
    object: row.id,
    person: row.seekerId,
    changes: [{ field: 'status', before: 'APPLIED', after: 'WITHDRAWN' }],
  })
  await mailParty(tx, row.employerId, withdrawnApplicationMail({ title: await titleOf(tx, row) }))
  return withdrawn!
}

async function titleOf(tx: Tx, { sheetId }: ApplicationRow): Promise<string> {
  const [sheet] = await tx.db.select({ title: postingSheets.title }).from(postingSheets).where(eq(postingSheets.id, sheetId))
  return sheet?.title ?? ''
}

/** On `employerClosed` (STATES 3.4): its applicants are told; their copies of the talks stay. */
export async function tellApplicantsOfClosing(tx: Tx, { employerId }: { employerId: Id<'emp'> }): Promise<void> {
  const running = await tx.db
    .select()
    .from(applications)
    .where(and(eq(applications.employerId, employerId), eq(applications.status, 'APPLIED')))
    .orderBy(asc(applications.id))
  for (const row of running) {
    await mailParty(tx, row.seekerId, employerLeftMail({ title: await titleOf(tx, row) }))
    tx.deliver(row.seekerId, 'APPLICATION', row.id)
  }
  await closeThreadsOf(tx, employerId)
}
