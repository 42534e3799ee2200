import { getTableColumns, is, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { PgArray, type PgColumn, PgJsonb, type PgTable } from 'drizzle-orm/pg-core'
import type { DbTransaction } from '../../platform/db/connect.ts'

/** One statement's size: PostgreSQL and this process hold it whole. */
const ROWS = 400

/** Many rows in few statements: each goes over as one JSON text, since a parameter for every cell costs more than all else together. */
export async function insertRows<T extends PgTable>(db: DbTransaction, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
  const columns = Object.entries<PgColumn>(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: column.keyAsName ? toSnakeCase(column.name) : column.name,
    valueOf: valueOf(column),
  }))
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  for (let from = 0; from < rows.length; from += ROWS) {
    const batch: Record<string, unknown>[] = rows.slice(from, from + ROWS)
    const json = JSON.stringify(batch.map((row) => Object.fromEntries(columns.map(({ key, name, valueOf }) => [name, valueOf(row[key])]))))
    await db.execute(
      sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, cast(${json}::text as json))`,
    )
  }
}

/** What a cell is in JSON; a cell left out takes the column's default. */
function valueOf(column: PgColumn): (given: unknown) => unknown {
  const asItIs = is(column, PgJsonb) || is(column, PgArray)
  return (given) => {
    const value = given === undefined ? (column.defaultFn?.() ?? column.default ?? null) : given
    return value === null || asItIs ? value : column.mapToDriverValue(value)
  }
}
