import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_PASSWORD } from '../server/src/app/demo/accounts.ts'
import { type Config, readConfig } from '../server/src/config.ts'
import { migrateDatabase } from '../server/src/platform/db/migrate.ts'
import { buildClient } from './lib/build-client.ts'
import { isPortFree } from './lib/is-port-free.ts'
import { prepareData } from './lib/prepare-data.ts'
import { seconds, step } from './lib/step.ts'
import { describeAccounts, describePlaces, describePortTaken } from './lib/start-texts.ts'

/** What was started, in order; stopping goes backwards, so connections close before the database does. */
const running: (() => Promise<void> | void)[] = []
let stopping = false
let stoppingSince = 0
/** Milliseconds: npm and pnpm hand a signal on, so that one Ctrl-C may come twice. */
const SAME_PRESS = 1_000

process.env.DEMO ??= process.env.NODE_ENV === 'production' ? '0' : '1'
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

try {
  await start(readConfig())
} catch (error) {
  if (!stopping) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n`)
    await stop(1)
  }
}

async function start(config: Config) {
  const startedAt = performance.now()
  console.log('Madoguchi を起動します。終わるときは Ctrl-C を押してください。\n')
  if (!(await isPortFree(config.port))) throw new Error(await describePortTaken(config))

  const building = { since: performance.now(), done: buildClient() }
  building.done.catch(() => {})

  const data = await step('データベースを用意しています', (note) => prepareData(config, note))
  running.push(data.stop)
  await step('表を最新にしています', () => migrateDatabase(data.ownerUrl))
  const demo = config.demo ? await import('../server/src/app/demo/load-demo.ts') : null
  if (demo)
    await step('デモのデータを確かめています', (log) => demo.loadDemo({ databaseUrl: data.databaseUrl, ownerUrl: data.ownerUrl, log }))
  await step('画面を組み立てています', () => building.done, building.since)
  const server = await step('サーバーを起動しています', async () => {
    const { startServer } = await import('../server/src/main.ts')
    return startServer({
      databaseUrl: data.databaseUrl,
      ownerUrl: data.ownerUrl,
      port: config.port,
      dataDir: config.dataDir,
      demo: config.demo,
    })
  })
  if (stopping) return server.stop()
  running.push(() => server.stop())

  const pidFile = join(config.dataDir, 'start.pid')
  writeFileSync(pidFile, String(process.pid))
  running.push(() => rmSync(pidFile, { force: true }))

  console.log(`\n準備ができました（${seconds(startedAt)}）。\n`)
  console.log(describePlaces(server.url, config, data.place))
  if (demo) console.log(describeAccounts(demo.DEMO_ACCOUNTS, DEMO_PASSWORD))
  console.log('終わるときは Ctrl-C を押してください。\n')
}

/** A second Ctrl-C ends at once; the database then goes on running and the next start takes it over. */
async function stop(code: number) {
  const now = performance.now()
  if (stopping && now - stoppingSince < SAME_PRESS) return
  if (stopping) process.exit(130)
  stopping = true
  stoppingSince = now
  if (code === 0) console.log('\n終了しています …')
  for (const stopOne of running.toReversed()) {
    try {
      await stopOne()
    } catch (error) {
      console.error(error)
    }
  }
  if (code === 0) console.log('終了しました。')
  process.exit(code)
}
