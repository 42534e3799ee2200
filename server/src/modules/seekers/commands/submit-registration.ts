import { and, eq } from 'drizzle-orm'
import { type Context, viewerAs } from '../../../graph/context.ts'
import { jstDateOf } from '../../../kernel/calendar.ts'
import { type Acknowledgement, errors, type Problem, unconfirmed } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { drafts } from '../../../platform/drafts/drafts.table.ts'
import { addressOfPostalCode, officeOfPostalCode } from '../../offices/offices.queries.ts'
import { nextSeekerNumber } from '../../offices/offices.steps.ts'
import { readRegistration, typedPostalCode } from '../seekers.form.ts'
import { refuseSubmission, seekerValidUntil } from '../seekers.rules.ts'
import { sheetOf } from '../seekers.sheet.ts'
import { startValidPeriod } from '../seekers.steps.ts'
import { type SeekerRow, seekers, seekerSheets } from '../seekers.table.ts'

/** 求職を申し込む: DRAFT → VALID with a number, an office and a last day (R14, R17). The draft stays for later changes. */
export function submitRegistration(ctx: Context, version: number, acknowledged: readonly Acknowledgement[]): Promise<SeekerRow | Refusal> {
  const { seekerId } = viewerAs(ctx, 'seeker')
  return inTransaction(ctx, {}, async (tx) => {
    const [seeker] = await tx.db.select().from(seekers).where(eq(seekers.id, seekerId)).for('update')
    const [draft] = await tx.db
      .select()
      .from(drafts)
      .where(and(eq(drafts.kind, 'REGISTRATION'), eq(drafts.subject, seekerId)))
      .for('update')
    if (!seeker || !draft) return new Refusal('NOT_FOUND')
    const no = refuseSubmission(seeker.status)
    if (no) return new Refusal(no, { current: seeker })
    if (draft.version !== version) return new Refusal('VERSION_CONFLICT', { current: draft })

    const postalCode = typedPostalCode(draft.steps)
    const [place, office] = [await addressOfPostalCode(postalCode), await officeOfPostalCode(tx.db, postalCode)]
    const today = jstDateOf(tx.now)
    const { values, problems } = readRegistration(draft.steps, office && place, today, tx.policyOf())
    const open: Problem[] = [...errors(problems), ...unconfirmed(problems, acknowledged)]
    if (open.length > 0 || !office || !place) return new Refusal('DRAFT_INCOMPLETE', { problems: open })

    const [sheet] = await tx.db
      .insert(seekerSheets)
      .values({ ...sheetOf(values, place), seekerId, number: 1, submittedAt: tx.now })
      .returning()
    const policy = tx.policyOf(office.id)
    const [valid] = await tx.db
      .update(seekers)
      .set({
        status: 'VALID',
        seekerNumber: await nextSeekerNumber(tx, office),
        officeId: office.id,
        appliedOn: today,
        validUntil: seekerValidUntil(today, policy),
        sheetId: sheet!.id,
        version: seeker.version + 1,
      })
      .where(eq(seekers.id, seekerId))
      .returning()
    await startValidPeriod(tx, seekerId, today)
    await tx.record({
      action: 'submitRegistration',
      object: seekerId,
      person: seekerId,
      changes: [{ field: 'status', before: 'DRAFT', after: 'VALID' }],
    })
    tx.emit('seekerBecameValid', { seekerId, officeId: office.id })
    tx.deliver(seekerId, 'SEEKER', seekerId)
    tx.deliver(office.id, 'SEEKER', seekerId)
    return valid!
  })
}
