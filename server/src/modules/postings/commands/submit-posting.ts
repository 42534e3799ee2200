import { eq, max } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import { type Acknowledgement, confirmed, errors, unconfirmed } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { refuseSubmitting } from '../../employers/employers.rules.ts'
import { employers } from '../../employers/employers.table.ts'
import { readDraft } from '../postings.check.queries.ts'
import { refuseMove } from '../postings.rules.ts'
import { sheetOf } from '../postings.sheet.ts'
import { changePosting, draftOfPosting, lockOwn } from '../postings.steps.ts'
import { postingSheets } from '../postings.sheet.table.ts'
import type { PostingRow } from '../postings.table.ts'

interface Input {
  postingId: string
  version: number
  acknowledge: readonly Acknowledgement[]
}

/** 仮登録: the draft becomes an immutable sheet that waits for the office. After a return it is the next sheet. */
export function submitPosting(ctx: CommandContext, member: ViewerOf<'employer'>, input: Input): Promise<PostingRow | Refusal> {
  return inTransaction<PostingRow | Refusal>(ctx, {}, async (tx) => {
    const posting = await lockOwn(tx, member.employerId, input.postingId)
    if (posting instanceof Refusal) return posting
    const no = refuseMove(posting.status, 'SUBMITTED') ?? (await refuseEmployer(tx, posting))
    if (no) return new Refusal(no, { current: posting })
    const draft = await draftOfPosting(tx, posting.id)
    if (!draft) return new Refusal('POSTING_NOT_DRAFT', { current: posting })
    if (draft.version !== input.version) return new Refusal('VERSION_CONFLICT', { current: draft })

    const context = { today: jstDateOf(tx.now), policy: tx.policyOf(posting.officeId) }
    const { values, problems, establishment } = await readDraft(tx.db, posting.employerId, draft.steps, context)
    const open = [...errors(problems), ...unconfirmed(problems, input.acknowledge)]
    if (open.length > 0) return new Refusal('DRAFT_INCOMPLETE', { problems: open, current: posting })
    if (!establishment) return new Refusal('EMPLOYER_NOT_OPEN', { current: posting })

    const [sheet] = await tx.db
      .insert(postingSheets)
      .values({
        ...sheetOf(values, establishment),
        postingId: posting.id,
        number: await nextSheet(tx, posting),
        submittedAt: tx.now,
        submittedBy: member.memberId,
        outcome: 'WAITING',
        acknowledged: confirmed(problems, input.acknowledge),
        provisionAgreedAt: values['provisionAgreement'] === null ? null : tx.now,
        employerSheetId: establishment.id,
      })
      .returning({ id: postingSheets.id })
    const submitted = await changePosting(tx, posting, { status: 'SUBMITTED', sheetId: sheet!.id, submittedAt: tx.now, claimedBy: null })
    await tx.record({
      action: 'submitPosting',
      object: posting.id,
      changes: [{ field: 'status', before: posting.status, after: 'SUBMITTED' }],
    })
    return submitted
  })
}

async function refuseEmployer(tx: Tx, posting: PostingRow) {
  const [employer] = await tx.db.select().from(employers).where(eq(employers.id, posting.employerId)).for('share')
  return employer ? refuseSubmitting(employer.status) : 'NOT_FOUND'
}

async function nextSheet(tx: Tx, posting: PostingRow): Promise<number> {
  const [last] = await tx.db
    .select({ number: max(postingSheets.number) })
    .from(postingSheets)
    .where(eq(postingSheets.postingId, posting.id))
  return (last?.number ?? 0) + 1
}
