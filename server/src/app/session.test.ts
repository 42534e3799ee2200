import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { doorSchema } from '../../test/door-schema.ts'
import { askSocket, stopClock, testServer, type TestServer } from '../../test/server.ts'
import type { Id } from '../kernel/ids.ts'
import { accounts, sessions, staffMembers } from '../modules/accounts/accounts.table.ts'
import { employerMembers, employers } from '../modules/employers/employers.table.ts'
import { offices } from '../modules/offices/offices.table.ts'
import { seekers } from '../modules/seekers/seekers.table.ts'
import { newId } from '../platform/db/columns.ts'
import { hashToken, newToken } from '../platform/secrets/tokens.ts'
import { moveClock, storeOffset } from './clock-offset.ts'

const START = '2026-04-01T09:00:00+09:00'
const MINUTE = 60_000
const { schema } = doorSchema()
let server: TestServer
let officeId: Id<'off'>
let clientDir: string

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'madoguchi-pages-'))
  await writeFile(join(clientDir, 'graphiql.html'), '<!doctype html><title>GraphiQL</title>')
  server = await testServer({ schema, clientDir })
  stopClock(server.services.clock)
  const [office] = await server.services.db
    .insert(offices)
    .values({
      kind: 'PUBLIC_OFFICE',
      code: '13010',
      name: '汐見公共職業安定所',
      kana: 'シオミ',
      prefectureCode: '13',
      municipalityCode: '13101',
      postalCode: '1000001',
      address: '東京都汐見区一番町1',
      phone: '03-0000-0000',
      openingHours: [],
      postalPrefixes: ['100'],
    })
    .returning()
  officeId = office!.id
})
beforeEach(() => setNow(START))
afterAll(async () => {
  await server.stop()
  await rm(clientDir, { recursive: true })
})

/** The clock stands still at an instant. */
async function setNow(instant: string | number) {
  const { clock, db } = server.services
  const offset = clock.offset + new Date(instant).getTime() - clock.now().getTime()
  await storeOffset(db, offset, clock.now())
  // What an earlier test moved may still be on its way.
  await sleep(20)
  clock.offset = offset
}
const at = (minutes: number, seconds = 0) => new Date(START).getTime() + minutes * MINUTE + seconds * 1000

type Acting = { actingAs: 'NOBODY' | 'SEEKER' | 'EMPLOYER' | 'STAFF'; subject: string | null }

async function makeAccount(): Promise<Id<'acc'>> {
  const now = new Date(START)
  const id = newId('acc')
  await server.services.db.insert(accounts).values({
    id,
    email: `${id}@example.jp`,
    passwordHash: '-',
    status: 'OPEN',
    termsVersion: '1',
    termsAcceptedAt: now,
    createdAt: now,
    passwordChangedAt: now,
  })
  return id
}
async function signedIn(accountId: Id<'acc'>, acting: Acting) {
  const now = new Date(START)
  const token = newToken()
  const [session] = await server.services.db
    .insert(sessions)
    .values({
      tokenHash: hashToken(token),
      accountId,
      ...acting,
      userAgent: 'test',
      createdAt: now,
      lastSeenAt: now,
      idleUntil: new Date(at(50)),
      absoluteUntil: new Date(at(12 * 60)),
    })
    .returning()
  return { id: session!.id, accountId, headers: { cookie: `madoguchi=${token}`, 'x-madoguchi-csrf': '1' } }
}
async function seeker() {
  const accountId = await makeAccount()
  const [row] = await server.services.db
    .insert(seekers)
    .values({ accountId, officeId, kind: 'ONLINE', status: 'VALID', createdAt: new Date(START) } as typeof seekers.$inferInsert)
    .returning()
  return { seekerId: row!.id, ...(await signedIn(accountId, { actingAs: 'SEEKER', subject: row!.id })) }
}
async function member() {
  const { db } = server.services
  const accountId = await makeAccount()
  const [employer] = await db
    .insert(employers)
    .values({ officeId, status: 'OPEN', createdAt: new Date(START) })
    .returning()
  const [row] = await db
    .insert(employerMembers)
    .values({ employerId: employer!.id, accountId, role: 'RECRUITER', status: 'ACTIVE', name: '海野', createdAt: new Date(START) })
    .returning()
  return { memberId: row!.id, employerId: employer!.id, ...(await signedIn(accountId, { actingAs: 'EMPLOYER', subject: row!.id })) }
}
async function clerk() {
  const accountId = await makeAccount()
  const [row] = await server.services.db.insert(staffMembers).values({ accountId, officeId, role: 'COUNTER', name: '港' }).returning()
  return { staffId: row!.id, ...(await signedIn(accountId, { actingAs: 'STAFF', subject: row!.id })) }
}
const who = async ({ headers }: { headers: Record<string, string> }, more: Record<string, string> = {}) =>
  (await server.ask('{ who }', { headers: { ...headers, ...more } })).body.data.who as string

