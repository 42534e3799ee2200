import type { ViewerOf } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../../platform/db/transaction.ts'
import { hashCode, newCode } from '../creation-code.ts'
import { codeValidUntil, lastDayOf, refuseIssuing, shownCode, typedEmployerNumber } from '../employers.codes.rules.ts'
import { revokeCodeOf } from '../employers.codes.steps.ts'
import { accountCreationCodes, type CreationCodeRow } from '../employers.codes.table.ts'
import { employersByIds } from '../employers.queries.ts'
import { lockForStaff } from '../employers.steps.ts'

/** The code in clear is in this answer and nowhere else. */
export interface IssuedCode {
  id: Id<'cod'>
  creationCode: string
  slip: CreationCodeRow
}

/** アカウント作成コードを発行する: a new paper makes the one before worthless and begins to count anew (R4). */
export function issueAccountCreationCode(
  ctx: CommandContext,
  staff: ViewerOf<'staff'>,
  input: { employerNumber: string; dryRun: boolean },
): Promise<IssuedCode | Refusal | Preview> {
  return inTransaction<IssuedCode | Refusal, boolean>(ctx, { dryRun: input.dryRun }, async (tx) => {
    const employer = await lockForStaff(tx, staff, typedEmployerNumber(input.employerNumber) ?? '')
    if (employer instanceof Refusal) return employer
    const { officeId } = employer
    if (officeId === null) return new Refusal('NOT_FOUND')
    const no = refuseIssuing(employer.status)
    const [current] = await employersByIds(tx.db, [employer.id])
    if (no) return new Refusal(no, current && { current })
    await revokeCodeOf(tx, employer.id)
    const code = newCode()
    const [slip] = await tx.db
      .insert(accountCreationCodes)
      .values({
        employerId: employer.id,
        officeId,
        issuedBy: staff.staffId,
        codeHash: hashCode(code),
        state: 'ISSUED',
        issuedAt: tx.now,
        validUntil: codeValidUntil(tx.now, tx.policyOf(officeId)),
      })
      .returning()
    await tx.record({
      action: 'issueAccountCreationCode',
      object: slip!.id,
      changes: [
        { field: 'state', before: null, after: 'ISSUED' },
        { field: 'lastDay', before: null, after: lastDayOf(slip!) },
      ],
    })
    return { id: slip!.id, creationCode: shownCode(code), slip: slip! }
  })
}
