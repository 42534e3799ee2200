import { eq } from 'drizzle-orm'
import type { Context, ViewerOf } from '../../../graph/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Preview } from '../../../kernel/preview.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { problemsOfPurpose } from '../accounts.staff.rules.ts'
import { askWhose, lockAccount } from '../accounts.staff.steps.ts'
import { endSessionsOf } from '../accounts.steps.ts'
import { type AccountRow, accounts } from '../accounts.table.ts'

export interface AccountAct {
  accountId: Id<'acc'>
  /** How the person was known, or why it is done. */
  purpose: string
  dryRun: boolean
}

const MOVES = { SUSPENDED: { from: 'OPEN', action: 'suspendAccount' }, OPEN: { from: 'SUSPENDED', action: 'resumeAccount' } } as const

/** 利用停止 and its end (STATES 3.4, 3.5): a suspended person is out at once, with every socket (S16). */
export async function moveAccount(
  ctx: Context,
  staff: ViewerOf<'staff'>,
  to: 'SUSPENDED' | 'OPEN',
  { accountId, purpose, dryRun }: AccountAct,
): Promise<AccountRow | Refusal | Preview> {
  const problems = problemsOfPurpose(purpose, ctx.policyOf())
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems })
  const { from, action } = MOVES[to]
  return inTransaction<AccountRow | Refusal, boolean>(ctx, { dryRun }, async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (account instanceof Refusal) return account
    const no = account.status === from ? null : new Refusal('ALREADY_DECIDED')
    await askWhose(tx, staff, accountId, no)
    if (no) return account
    const [moved] = await tx.db.update(accounts).set({ status: to }).where(eq(accounts.id, accountId)).returning()
    if (to === 'SUSPENDED') {
      await endSessionsOf(tx, accountId, null)
      tx.hint('control', accountId)
    }
    await tx.record({
      action,
      object: accountId,
      person: accountId,
      purpose,
      changes: [{ field: 'accountStatus', before: from, after: to }],
    })
    return moved!
  })
}
