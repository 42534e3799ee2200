import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { APP_ROLE, OWNER_ROLE } from './prepare-database.ts'

/** Where the SQL files lie that drizzle-kit writes. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../../drizzle', import.meta.url))

const OLDEST_VERSION = 16
const MIGRATION_LOCK = 7_204_002

/** Brings tables and job queue up to date. Servers that start at once wait for each other, and only the first one changes anything. */
export async function migrateDatabase(ownerUrl: string, { folder = MIGRATIONS_FOLDER } = {}) {
  const sql = postgres(ownerUrl, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => {} })
  try {
    await checkServer(sql)
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    if (!existsSync(folder)) throw new Error(`移行ファイルのフォルダー ${folder} が見つかりません。 / The migrations folder is missing.`)
    await migrate(drizzle(sql), { migrationsFolder: folder })
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
  } finally {
    await sql.end()
  }
}

async function checkServer(sql: postgres.Sql) {
  const [server] =
    await sql`select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version`
  if (server?.major < OLDEST_VERSION) {
    throw new Error(
      `PostgreSQL ${OLDEST_VERSION} 以上が必要です（接続先は ${server?.version}）。 / PostgreSQL ${OLDEST_VERSION} or later is needed; this server is ${server?.version}.`,
    )
  }
  const [roles] = await sql`select count(*)::int as found from pg_roles where rolname in (${OWNER_ROLE}, ${APP_ROLE})`
  if (roles?.found !== 2) throw new Error(missingRolesText())
}

const missingRolesText = () =>
  [
    `データベースに役割 ${OWNER_ROLE} と ${APP_ROLE} が必要です。管理者として次を一度実行してください。`,
    `The roles ${OWNER_ROLE} and ${APP_ROLE} are missing. As administrator, run once:`,
    `  create role ${OWNER_ROLE} login password '…';`,
    `  create role ${APP_ROLE} login password '…';`,
    `  create database madoguchi owner ${OWNER_ROLE};`,
  ].join('\n')
