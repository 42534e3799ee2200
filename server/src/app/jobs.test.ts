import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseCrontab } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { mails } from '../platform/db/platform.table.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { writeMail } from '../platform/mail/write-mail.ts'
import { startWorker } from '../worker.ts'
import { CRONTAB, runSweeps, SWEEPS, systemContext, TASKS } from './jobs.ts'
import { openServices } from './open-services.ts'
import type { ServerServices } from './server-services.ts'

let database: TestDatabase
let services: ServerServices
let close: () => Promise<void>
const options = async () => ({
  databaseUrl: database.appUrl,
  dataDir: await mkdtemp(join(tmpdir(), 'madoguchi-')),
  demo: true,
  log: silentLog(),
})
beforeAll(async () => {
  database = await testDatabase()
  ;({ services, close } = await openServices(await options()))
})
afterAll(async () => {
  await close()
  await database.drop()
})
const eventually = async (holds: () => Promise<boolean>) => {
  for (let i = 0; i < 200 && !(await holds()); i++) await sleep(25)
  expect(await holds()).toBe(true)
}

it('a mail of a committed write is sent by a worker that knows nothing of the server that wrote it', async () => {
  await inTransaction<{ id: string }>(systemContext(services), {}, async (tx) => {
    await writeMail(tx, { to: 'a@example.jp', subject: '件名', text: '本文', template: 'test' })
    return { id: 'x' }
  })
  const worker = await startWorker({ ...(await options()), ownerUrl: database.ownerUrl })
  await eventually(async () => (await services.db.select().from(mails))[0]?.sentAt !== null)
  await worker.stop()
  expect((await services.db.select().from(mails))[0]).toMatchObject({ attempts: 1, lastError: null })
})

it('a job that fails is counted, not lost, and does not stop the runner', async () => {
  const done: unknown[] = []
  const tasks = {
    breaks: async () => {
      throw new Error('broken')
    },
    works: async (payload: Record<string, unknown>) => void done.push(payload['n']),
  }
  const jobs = await runJobs(database.ownerUrl, tasks, services, '')
  await inTransaction<{ id: string }>(systemContext(services), {}, async (tx) => {
    await tx.addJob('breaks', {})
    await tx.addJob('works', { n: 1 })
    return { id: 'x' }
  })
  await eventually(async () => done.length === 1 && services.counters.count('jobs_failed_total') === 1)
  expect(jobs.running).toBe(true)
  await jobs.stop()
  expect(jobs.running).toBe(false)
})

it('the crontab wakes the sweeps every minute, under a name the table of tasks knows', () => {
  const items = parseCrontab(CRONTAB)
  expect(items.map(({ task }) => task)).toEqual(['sweeps'])
  for (const { task } of items) expect(Object.keys(TASKS)).toContain(task)
})

it('sweeps may run twice at once and find nothing to do in an empty system', async () => {
  await Promise.all([runSweeps(services), runSweeps(services)])
  expect(Object.keys(SWEEPS).every((name) => /^sweep[A-Z]/.test(name))).toBe(true)
})
