import { setTimeout as sleep } from 'node:timers/promises'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeEmployer, makeOffice, makeOpenPosting, makeSeeker, type MadeEmployer, type MadeSeeker } from '../test/actors.ts'
import type { Answer, TestApp } from '../test/app.ts'
import { askSocket, stopClock, testServer, type TestServer } from '../test/server.ts'
import { storeOffset } from './app/clock-offset.ts'
import { makeContext } from './app/context.ts'
import { noCookies } from './app/no-cookies.ts'
import { makeSchema } from './app/schema.ts'
import type { RunningServer } from './app/serve.ts'
import type { Viewer } from './graph/context.ts'
import { startServer } from './main.ts'
import { accounts } from './modules/accounts/accounts.table.ts'
import { hashPassword } from './modules/accounts/passwords.ts'
import type { OfficeRow } from './modules/offices/offices.table.ts'
import { silentLog } from './platform/log/log.ts'

const START = '2026-04-01T09:00:00+09:00'
const PASSWORD = 'Kamome#7tobu'
const MINUTE = 60_000
let server: TestServer
let other: RunningServer
let app: TestApp
let office: OfficeRow
let employer: MadeEmployer
let passwordHash: string

beforeAll(async () => {
  server = await testServer({ schema: await makeSchema() })
  const { database, services } = server
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-'))
  const options = {
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    dataDir,
    demo: true,
    jobs: false,
    metricsPort: null,
    log: silentLog(),
  }
  other = await startServer({ ...options, port: 0, host: '127.0.0.1' })
  const stopped = stopClock(services.clock)
  stopClock(other.services.clock, stopped)
  const as = (viewer: Viewer) => ({ context: () => makeContext(services, { viewer, session: noCookies }) })
  app = { db: services.db, clock: services.clock, services, as } as unknown as TestApp
  passwordHash = await hashPassword(PASSWORD)
  await setNow(START)
  office = await makeOffice(app)
  employer = await makeEmployer(app, office)
})
afterAll(async () => {
  await other.stop()
  await server.stop()
})
beforeEach(() => setNow(START))

