import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export type Sql = postgres.Sql
export type Db = PostgresJsDatabase
/** Inside `inTransaction` only. */
export type DbTransaction = Parameters<Parameters<Db['transaction']>[0]>[0]

export interface Connection {
  sql: Sql
  db: Db
  close(): Promise<void>
}

interface Limits {
  max?: number
  statementSeconds?: number
}

/** A pool with the limits that postgres.js lacks: no statement or forgotten transaction runs for ever. */
export function connect(
  url: string,
  { max = 10, statementSeconds = 5, heard }: Limits & { heard?: (statement: string) => void } = {},
): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    ...(heard && { debug: (_connection: number, statement: string) => heard(statement) }),
    // However long the database was away: two seconds after its return everybody is back.
    backoff: (retries) => Math.min(0.05 * 2 ** retries, 2),
    connection: {
      statement_timeout: statementSeconds * 1000,
      lock_timeout: statementSeconds * 1000,
      idle_in_transaction_session_timeout: 10_000,
    },
  })
  return { sql, db: drizzle(sql, { casing: 'snake_case' }), close: () => sql.end({ timeout: 5 }) }
}
