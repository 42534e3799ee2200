import { eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { drafts } from '../../../platform/drafts/drafts.table.ts'
import { nextEmployerNumber } from '../../offices/offices.steps.ts'
import { offices } from '../../offices/offices.table.ts'
import { employerAcceptedMail } from '../employers.mails.ts'
import { problemsOfComment } from '../employers.opening.form.ts'
import {
  type EmployerDecision,
  lockForReview,
  mailOwners,
  ofEstablishment,
  tellParties,
  writeEmployerReview,
} from '../employers.provisional.steps.ts'
import type { EmployerWithSheet } from '../employers.queries.ts'
import { employers } from '../employers.table.ts'

/** 事業所の受理: number and an open My Page; the limit of R7 no longer counts (STATES 3.4, 003:150). */
export function acceptEmployer(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: EmployerDecision,
): Promise<EmployerWithSheet | Refusal | Preview> {
  return inTransaction<EmployerWithSheet | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const found = await lockForReview(tx, staff, input)
    if (found instanceof Refusal) return found
    const { employer, sheet } = found
    const problems = problemsOfComment(input.comment, tx.policyOf(employer.officeId))
    if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
    const [office] = await tx.db.select().from(offices).where(eq(offices.id, employer.officeId))
    if (!office) return new Refusal('NOT_FOUND')
    const employerNumber = employer.employerNumber ?? (await nextEmployerNumber(tx, office))
    await writeEmployerReview(tx, staff, sheet, { outcome: 'ACCEPTED', reasons: [], comment: input.comment })
    await tx.db.delete(drafts).where(ofEstablishment(employer.id))
    const [opened] = await tx.db
      .update(employers)
      .set({
        status: 'OPEN',
        employerNumber,
        sheetId: sheet.id,
        openedAt: tx.now,
        erasedOn: null,
        waitingSince: null,
        version: employer.version + 1,
      })
      .where(eq(employers.id, employer.id))
      .returning()
    await tx.record({
      action: 'acceptEmployer',
      object: employer.id,
      changes: [
        { field: 'status', before: employer.status, after: 'OPEN' },
        { field: 'employerNumber', before: employer.employerNumber, after: employerNumber },
      ],
    })
    tellParties(tx, employer)
    await mailOwners(tx, employer.id, employerAcceptedMail())
    return { ...opened!, sheet: { ...sheet, outcome: 'ACCEPTED' } }
  })
}
