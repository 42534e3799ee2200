import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doorSchema } from '../../test/door-schema.ts'
import { testServer, type TestServer } from '../../test/server.ts'
import { idempotencyKeys, inboxEvents, mails, tryCounters } from '../platform/db/platform.table.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { silentLog } from '../platform/log/log.ts'
import { writeMail } from '../platform/mail/write-mail.ts'
import { systemContext, TASKS } from './jobs.ts'
import { openServices } from './open-services.ts'

const { schema } = doorSchema()
const HOUR = 3_600_000
let server: TestServer
beforeAll(async () => {
  server = await testServer({ schema })
})
afterAll(() => server.stop())

const clockNow = async () => (await (await fetch(`${server.url}/dev/clock.json`)).json()) as { offsetMs: number; now: string }
const move = (body: object, headers: Record<string, string> = { 'x-madoguchi-csrf': '1' }) =>
  fetch(`${server.url}/dev/clock.json`, { method: 'POST', headers, body: JSON.stringify(body) })
const write = (to: string, subject: string) =>
  inTransaction<{ id: string }>(systemContext(server.services), {}, async (tx) => {
    await writeMail(tx, { to, subject, text: '本文', template: 'test' })
    return { id: 'x' }
  })

describe('the demo’s clock', () => {
  it('is moved by days and hours, set to an instant, and put back', async () => {
    await move({ advanceDays: 2 })
    expect((await clockNow()).offsetMs).toBe(48 * HOUR)
    await move({ advanceHours: -1 })
    expect((await clockNow()).offsetMs).toBe(47 * HOUR)
    await move({ setTo: '2026-06-01T00:00:00+09:00' })
    expect((await clockNow()).now).toMatch(/^2026-05-31T15:00:0/)
    await move({ reset: true })
    expect((await clockNow()).offsetMs).toBe(0)
  })

  it('is moved from our own pages only, and only by what it understands', async () => {
    expect((await move({ advanceDays: 1 }, {})).status).toBe(403)
    expect((await move({ advanceDays: 1 }, { 'x-madoguchi-csrf': '1', origin: 'https://evil.example' })).status).toBe(403)
    for (const body of [{}, { setTo: 'あした' }, { advanceDays: '1' }, { advanceDays: 1e9 }]) expect((await move(body)).status).toBe(400)
    expect((await clockNow()).offsetMs).toBe(0)
  })

  it('is the clock of every process, of those that start later too', async () => {
    const options = {
      databaseUrl: server.database.appUrl,
      dataDir: await mkdtemp(join(tmpdir(), 'madoguchi-')),
      demo: true,
      log: silentLog(),
    }
    const running = await openServices(options)
    const heard = new Promise<void>((resolve) => running.services.live.on('clock', () => setTimeout(resolve, 200)))
    await move({ advanceDays: 10 })
    await heard
    expect(running.services.clock.offset).toBe(240 * HOUR)
    const later = await openServices(options)
    expect(later.services.clock.offset).toBe(240 * HOUR)
    const real = await openServices({ ...options, demo: false })
    expect(real.services.clock.offset).toBe(0)
    await Promise.all([running, later, real].map(({ close }) => close()))
    await move({ reset: true })
  })

  it('causes what time causes: a moved clock sweeps at once', async () => {
    const { db, clock } = server.services
    const createdAt = clock.now()
    await db.insert(idempotencyKeys).values({ actor: 'acc_a', key: 'k', operation: 'o', inputHash: 'h', createdAt })
    await db.insert(inboxEvents).values({ party: 'skr_a', seq: 1, kind: 'NOTICE', subject: 'x', createdAt })
    await db.insert(tryCounters).values({ bucket: 'b', count: 1, until: new Date(createdAt.getTime() + HOUR) })
    const left = async () => [
      (await db.select().from(idempotencyKeys)).length,
      (await db.select().from(inboxEvents)).length,
      (await db.select().from(tryCounters)).length,
    ]
    await move({ advanceHours: 47 })
    expect(await left()).toEqual([1, 1, 0])
    await move({ advanceHours: 2 })
    expect(await left()).toEqual([0, 1, 0])
    await move({ advanceDays: 31 })
    expect(await left()).toEqual([0, 0, 0])
    await move({ reset: true })
  })
})

describe('the demo’s mails', () => {
  it('are read newest first, all or those to one address', async () => {
    await write('a@example.jp', '一通め')
    await write('b@example.jp', '二通め')
    await write('a@example.jp', '三通め')
    const read = async (query: string) =>
      ((await (await fetch(`${server.url}/dev/mail.json${query}`)).json()) as { subject: string }[]).map(({ subject }) => subject)
    expect(await read('')).toEqual(['三通め', '二通め', '一通め'])
    expect(await read(`?to=${encodeURIComponent('A@example.jp ')}`)).toEqual(['三通め', '一通め'])
    expect(await read('?to=nobody@example.jp')).toEqual([])
  })

  it('are sent once, and a failure is noted and tried again', async () => {
    const { db } = server.services
    await write('c@example.jp', '四通め')
    const [mail] = await db.select().from(mails).where(eq(mails.to, 'c@example.jp'))
    let carried = 0
    let broken = true
    const postman = {
      keeps: true,
      async carry() {
        if (broken) throw Object.assign(new Error('no route to c@example.jp'), { code: 'ECONNREFUSED' })
        carried++
      },
      close: () => {},
    }
    const services = { ...server.services, postman }
    const send = () => TASKS['sendMail']!({ mailId: mail!.id }, services)
    await expect(send()).rejects.toThrow()
    expect((await db.select().from(mails).where(eq(mails.id, mail!.id)))[0]).toMatchObject({
      attempts: 1,
      lastError: 'ECONNREFUSED',
      sentAt: null,
    })
    broken = false
    await send()
    await send()
    expect(carried).toBe(1)
    expect((await db.select().from(mails).where(eq(mails.id, mail!.id)))[0]).toMatchObject({
      attempts: 2,
      lastError: null,
      sentAt: expect.any(Date),
    })
  })
})

it('outside the demo there is neither', async () => {
  const real = await testServer({ schema, demo: false })
  for (const path of ['/dev/mail.json', '/dev/clock.json']) {
    const response = await fetch(`${real.url}${path}`)
    expect(response.status).toBe(404)
  }
  const moved = await fetch(`${real.url}/dev/clock.json`, {
    method: 'POST',
    headers: { 'x-madoguchi-csrf': '1' },
    body: '{"advanceDays":1}',
  })
  expect(moved.ok).toBe(false)
  expect(real.services.clock.offset).toBe(0)
  await real.stop()
})