/** Both servers go by the clock of the database. */
async function setNow(instant: string | number) {
  const { clock, db, live } = server.services
  const offset = clock.offset + new Date(instant).getTime() - clock.now().getTime()
  await storeOffset(db, offset, clock.now())
  // What an earlier test moved may still be on its way.
  await sleep(20)
  clock.offset = offset
  other.services.clock.offset = offset
  live.publish([{ topic: 'clock', id: 'clock' }])
}
const at = (minutes: number, seconds = 0) => new Date(START).getTime() + minutes * MINUTE + seconds * 1000

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { ... on Viewer { kind } ... on Refusal { code } } }`
const CSRF = { 'x-madoguchi-csrf': '1' }

/** A browser after the sign-in page: its cookie. */
async function signIn({ email, viewer }: { email: string; viewer: { accountId: string } }): Promise<{ cookie: string }> {
  await app.db
    .update(accounts)
    .set({ passwordHash })
    .where(eq(accounts.id, viewer.accountId as `acc_${string}`))
  const { body, headers } = await server.ask(SIGN_IN, { variables: { email, password: PASSWORD } })
  expect(body.data.signIn.code).toBeUndefined()
  const cookie = headers.getSetCookie().find((text) => text.startsWith('madoguchi='))
  return { cookie: cookie!.split(';')[0]! }
}
const owner = () => ({ email: employer.ownerEmail, viewer: employer.owner })
const kindOf = async (browser: { cookie: string }, more: Record<string, string> = {}) =>
  (await server.ask('{ viewer { kind } }', { headers: { ...browser, ...more } })).body.data.viewer.kind as string
const run = async (browser: { cookie: string }, query: string, variables: object = {}): Promise<Answer> => {
  const { body } = await server.ask(query, { variables, headers: { ...browser, ...CSRF } })
  expect(body.errors).toBeUndefined()
  return body.data
}
let keys = 0
const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id thread { id } } ... on Refusal { code } } }`
async function applied(seeker: MadeSeeker, browser: { cookie: string }) {
  const { posting } = await makeOpenPosting(app, office, employer)
  const input = { key: `key-${keys++}`, postingId: posting.id, motive: '応募します。', attachmentIds: [], understoodNotReferral: true }
  const { applyToPosting } = await run(browser, APPLY, { input })
  expect(applyToPosting.code).toBeUndefined()
  return { seeker, threadId: applyToPosting.thread.id as string }
}
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { seq } ... on Refusal { code } } }`
const send = (browser: { cookie: string }, threadId: string, body: string) =>
  run(browser, SEND, { input: { key: `key-${keys++}`, threadId, body } })
const INBOX = 'subscription ($after: Int) { inbox(after: $after) { seq kind gap subject { id } } }'

/** A page that listens at one of the servers. */
function listen(port: number, browser: { cookie: string }, query: string, variables: Record<string, unknown> = {}) {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: browser })
    }
  }
  const closed: { code?: number } = {}
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    on: { closed: (event) => void (closed.code = (event as { code: number }).code) },
  })
  const heard: Answer[] = []
  const ended = (async () => {
    try {
      for await (const { data, errors } of client.iterate({ query, variables })) heard.push(errors ? { errors } : data)
    } catch {
      // How a closed socket ends what ran over it.
    }
  })()
  return { heard, closed, ended, stop: async () => client.dispose() }
}
const eventually = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i++) await sleep(20)
  expect(holds()).toBe(true)
}

describe('a person who signed in', () => {
  it('is known by the cookie, a new one for every sign-in, and is nobody after signing out', async () => {
    const seeker = await makeSeeker(app, office)
    const first = await signIn(seeker)
    const second = await signIn(seeker)
    expect(second.cookie).not.toBe(first.cookie)
    expect(await kindOf(first)).toBe('SEEKER')
    await run(first, 'mutation { signOut { __typename } }')
    expect(await kindOf(first)).toBe('VISITOR')
    expect(await kindOf(second)).toBe('SEEKER')
  })

  it('stays until 49:59 without an act and not to 50:00', async () => {
    const stays = await signIn(await makeSeeker(app, office))
    const leaves = await signIn(await makeSeeker(app, office))
    await setNow(at(49, 59))
    expect(await kindOf(stays)).toBe('SEEKER')
    await setNow(at(50))
    expect(await kindOf(leaves)).toBe('VISITOR')
    expect(await kindOf(stays)).toBe('SEEKER')
  })

  it('is not kept by what the page does on its own, nor by its open socket, which closes with the session', async () => {
    const browser = await signIn(await makeSeeker(app, office))
    const page = listen(server.running.port, browser, INBOX)
    await setNow(at(49))
    expect(await kindOf(browser, { 'x-madoguchi-background': '1' })).toBe('SEEKER')
    expect(page.closed.code).toBeUndefined()
    await setNow(at(50))
    await page.ended
    expect(page.closed.code).toBe(4401)
    expect(await kindOf(browser)).toBe('VISITOR')
  })

  it('hears nothing more after signing out', async () => {
    const seeker = await makeSeeker(app, office)
    const browser = await signIn(seeker)
    const firm = await signIn(owner())
    const { threadId } = await applied(seeker, browser)
    const page = listen(server.running.port, browser, INBOX, { after: 0 })
    const before = (await run(browser, '{ viewer { inboxSeq } }')).viewer.inboxSeq as number
    await eventually(() => page.heard.length === before)
    await run(browser, 'mutation { signOut { __typename } }')
    for (let i = 0; i < 10; i++) await send(firm, threadId, `${i}通めです。`)
    await page.ended
    expect(page.closed.code).toBe(4401)
    expect(page.heard).toHaveLength(before)
  })
})

describe('two servers on one database', () => {
  it('tell the page at the one what happened at the other', async () => {
    const seeker = await makeSeeker(app, office)
    const browser = await signIn(seeker)
    const { threadId } = await applied(seeker, browser)
    const firm = await signIn(owner())
    const page = listen(other.port, firm, 'subscription ($threadId: ID!) { messageAdded(threadId: $threadId, after: 1) { seq body } }', {
      threadId,
    })
    const inbox = listen(other.port, firm, INBOX)
    await sleep(200)
    await send(browser, threadId, '水曜に伺えます。')
    await eventually(() => page.heard.length > 0 && inbox.heard.length > 0)
    expect(page.heard[0].messageAdded).toEqual({ seq: 2, body: '水曜に伺えます。' })
    expect(inbox.heard[0].inbox.gap).toBe(false)
    await Promise.all([page.stop(), inbox.stop()])
  })

  it('give a page that was away every event it missed once, in order, wherever it comes back', async () => {
    const seeker = await makeSeeker(app, office)
    const browser = await signIn(seeker)
    const { threadId } = await applied(seeker, browser)
    const firm = await signIn(owner())
    const after = (await run(browser, '{ viewer { inboxSeq } }')).viewer.inboxSeq as number
    for (let i = 0; i < 20; i++) await send(firm, threadId, `${i}通めです。`)
    const page = listen(other.port, browser, INBOX, { after })
    await eventually(() => page.heard.length >= 20)
    for (let i = 20; i < 25; i++) await send(firm, threadId, `${i}通めです。`)
    await eventually(() => page.heard.length >= 25)
    const numbers = page.heard.map(({ inbox }) => inbox.seq as number)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => after + 1 + i))
    await page.stop()
  })
})

it('a visitor hears no inbox and reads no other’s things by id', async () => {
  const client = server.socket()
  expect((await askSocket(client, INBOX)).errors[0].extensions.code).toBe('UNAUTHENTICATED')
  await client.dispose()
  const seeker = await makeSeeker(app, office)
  const { body } = await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: [seeker.seeker.id, office.id, 'xyz_1', ''] },
  })
  expect(body.data.nodes).toEqual([null, { id: office.id }, null, null])
})

it('the numbers in force are public', async () => {
  const { body } = await server.ask('{ policy { name value description } }')
  expect(body.data.policy).toContainEqual(expect.objectContaining({ name: 'sessionIdleMinutes', value: 50 }))
})
