import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { storeOffset } from '../../server/src/app/clock-offset.ts'
import { Clock } from '../../server/src/platform/clock.ts'
import { connect } from '../../server/src/platform/db/connect.ts'
import { freePort } from '../../server/src/platform/db/embedded/free-port.ts'
import { testDatabase } from '../../server/test/database.ts'
import { ROOT, SCRATCH, tool } from './paths.ts'

const START_LIMIT_MS = 180_000

/** The whole demo as `pnpm start` starts it, on a database of its own, for the browser journeys; its clock may be set before. */
export async function startForJourneys(adminUrl: string, startsAt?: Date): Promise<{ url: string; stop: () => Promise<void> }> {
  process.env.MADOGUCHI_TEST_ADMIN_URL = adminUrl
  const database = await testDatabase()
  if (startsAt) await setClock(database.appUrl, startsAt)
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-journeys-'))
  const port = await freePort()
  await mkdir(SCRATCH, { recursive: true })
  const logFile = join(SCRATCH, 'journeys.log')
  const log = openSync(logFile, 'w')
  const child = spawn(tool('tsx'), ['--tsconfig', 'server/tsconfig.json', 'scripts/start.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      DEMO: '1',
      NODE_ENV: 'development',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    },
    stdio: ['ignore', log, log],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const url = `http://localhost:${port}`
  const deadline = performance.now() + START_LIMIT_MS
  while (performance.now() < deadline && child.exitCode === null) {
    if (await answers(`${url}/readyz`)) return { url, stop }
    await sleep(200)
  }
  await stop()
  throw new Error(`画面のテスト用のサーバーが起動しませんでした。記録は ${logFile} にあります。`)
}

async function setClock(databaseUrl: string, startsAt: Date): Promise<void> {
  const connection = connect(databaseUrl, { max: 1 })
  const now = new Clock().now()
  await storeOffset(connection.db, startsAt.getTime() - now.getTime(), startsAt)
  await connection.close()
}

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )
