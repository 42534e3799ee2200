import { inArray } from 'drizzle-orm'
import { loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { type AwaitedAccountRow, awaitedAccounts, type StaffMemberRow, staffMembers } from './accounts.table.ts'

export const staffMemberById = loaderOf<Id<'stf'>, StaffMemberRow>(
  ({ db }, ids) => db.select().from(staffMembers).where(inArray(staffMembers.id, ids)),
  (row) => row.id,
)

/** By the id of the seeker or the establishment; whoever leads here has asked who may know it. */
export const awaitedAccountOf = loaderOf<string, AwaitedAccountRow>(
  ({ db }, ids) => db.select().from(awaitedAccounts).where(inArray(awaitedAccounts.opens, ids)),
  (row) => row.opens,
)
