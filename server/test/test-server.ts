import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { type Embedded, startEmbedded } from '../src/platform/db/embedded/start-embedded.ts'

const DATA_DIR = fileURLToPath(new URL('../../.data/test', import.meta.url))

/** One server for all test files, kept between runs; it writes without waiting for the disk, so a broken one is thrown away. */
export async function startTestServer(): Promise<Embedded> {
  const start = () => startEmbedded({ dataDir: DATA_DIR, durable: false })
  const server = await start().catch(async (error: Error) => {
    if (error.name === 'EmbeddedUnavailable') throw error
    rmSync(DATA_DIR, { recursive: true, force: true })
    return start()
  })
  await dropLeftovers(server.url)
  return server
}

/** Databases of test files whose process was killed before it could clean up. */
async function dropLeftovers(adminUrl: string) {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  const names = await admin<{ name: string }[]>`select datname as name from pg_database where datname ~ '^test_[0-9]+_'`
  for (const { name } of names) {
    if (!isRunning(Number(name.split('_')[1]))) await admin.unsafe(`drop database if exists "${name}" with (force)`)
  }
  await admin.end()
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
