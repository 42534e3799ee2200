import { inArray } from 'drizzle-orm'
import { loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { type StaffMemberRow, staffMembers } from './accounts.table.ts'

export const staffMemberById = loaderOf<Id<'stf'>, StaffMemberRow>(
  ({ db }, ids) => db.select().from(staffMembers).where(inArray(staffMembers.id, ids)),
  (row) => row.id,
)
