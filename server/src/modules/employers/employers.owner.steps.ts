import { eq } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type EmployerRow, employerMembers, employers } from './employers.table.ts'

/** Until the members' page asks for a name. */
const OWNER_NAME = '代表の担当者'

/** UNOPENED → OPEN with its first member. */
export async function openWithOwner(tx: Tx, { id, version }: EmployerRow, accountId: Id<'acc'>): Promise<void> {
  await tx.db
    .update(employers)
    .set({ status: 'OPEN', openedAt: tx.now, version: version + 1 })
    .where(eq(employers.id, id))
  await tx.db
    .insert(employerMembers)
    .values({ employerId: id, accountId, role: 'OWNER', status: 'ACTIVE', name: OWNER_NAME, createdAt: tx.now })
}
