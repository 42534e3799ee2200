import type { PgTable } from 'drizzle-orm/pg-core'
import type { DbTransaction } from '../../platform/db/connect.ts'

/** PostgreSQL takes 65,535 parameters in one statement; the widest table has fewer than 160 columns. */
const ROWS = 400

/** Many rows in few statements. */
export async function insertRows<T extends PgTable>(db: DbTransaction, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) await db.insert(table).values(rows.slice(from, from + ROWS) as T['$inferInsert'][])
}
