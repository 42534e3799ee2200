import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeOffice, makeSeeker, makeStaff } from '../../test/actors.ts'
import type { TestApp } from '../../test/app.ts'
import { doorSchema } from '../../test/door-schema.ts'
import { askSocket, stopClock, testServer, type TestServer } from '../../test/server.ts'
import type { Id } from '../kernel/ids.ts'
import { addHours } from '../kernel/calendar.ts'
import { sessions } from '../modules/accounts/accounts.table.ts'
import { settings } from '../platform/db/platform.table.ts'
import { hashToken, newToken } from '../platform/secrets/tokens.ts'

const BEFORE = '2026-11-28T23:59:59.999+09:00'
const BEGIN = '2026-11-29T00:00:00+09:00'
const LAST = '2026-11-29T05:59:59.999+09:00'
const END = '2026-11-29T06:00:00+09:00'

let server: TestServer
let clientDir: string
let staff: Record<string, string>
let seeker: Record<string, string>
beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'madoguchi-pages-'))
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>SPA</title>')
  await writeFile(join(clientDir, 'graphiql.html'), '<!doctype html><title>GraphiQL</title>')
  await writeFile(join(clientDir, 'app.js'), 'void 0')
  server = await testServer({ schema: doorSchema().schema, clientDir })
  stopClock(server.services.clock)
  setNow(BEFORE)
  const { db, clock, policy } = server.services
  await db.insert(settings).values({ scope: 'policy', name: 'maintenanceRegular', value: 1, changedAt: clock.now() })
  await policy.load(db)
  const app = { ...server.services, services: server.services } as unknown as TestApp
  const office = await makeOffice(app)
  const member = await makeStaff(app, office)
  staff = await cookieOf(member.accountId, 'STAFF', member.staffId)
  const person = await makeSeeker(app, office)
  seeker = await cookieOf(person.viewer.accountId, 'SEEKER', person.seeker.id)
})
beforeEach(() => setNow(BEFORE))
afterAll(async () => {
  await server.stop()
  await rm(clientDir, { recursive: true })
})

const setNow = (instant: string) => {
  const { clock } = server.services
  clock.offset += new Date(instant).getTime() - clock.now().getTime()
}

async function cookieOf(accountId: Id<'acc'>, actingAs: 'STAFF' | 'SEEKER', subject: string): Promise<Record<string, string>> {
  const token = newToken()
  const now = server.services.clock.now()
  const until = addHours(now, 24)
  const times = { createdAt: now, lastSeenAt: now, idleUntil: until, absoluteUntil: until }
  await server.services.db
    .insert(sessions)
    .values({ tokenHash: hashToken(token), accountId, actingAs, subject, userAgent: 'test', ...times })
  return { cookie: `${server.services.web.cookies.session}=${token}`, 'x-madoguchi-csrf': '1' }
}
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })

it.each([
  [BEFORE, 200],
  [BEGIN, 503],
  [LAST, 503],
  [END, 200],
])('at %s visitors and seekers are answered %i over HTTP, staff always 200', async (moment, status) => {
  setNow(moment)
  for (const headers of [{}, seeker]) {
    expect((await server.ask('{ hello }', { headers })).status).toBe(status)
    expect((await get('/jobs', headers)).status).toBe(status)
    expect((await get('/index.html', headers)).status).toBe(status)
    expect((await get(`/files/fil_${'0'.repeat(32)}`, headers)).status).toBe(status === 200 ? 404 : 503)
  }
  expect((await server.ask('{ hello }', { headers: staff })).body).toEqual({ data: { hello: 'こんにちは' } })
  for (const path of ['/jobs', '/graphiql']) expect((await get(path, staff)).status).toBe(200)
  for (const path of ['/healthz', '/readyz', '/signin', '/staff', '/app.js']) expect([path, (await get(path)).status]).toEqual([path, 200])
})

it('the answer says until when, as a code for programs and as words for people', async () => {
  setNow(BEGIN)
  const { body, headers } = await server.ask('{ hello }')
  expect(body.errors[0].extensions).toEqual({ code: 'MAINTENANCE', until: '2026-11-28T21:00:00.000Z' })
  expect(headers.get('retry-after')).toBe('21600')
  const page = await get('/jobs')
  expect(page.headers.get('retry-after')).toBe('21600')
  expect(await page.text()).toContain('11月29日(日) 6:00')
})

it('every answer says when the next window is and since when pages tell of it', async () => {
  expect((await server.ask('{ hello }')).headers.get('x-madoguchi-maintenance')).toBe(
    '2026-11-28T15:00:00.000Z 2026-11-28T21:00:00.000Z 2026-11-27T15:00:00.000Z',
  )
})

it('nobody gets past the door by asking for more beside it or through a fragment', async () => {
  setNow(BEGIN)
  for (const query of ['{ hello signIn: hello }', '{ ...F } fragment F on Query { hello }', '{ viewer: hello }'])
    expect((await server.ask(query)).status).toBe(503)
})

it('sockets of visitors and seekers end with the window, say until when, and open again after it; those of staff go on', async () => {
  const open = [server.socket(), server.socket(seeker), server.socket(staff)]
  for (const client of open) expect((await askSocket(client, '{ hello }')).data.hello).toBe('こんにちは')
  setNow(BEGIN)
  server.services.live.publish([{ topic: 'settings', id: 'policy' }])
  await expect.poll(() => open.map(({ closed }) => closed.code)).toEqual([4503, 4503, undefined])
  expect(await askSocket(server.socket(seeker), '{ hello }')).toEqual({ closed: 4503 })
  expect((await askSocket(open[2]!, '{ hello }')).data.hello).toBe('こんにちは')
  setNow(END)
  const after = server.socket(seeker)
  expect((await askSocket(after, '{ hello }')).data.hello).toBe('こんにちは')
  for (const client of [...open, after]) await client.dispose()
})
