import { and, eq, ne } from 'drizzle-orm'
import type { Id } from '../../kernel/ids.ts'
import type { Db, DbTransaction } from '../../platform/db/connect.ts'
import { inboxCounters } from '../../platform/db/platform.table.ts'
import { type AccountRow, accounts } from './accounts.table.ts'

/** The account that signs in with this address; closed ones have given it back. */
export async function accountOfEmail({ db }: { db: Db | DbTransaction }, email: string): Promise<AccountRow | null> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, email), ne(accounts.status, 'CLOSED')))
  return account ?? null
}

export async function accountById({ db }: { db: Db }, id: Id<'acc'>): Promise<AccountRow | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id))
  return account ?? null
}

/** From where a live subscription goes on so that nothing is missed after this answer. */
export async function inboxSeqOf({ db }: { db: Db }, party: string): Promise<number> {
  const [counter] = await db.select().from(inboxCounters).where(eq(inboxCounters.party, party))
  return counter?.lastSeq ?? 0
}
