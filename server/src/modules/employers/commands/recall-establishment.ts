import { and, eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { refuseRecall } from '../employers.provisional.rules.ts'
import { tellParties } from '../employers.provisional.steps.ts'
import { employersByIds, type EmployerWithSheet } from '../employers.queries.ts'
import { employers, employerSheets } from '../employers.table.ts'

/** 取下げ: back to writing while nobody decided; the limit of the account counts on (R7). */
export function recallEstablishment(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { version: number },
): Promise<EmployerWithSheet | Refusal> {
  return inTransaction<EmployerWithSheet | Refusal>(ctx, {}, async (tx) => {
    const [employer] = await tx.db.select().from(employers).where(eq(employers.id, member.employerId)).for('update')
    if (!employer) return new Refusal('NOT_FOUND')
    const no = refuseRecall(employer, tx.now)
    if (no) return new Refusal(no)
    if (employer.version !== input.version) return new Refusal('VERSION_CONFLICT')
    const recalledSheets = await tx.db
      .update(employerSheets)
      .set({ outcome: 'WITHDRAWN' })
      .where(and(eq(employerSheets.employerId, employer.id), eq(employerSheets.outcome, 'WAITING')))
      .returning({ id: employerSheets.id })
    if (recalledSheets.length === 0) return new Refusal('CLAIM_WAITING')
    await tx.db
      .update(employers)
      .set({ waitingSince: null, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
    await tx.record({
      action: 'recallEstablishment',
      object: employer.id,
      changes: [{ field: 'outcome', before: 'WAITING', after: 'WITHDRAWN' }],
    })
    if (employer.officeId !== null) tellParties(tx, { id: employer.id, officeId: employer.officeId })
    const [recalled] = await employersByIds(tx.db, [employer.id])
    return recalled ?? new Refusal('NOT_FOUND')
  })
}
