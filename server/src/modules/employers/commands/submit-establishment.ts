import { eq, max } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { type Acknowledgement, errors, unconfirmed } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { drafts } from '../../../platform/drafts/drafts.table.ts'
import { addressOfPostalCode, officeOfPostalCode } from '../../offices/offices.queries.ts'
import { readOpening, typedPostalCode } from '../employers.opening.form.ts'
import { refuseEstablishment } from '../employers.provisional.rules.ts'
import { ofEstablishment, tellParties } from '../employers.provisional.steps.ts'
import type { EmployerWithSheet } from '../employers.queries.ts'
import { sheetOf } from '../employers.sheet.ts'
import { employers, employerSheets } from '../employers.table.ts'

/** 事業所の仮登録: the text waits for the office of its place, and the end of the account waits with it (R7). */
export function submitEstablishment(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { version: number; acknowledge: readonly Acknowledgement[] },
): Promise<EmployerWithSheet | Refusal> {
  return inTransaction<EmployerWithSheet | Refusal>(ctx, {}, async (tx) => {
    const [employer] = await tx.db.select().from(employers).where(eq(employers.id, member.employerId)).for('update')
    const [draft] = await tx.db.select().from(drafts).where(ofEstablishment(member.employerId)).for('update')
    if (!employer) return new Refusal('NOT_FOUND')
    const no = refuseEstablishment(employer, tx.now)
    if (no) return new Refusal(no)
    if (!draft) return new Refusal('NOT_FOUND')
    if (draft.version !== input.version) return new Refusal('VERSION_CONFLICT')
    const postalCode = typedPostalCode(draft.steps)
    const [place, office] = [await addressOfPostalCode(postalCode), await officeOfPostalCode(tx.db, postalCode)]
    const { values, problems } = readOpening(draft.steps, office && place)
    const open = [...errors(problems), ...unconfirmed(problems, input.acknowledge)]
    if (open.length > 0 || !office) return new Refusal('DRAFT_INCOMPLETE', { problems: open })
    const [last] = await tx.db
      .select({ number: max(employerSheets.number) })
      .from(employerSheets)
      .where(eq(employerSheets.employerId, employer.id))
    const [sheet] = await tx.db
      .insert(employerSheets)
      .values({ ...sheetOf(values), employerId: employer.id, number: (last?.number ?? 0) + 1, submittedAt: tx.now, outcome: 'WAITING' })
      .returning()
    const [submitted] = await tx.db
      .update(employers)
      .set({ officeId: office.id, waitingSince: tx.now, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
      .returning()
    await tx.record({
      action: 'submitEstablishment',
      object: employer.id,
      changes: [{ field: 'outcome', before: null, after: 'WAITING' }],
    })
    tellParties(tx, { id: employer.id, officeId: office.id })
    return { ...submitted!, sheet: sheet! }
  })
}
