import { and, eq, isNull } from 'drizzle-orm'
import type { ViewerOf } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AccountCase } from './accounts.events.ts'
import { offices } from '../offices/offices.table.ts'
import { kindOfStaff } from './accounts.rules.ts'
import { type AccountRow, accounts, staffMembers } from './accounts.table.ts'

/** The account, locked, for staff who may act on it: whose it is, later modules say (`accountCase`). Closed ones are not there. */
export async function lockAccount(tx: Tx, accountId: Id<'acc'>): Promise<AccountRow | Refusal> {
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId)).for('update')
  return account && account.status !== 'CLOSED' ? account : new Refusal('NOT_FOUND')
}

/**
 * Asks every module whether this member of staff serves the person behind the account; a colleague is served by managers of the
 * same kind of office. Whoever is
 * not served is not there, whatever else (`otherwise`) would be the answer (S21).
 */
export async function askWhose(tx: Tx, staff: ViewerOf<'staff'>, accountId: Id<'acc'>, otherwise: Refusal | null = null): Promise<void> {
  const one: AccountCase = { accountId, staff, isServed: false }
  const [colleague] = await tx.db
    .select({ kind: offices.kind })
    .from(staffMembers)
    .innerJoin(offices, eq(offices.id, staffMembers.officeId))
    .where(and(eq(staffMembers.accountId, accountId), isNull(staffMembers.removedAt)))
    .limit(1)
  if (colleague) one.isServed = colleague.kind === kindOfStaff(staff) && staff.role === 'MANAGER' && accountId !== staff.accountId
  else tx.emit('accountCase', { one })
  tx.emit('accountCaseEnds', { one, otherwise })
}

/** All have been asked. */
export const refuseUnserved = async (
  _tx: Tx,
  { one, otherwise }: { one: AccountCase; otherwise: Refusal | null },
): Promise<Refusal | null> => (one.isServed ? otherwise : new Refusal('NOT_FOUND'))
