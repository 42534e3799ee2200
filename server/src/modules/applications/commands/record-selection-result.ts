import { and, eq, max } from 'drizzle-orm'
import { type Context, viewerAs } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { tidy } from '../../../kernel/text.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { isClosed } from '../../messages/messages.rules.ts'
import { writeAutomatic } from '../../messages/messages.steps.ts'
import { threads } from '../../messages/messages.table.ts'
import { postingSheets } from '../../postings/postings.sheet.table.ts'
import { postings } from '../../postings/postings.table.ts'
import '../applications.events.ts'
import { resultMail } from '../applications.mails.ts'
import { applicationIdOf } from '../applications.queries.ts'
import { problemsOfResult, refuseResult, type ResultFacts } from '../applications.rules.ts'
import { limitThread, mailParty } from '../applications.steps.ts'
import { type ApplicationRow, applications, type Difference, selectionResults } from '../applications.table.ts'
import { conditionsOf } from '../conditions.ts'

export interface RecordSelectionResultInput extends ResultFacts {
  applicationId: string
  version: number
  toldOutside?: boolean | null
}

const WORDS = { HIRED: '採用', NOT_HIRED: '不採用' } as const

/** 選考結果 (R12, R13): a version of its own each time; the person is told here and by mail, the office sees it. */
export function recordSelectionResult(ctx: Context, input: RecordSelectionResultInput): Promise<ApplicationRow | Refusal> {
  const { employerId, memberId } = viewerAs(ctx, 'employer')
  return inTransaction<ApplicationRow | Refusal>(ctx, {}, async (tx) => {
    const own = and(eq(applications.id, applicationIdOf(input.applicationId)), eq(applications.employerId, employerId))
    const [application] = await tx.db.select().from(applications).where(own).for('update')
    if (!application) return new Refusal('NOT_FOUND')
    const [posting] = await tx.db.select().from(postings).where(eq(postings.id, application.postingId))
    const [sheet] = await tx.db.select().from(postingSheets).where(eq(postingSheets.id, application.sheetId))
    if (!posting || !sheet) return new Refusal('NOT_FOUND')

    const policy = tx.policyOf(application.officeId)
    const no = refuseResult(application, input.outcome, 'EMPLOYER', { postingInvalidOn: posting.invalidOn, now: tx.now, policy })
    if (no) return new Refusal(no, { current: application })
    if (application.version !== input.version) return new Refusal('VERSION_CONFLICT', { current: application })
    const conditions = conditionsOf(sheet)
    const comparable = conditions.map(({ key }) => key)
    const problems = problemsOfResult(input, { appliedOn: jstDateOf(application.appliedAt), comparable, policy })
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })

    const posted = new Map(conditions.map(({ key, value }) => [key, value]))
    const differences = (input.outcome === 'HIRED' ? (input.differences ?? []) : []).map(({ field, offered }) => ({
      field,
      posted: posted.get(field) ?? '',
      offered: tidy(offered),
    }))
    const message = tidy(input.messageToSeeker)
    await addResult(tx, application, { ...input, messageToSeeker: message }, differences, memberId)
    const [decided] = await tx.db
      .update(applications)
      .set({
        status: input.outcome,
        closedAt: application.closedAt ?? tx.now,
        resultAt: application.resultAt ?? tx.now,
        version: application.version + 1,
      })
      .where(own)
      .returning()
    await tellInThread(tx, decided!, `選考の結果が登録されました。結果:${WORDS[input.outcome]}\n\n${message}`)
    await tell(tx, decided!, input, sheet.title, application.status)
    return decided!
  })
}

async function addResult(tx: Tx, { id }: ApplicationRow, input: RecordSelectionResultInput, differences: Difference[], recordedBy: string) {
  const [newest] = await tx.db
    .select({ number: max(selectionResults.number) })
    .from(selectionResults)
    .where(eq(selectionResults.applicationId, id))
  await tx.db.insert(selectionResults).values({
    applicationId: id,
    number: (newest?.number ?? 0) + 1,
    outcome: input.outcome,
    startDate: input.outcome === 'HIRED' ? (input.startDate ?? null) : null,
    differences,
    reason: tidy(input.reason ?? '') || null,
    messageToSeeker: input.messageToSeeker,
    toldOutside: input.toldOutside === true,
    recordedBy,
    recordedAt: tx.now,
  })
}

async function tellInThread(tx: Tx, application: ApplicationRow, words: string): Promise<void> {
  if (application.threadId === null) return
  const [thread] = await tx.db.select().from(threads).where(eq(threads.id, application.threadId)).for('update')
  if (thread && !isClosed(thread, tx.now)) await writeAutomatic(tx, application.threadId, words)
  await limitThread(tx, application)
}

async function tell(tx: Tx, application: ApplicationRow, input: RecordSelectionResultInput, title: string, before: string): Promise<void> {
  const { id, seekerId, employerId, officeId } = application
  await tx.record({
    action: 'recordSelectionResult',
    object: id,
    person: seekerId,
    changes: [{ field: 'status', before, after: input.outcome }],
  })
  tx.emit('selectionResultRecorded', { applicationId: id, seekerId, outcome: input.outcome, startDate: input.startDate ?? null })
  for (const party of [seekerId, employerId, officeId]) tx.deliver(party, 'APPLICATION', id)
  await mailParty(tx, seekerId, resultMail({ title }))
}
