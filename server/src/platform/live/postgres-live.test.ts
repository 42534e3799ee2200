import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { connect, type Connection } from '../db/connect.ts'
import type { Live } from './live.ts'
import { postgresLive } from './postgres-live.ts'

let database: TestDatabase
const opened: { connection: Connection; live: Live }[] = []

/** What one server process has: a pool and a link of its own. */
async function startProcess() {
  const connection = connect(database.appUrl)
  const live = await postgresLive(connection.sql)
  opened.push({ connection, live })
  return live
}

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  for (const { connection, live } of opened) {
    await live.close()
    await connection.close()
  }
  await database.drop()
})

it('two processes on one database tell each other, and themselves', async () => {
  const [one, two] = await Promise.all([startProcess(), startProcess()])
  const here = one.watch('thread:thr_1')
  const there = two.watch('thread:thr_1')
  one.publish([{ topic: 'thread:thr_1', id: 'thr_1' }])
  expect(await there.next()).toBe(true)
  expect(await here.next()).toBe(true)
  two.publish([{ topic: 'thread:thr_1', id: 'thr_1' }])
  expect(await here.next()).toBe(true)
})

it('hands over more hints than fit into one message, in order and none lost', async () => {
  const [one, two] = await Promise.all([startProcess(), startProcess()])
  const feed = two.feed('postings', 5_000)
  const ids = Array.from({ length: 1_000 }, (_, i) => `pst_${i}`)
  one.publish(ids.map((id) => ({ topic: 'postings', id })))
  const heard: string[] = []
  while (heard.length < ids.length) heard.push(...((await feed.next())?.ids ?? []))
  expect(heard).toEqual(ids)
})

it('a reader of one process that stops reading harms nobody', async () => {
  const [one, two] = await Promise.all([startProcess(), startProcess()])
  const silent = two.feed('postings', 256)
  const reading = two.feed('postings', 256)
  const heard: string[] = []
  for (let i = 0; i < 20; i++) {
    one.publish(Array.from({ length: 100 }, (_, j) => ({ topic: 'postings', id: String(i * 100 + j) })))
    while (heard.length < (i + 1) * 100) heard.push(...((await reading.next())?.ids ?? []))
  }
  expect(heard).toEqual(Array.from({ length: 2_000 }, (_, i) => String(i)))
  const rest = await silent.next()
  expect(rest?.ids).toHaveLength(256)
  expect(rest?.missed).toBe(true)
})

it('heals a broken link by itself and wakes all who may have missed something', async () => {
  const [one, two] = await Promise.all([startProcess(), startProcess()])
  const watch = two.watch('thread:thr_2')
  const feed = two.feed('postings')
  const superuser = postgres(process.env['MADOGUCHI_TEST_ADMIN_URL']!, { max: 1 })
  const name = new URL(database.appUrl).pathname.slice(1)
  const cut = await superuser`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and query ilike 'listen %'`
  expect(cut.length).toBeGreaterThanOrEqual(2)
  expect(await watch.next()).toBe(true)
  expect(await feed.next()).toEqual({ ids: [], missed: true })
  let heard: string[] = []
  for (let i = 0; i < 50 && !heard.includes('pst_9'); i++) {
    one.publish([{ topic: 'postings', id: 'pst_9' }])
    await Promise.race([feed.next().then((batch) => void (heard = [...heard, ...(batch?.ids ?? [])])), sleep(200)])
  }
  expect(heard).toContain('pst_9')
  await superuser.end()
})

it('misses a process that was killed as soon as it had come, and wakes all', async () => {
  const watch = (await startProcess()).watch('thread:thr_3')
  const short = connect(database.appUrl)
  await postgresLive(short.sql)
  await short.close()
  expect(await watch.next()).toBe(true)
})

it('tells later what it could not tell at once', async () => {
  const two = await startProcess()
  const connection = connect(database.appUrl)
  let failures = 2
  const sql = new Proxy(connection.sql, {
    get: (target, name) => {
      if (name === 'notify' && failures-- > 0) return () => Promise.reject(new Error('the link is down'))
      return target[name as keyof typeof target]
    },
  })
  opened.push({ connection, live: await postgresLive(sql) })
  const feed = two.feed('postings')
  const one = opened.at(-1)!.live
  one.publish([{ topic: 'postings', id: 'pst_1' }])
  one.publish([{ topic: 'postings', id: 'pst_2' }])
  expect(await feed.next()).toEqual({ ids: ['pst_1', 'pst_2'], missed: false })
  expect(failures).toBeLessThan(0)
})

it('says in this process at once that a right was lost', async () => {
  const live = await startProcess()
  const heard: string[] = []
  live.on('control', (id) => heard.push(id))
  live.on('postings', (id) => heard.push(id))
  live.publish([
    { topic: 'postings', id: 'pst_1' },
    { topic: 'control', id: 'ses_1' },
  ])
  expect(heard).toEqual(['ses_1'])
})
