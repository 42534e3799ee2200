import type { Id } from '../src/kernel/ids.ts'
import { staffMembers } from '../src/modules/accounts/accounts.table.ts'
import { employerMembers, employers } from '../src/modules/employers/employers.table.ts'
import { seekers } from '../src/modules/seekers/seekers.table.ts'
import type { TestApp } from './app.ts'

/** What an account may act as, given to one that exists: a seeker whose registration is being written. */
export const giveSeeker = (app: TestApp, accountId: Id<'acc'>) =>
  app.db.insert(seekers).values({ accountId, kind: 'ONLINE', status: 'DRAFT', createdAt: app.clock.now() })

/** The owner of an establishment of its own. */
export async function giveEmployer(app: TestApp, accountId: Id<'acc'>, officeId: Id<'off'>, name: string): Promise<Id<'emp'>> {
  const createdAt = app.clock.now()
  const [employer] = await app.db.insert(employers).values({ officeId, status: 'OPEN', createdAt }).returning()
  await app.db.insert(employerMembers).values({ employerId: employer!.id, accountId, role: 'OWNER', status: 'ACTIVE', name, createdAt })
  return employer!.id
}

export const giveStaff = (app: TestApp, accountId: Id<'acc'>, officeId: Id<'off'>, name: string) =>
  app.db.insert(staffMembers).values({ accountId, officeId, role: 'COUNTER', name })

/** How many seekers an address has. */
export async function seekersOf(app: TestApp, email: string): Promise<number> {
  const [row] = await app.sql<{ count: number }[]>`
    select count(*)::int as count from seekers join accounts on accounts.id = seekers.account_id where accounts.email = ${email}`
  return row!.count
}
