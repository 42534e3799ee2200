import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import { type Acknowledgement, confirmed, unconfirmed } from '../../../kernel/problem.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { refuseSubmitting } from '../../employers/employers.rules.ts'
import { type EmployerRow, employers, type EmployerSheetRow, employerSheets } from '../../employers/employers.table.ts'
import { nextEmployerNumber, nextPostingNumber } from '../../offices/offices.steps.ts'
import { type OfficeRow, offices } from '../../offices/offices.table.ts'
import { type Decision, lockForDecision, tellEmployer, writeReview } from '../postings.decision.steps.ts'
import { acceptedMail } from '../postings.mails.ts'
import { namesInTexts } from '../postings.names.rules.ts'
import { publish } from '../postings.publish.steps.ts'
import { postingValidUntil } from '../postings.rules.ts'
import { changePosting, eraseDraft } from '../postings.steps.ts'
import { postingOpenPeriods, type PostingRow } from '../postings.table.ts'

export interface Acceptance extends Decision {
  acknowledge: readonly Acknowledgement[]
}

/** 受理: number, day of acceptance and last day (R9); the posting can be found from COMMIT on. */
export function acceptPosting(ctx: CommandContext, staff: ViewerOf<'staff'>, input: Acceptance): Promise<PostingRow | Refusal | Preview> {
  return inTransaction<PostingRow | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockForDecision(tx, staff, 'OPEN', input)
    if (found instanceof Refusal) return found
    const { posting, sheet } = found
    const [office] = await tx.db.select().from(offices).where(eq(offices.id, posting.officeId))
    const [establishment] = await tx.db.select().from(employerSheets).where(eq(employerSheets.id, sheet.employerSheetId))
    const [employer] = await tx.db.select().from(employers).where(eq(employers.id, posting.employerId)).for('update')
    if (!office || !establishment || !employer) return new Refusal('EMPLOYER_NOT_OPEN', { current: posting })
    const problems = namesInTexts({ ...sheet }, { ...establishment, employerNumber: employer.employerNumber })
    const asked = unconfirmed(problems, input.acknowledge)
    if (asked.length > 0) return new Refusal('TO_CONFIRM', { problems: asked, current: posting })
    const no = await acceptEmployer(tx, office, employer, establishment)
    if (no) return new Refusal(no, { current: posting })

    const acceptedOn = jstDateOf(tx.now)
    const validUntil = postingValidUntil(acceptedOn, tx.policyOf(office.id))
    const postingNumber = await nextPostingNumber(tx, office)
    const acknowledged = confirmed(problems, input.acknowledge)
    await writeReview(tx, staff, sheet, { outcome: 'ACCEPTED', reasons: [], comment: input.comment, acknowledged })
    await eraseDraft(tx, posting.id)
    const open = await changePosting(tx, posting, {
      status: 'OPEN',
      postingNumber,
      acceptedOn,
      validUntil,
      claimedBy: null,
      applicationsPaused: false,
    })
    await tx.db.insert(postingOpenPeriods).values({ postingId: posting.id, openFrom: acceptedOn, hires: sheet.hires })
    await publish(tx, open, sheet, establishment)
    await tx.record({
      action: 'acceptPosting',
      object: posting.id,
      changes: [
        { field: 'status', before: 'SUBMITTED', after: 'OPEN' },
        { field: 'postingNumber', before: null, after: postingNumber },
        { field: 'acceptedOn', before: null, after: acceptedOn },
        { field: 'validUntil', before: null, after: validUntil },
      ],
    })
    tx.emit('postingOpened', { postingId: posting.id, employerId: posting.employerId })
    await tellEmployer(tx, open, sheet, (about) => acceptedMail({ ...about, postingNumber, validUntil }))
    return open
  })
}

/** STATES 3.4: accepting a provisional account's posting accepts its establishment with it. */
async function acceptEmployer(tx: Tx, office: OfficeRow, employer: EmployerRow, establishment: EmployerSheetRow) {
  const no = refuseSubmitting(employer.status)
  if (no) return no
  if (employer.status === 'OPEN') return null
  const employerNumber = employer.employerNumber ?? (await nextEmployerNumber(tx, office))
  await tx.db.update(employerSheets).set({ outcome: 'ACCEPTED', decidedAt: tx.now }).where(eq(employerSheets.id, establishment.id))
  await tx.db
    .update(employers)
    .set({
      status: 'OPEN',
      employerNumber,
      sheetId: establishment.id,
      openedAt: tx.now,
      erasedOn: null,
      waitingSince: null,
      version: employer.version + 1,
    })
    .where(eq(employers.id, employer.id))
  await tx.record({
    action: 'acceptEmployer',
    object: employer.id,
    changes: [
      { field: 'status', before: employer.status, after: 'OPEN' },
      { field: 'employerNumber', before: employer.employerNumber, after: employerNumber },
    ],
  })
  return null
}