describe('a session cookie', () => {
  it('tells who asks: seeker, employer’s member, staff', async () => {
    expect(await who(await seeker())).toBe('seeker')
    expect(await who(await member())).toBe('employer')
    expect(await who(await clerk())).toBe('staff')
    expect(await who({ headers: { cookie: `madoguchi=${newToken()}` } })).toBe('visitor')
  })

  it('of one person does not act as another', async () => {
    const [one, two] = await Promise.all([seeker(), seeker()])
    const stolen = await signedIn(one.accountId, { actingAs: 'SEEKER', subject: two.seekerId })
    expect(await who(stolen)).toBe('visitor')
    expect(await who(await signedIn(one.accountId, { actingAs: 'STAFF', subject: one.seekerId }))).toBe('visitor')
  })

  it('is worth nothing once the session ended, the account is suspended, the member removed or the employer suspended', async () => {
    const { db } = server.services
    const [left, suspended, removed, firm, gone] = await Promise.all([seeker(), seeker(), member(), member(), clerk()])
    await db
      .update(sessions)
      .set({ endedAt: new Date(START) })
      .where(eq(sessions.id, left.id))
    await db.update(accounts).set({ status: 'SUSPENDED' }).where(eq(accounts.id, suspended.accountId))
    await db.update(employerMembers).set({ status: 'REMOVED' }).where(eq(employerMembers.id, removed.memberId))
    await db.update(employers).set({ status: 'SUSPENDED' }).where(eq(employers.id, firm.employerId))
    await db
      .update(staffMembers)
      .set({ removedAt: new Date(START) })
      .where(eq(staffMembers.id, gone.staffId))
    for (const person of [left, suspended, removed, firm, gone]) expect(await who(person)).toBe('visitor')
  })

  it('is stored as its hash only', async () => {
    const person = await seeker()
    const rows = await server.services.db.select().from(sessions).where(eq(sessions.id, person.id))
    expect(JSON.stringify(rows)).not.toContain(person.headers.cookie.split('=')[1])
  })
})

describe('the idle time of 50 minutes', () => {
  it('lets 49:59 pass and ends at 50:00', async () => {
    const person = await seeker()
    await setNow(at(50))
    expect(await who(person)).toBe('visitor')
    const other = await seeker()
    await setNow(at(49, 59))
    expect(await who(other)).toBe('seeker')
  })

  it('starts again with every act of the person', async () => {
    const person = await seeker()
    await setNow(at(49, 59))
    expect(await who(person)).toBe('seeker')
    await setNow(at(99, 58))
    expect(await who(person)).toBe('seeker')
    await setNow(at(149, 58))
    expect(await who(person)).toBe('visitor')
  })

  it('is not renewed by what a page does by itself', async () => {
    const person = await seeker()
    await setNow(at(49))
    expect(await who(person, { 'x-madoguchi-background': '1' })).toBe('seeker')
    await setNow(at(50))
    expect(await who(person)).toBe('visitor')
  })

  it('is not renewed by a socket', async () => {
    const person = await seeker()
    await setNow(at(49))
    const client = server.socket({ cookie: person.headers.cookie })
    expect(await askSocket(client, '{ who }')).toEqual({ data: { who: 'seeker' } })
    await client.dispose()
    await setNow(at(50))
    expect(await who(person)).toBe('visitor')
  })

  it('tells its new end in the same answer, and never a later one than the twelfth hour', async () => {
    const person = await seeker()
    await setNow(at(30))
    const first = await server.ask('{ idleUntil }', { headers: person.headers })
    expect(new Date(first.body.data.idleUntil).getTime()).toBe(at(80))
    for (let minutes = 70; minutes < 12 * 60; minutes += 40) {
      await setNow(at(minutes))
      expect(await who(person)).toBe('seeker')
    }
    const last = await server.ask('{ idleUntil }', { headers: person.headers })
    expect(new Date(last.body.data.idleUntil).getTime()).toBe(at(12 * 60))
    await setNow(at(12 * 60))
    expect(await who(person)).toBe('visitor')
  })
})

