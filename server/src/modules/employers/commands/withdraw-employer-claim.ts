import { and, eq } from 'drizzle-orm'
import type { ViewerOf } from '../../../graph/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { type EmployerClaimRow, employerClaims } from '../employers.claims.table.ts'
import { refuseRecall } from '../employers.provisional.rules.ts'
import { employers } from '../employers.table.ts'

/** 申出の取下げ: another number, or the form instead; the limit of the account counts on (R7). */
export function withdrawEmployerClaim(
  ctx: CommandContext,
  member: ViewerOf<'employer'>,
  input: { version: number },
): Promise<EmployerClaimRow | Refusal> {
  return inTransaction<EmployerClaimRow | Refusal>(ctx, {}, async (tx) => {
    const [employer] = await tx.db.select().from(employers).where(eq(employers.id, member.employerId)).for('update')
    if (!employer) return new Refusal('NOT_FOUND')
    const [claim] = await tx.db
      .select()
      .from(employerClaims)
      .where(and(eq(employerClaims.employerId, employer.id), eq(employerClaims.state, 'PENDING')))
      .for('update')
    const no = refuseRecall(employer, tx.now) ?? (claim ? null : 'ALREADY_DECIDED')
    if (!claim || no) return new Refusal(no ?? 'ALREADY_DECIDED')
    if (claim.version !== input.version) return new Refusal('VERSION_CONFLICT', { current: claim })
    const [withdrawn] = await tx.db
      .update(employerClaims)
      .set({ state: 'WITHDRAWN', decidedAt: tx.now, version: claim.version + 1 })
      .where(eq(employerClaims.id, claim.id))
      .returning()
    await tx.db
      .update(employers)
      .set({ waitingSince: null, version: employer.version + 1 })
      .where(eq(employers.id, employer.id))
    await tx.record({
      action: 'withdrawEmployerClaim',
      object: claim.id,
      changes: [{ field: 'state', before: 'PENDING', after: 'WITHDRAWN' }],
    })
    tx.deliver(employer.id, 'EMPLOYER', employer.id)
    tx.deliver(claim.officeId, 'EMPLOYER', claim.id)
    return withdrawn!
  })
}
