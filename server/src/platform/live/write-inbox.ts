import { sql } from 'drizzle-orm'
import type { InboxKind } from '../../kernel/inbox-kind.ts'
import type { DbTransaction } from '../db/connect.ts'
import { inboxCounters, inboxEvents } from '../db/platform.table.ts'
import type { Hint } from './live.ts'

export interface Delivery {
  party: string
  kind: InboxKind
  subject: string
}

/** Numbers the events of each party without holes. Counters are taken in order of the party, as the last locks of the transaction. */
export async function writeInbox(db: DbTransaction, deliveries: readonly Delivery[], now: Date): Promise<Hint[]> {
  if (deliveries.length === 0) return []
  const parties = [...new Set(deliveries.map((d) => d.party))].toSorted()
  const rows: (typeof inboxEvents.$inferInsert)[] = []
  for (const party of parties) {
    const own = deliveries.filter((d) => d.party === party)
    const [counter] = await db
      .insert(inboxCounters)
      .values({ party, lastSeq: own.length })
      .onConflictDoUpdate({ target: inboxCounters.party, set: { lastSeq: sql`${inboxCounters.lastSeq} + ${own.length}` } })
      .returning()
    const first = (counter?.lastSeq ?? own.length) - own.length + 1
    rows.push(...own.map(({ kind, subject }, i) => ({ party, seq: first + i, kind, subject, createdAt: now })))
  }
  await db.insert(inboxEvents).values(rows)
  return parties.map((party) => ({ topic: `party:${party}`, id: party }))
}
