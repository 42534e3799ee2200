import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { MIGRATIONS_FOLDER } from '../platform/db/migrate.ts'
import type { Jobs } from '../platform/jobs/run-jobs.ts'
import { sendText } from './respond.ts'
import type { ServerServices } from './server-services.ts'

/** What must hold before this process is sent requests. */
export interface Readiness {
  database: boolean
  migrations: boolean
  jobs: boolean
}

export async function readinessOf(services: ServerServices, jobs: Jobs | null, migrated: boolean): Promise<Readiness> {
  const database = await services.db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  return { database, migrations: migrated, jobs: jobs?.running ?? true }
}

/** Whether the newest migration of this program has been applied; asked once, as the owner. */
export async function isMigrated(ownerUrl: string): Promise<boolean> {
  const journal = JSON.parse(await readFile(join(MIGRATIONS_FOLDER, 'meta', '_journal.json'), 'utf8')) as { entries: { when: number }[] }
  const newest = Math.max(...journal.entries.map(({ when }) => when))
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await owner`select max(created_at)::text as newest from drizzle.__drizzle_migrations`
    return Number(row?.['newest'] ?? 0) >= newest
  } catch {
    return false
  } finally {
    await owner.end()
  }
}

/** Numbers for the operator on a port of their own, never on the public one. */
export async function serveMetrics(services: ServerServices, port: number, host: string): Promise<Server> {
  const server = createServer((req, res) => {
    if (req.url === '/metrics') sendText(res, 200, services.counters.text(), 'text/plain; version=0.0.4; charset=utf-8')
    else sendText(res, 404, 'not found')
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  return server
}