describe('an open socket', () => {
  const listening = async (person: { headers: { cookie: string } }) => {
    const client = server.socket({ cookie: person.headers.cookie })
    expect((await askSocket(client, '{ who }')).data.who).not.toBe('visitor')
    const heard: unknown[] = []
    const ended = (async () => {
      try {
        for await (const event of client.iterate({ query: 'subscription { news(topic: "mine") }' })) heard.push(event)
      } catch {
        // How a socket that was closed ends its operations.
      }
    })()
    return { client, heard, ended, closed: client.closed }
  }
  const tell = async () => {
    server.services.live.publish([{ topic: 'mine', id: 'x' }])
    await sleep(100)
  }

  it('hears what is its own until the session is ended, and nothing after', async () => {
    const person = await seeker()
    const open = await listening(person)
    while (open.heard.length === 0) await tell()
    const before = open.heard.length
    await server.services.db.update(sessions).set({ endedAt: server.services.clock.now() }).where(eq(sessions.id, person.id))
    server.services.live.publish([{ topic: 'control', id: person.id }])
    server.services.live.publish(Array.from({ length: 10 }, () => ({ topic: 'mine', id: 'x' })))
    await open.ended
    expect(open.closed.code).toBe(4401)
    expect(open.heard).toHaveLength(before)
  })

  it.each(['account', 'member', 'employer'] as const)('goes at once when its %s loses the right', async (what) => {
    const person = await member()
    const bystander = await listening(await member())
    const open = await listening(person)
    const id = { account: person.accountId, member: person.memberId, employer: person.employerId }[what]
    server.services.live.publish([{ topic: 'control', id }])
    await open.ended
    expect(open.closed.code).toBe(4401)
    expect(bystander.closed.code).toBeUndefined()
    await bystander.client.dispose()
  })

  it('ends with its session when time has passed', async () => {
    const person = await seeker()
    const open = await listening(person)
    await moveClock(server.services, server.services.clock.offset + 51 * MINUTE)
    await open.ended
    expect(open.closed.code).toBe(4401)
  })

  it('stays while other acts of the person renew the session', async () => {
    const person = await seeker()
    const open = await listening(person)
    await setNow(at(40))
    expect(await who(person)).toBe('seeker')
    await moveClock(server.services, server.services.clock.offset + 20 * MINUTE)
    await sleep(200)
    expect(open.closed.code).toBeUndefined()
    await open.client.dispose()
  })

  it('is one of at most ten of a person', async () => {
    const person = await seeker()
    const ten = Array.from({ length: 10 }, () => server.socket({ cookie: person.headers.cookie }))
    for (const client of ten) expect((await askSocket(client, '{ who }')).data.who).toBe('seeker')
    const eleventh = server.socket({ cookie: person.headers.cookie })
    expect(await askSocket(eleventh, '{ who }')).toEqual({ closed: 1013 })
    for (const client of ten) await client.dispose()
  })
})

describe('GraphiQL', () => {
  const workplace = ({ headers }: { headers: Record<string, string> }) =>
    fetch(`${server.url}/graphiql?op=acceptPosting`, { headers, redirect: 'manual' })

  it('opens to staff, with helpers of its own and nothing from elsewhere', async () => {
    const response = await workplace(await clerk())
    expect(await response.text()).toContain('GraphiQL')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("worker-src 'self' blob:")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('http:')
  })

  it('does not open to anybody else', async () => {
    for (const person of [await seeker(), await member()]) expect((await workplace(person)).status).toBe(303)
  })
})
