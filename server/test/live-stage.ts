import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { createClient } from 'graphql-ws'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { openWire } from '../../scripts/lib/wire.ts'
import { storeOffset } from '../src/app/clock-offset.ts'
import { makeContext } from '../src/app/context.ts'
import { rememberAccount } from './browser.ts'
import { noCookies } from '../src/app/no-cookies.ts'
import { makeSchema } from '../src/app/schema.ts'
import type { RunningServer } from '../src/app/serve.ts'
import type { Viewer } from '../src/graph/context.ts'
import { startServer } from '../src/main.ts'
import type { OfficeRow } from '../src/modules/offices/offices.table.ts'
import { accounts } from '../src/modules/accounts/accounts.table.ts'
import { hashPassword } from '../src/modules/accounts/passwords.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { makeEmployer, type MadeEmployer, makeOffice, makeOpenPosting, makeSeeker } from './actors.ts'
import type { Answer, TestApp } from './app.ts'
import { askAt, stopClock, testServer } from './server.ts'

const PASSWORD = 'Kamome#7tobu'
const CSRF = { 'x-madoguchi-csrf': '1' }
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { ... on Viewer { kind } ... on Refusal { code } } }`
const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id thread { id } } ... on Refusal { code } } }`
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { seq } ... on Refusal { code } } }`
export const INBOX = 'subscription ($after: Int) { inbox(after: $after) { seq kind gap subject { id } } }'
export const ADDED = 'subscription ($threadId: ID!, $after: Int) { messageAdded(threadId: $threadId, after: $after) { seq body } }'

/** A browser after the sign-in page: its cookie. */
export interface Browser {
  cookie: string
}
type Someone = { email: string; viewer: { accountId: string } }

/** Waits for what other parts of the system do in their own time. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i++) await sleep(20)
  expect(holds()).toBe(true)
}

/** A page that listens at a server; it comes back only when it is opened again. */
export function listen(port: number, browser: Partial<Browser>, query: string, variables: Record<string, unknown> = {}) {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { ...browser } })
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

/** A page as the client keeps it: whatever server it is led to, it goes on after the last number it knows. */
function keepListening(ports: () => number[], browser: Browser, query: string, variables: object, seqOf: (data: Answer) => number) {
  const seqs: number[] = []
  let stopped = false
  let turn = 0
  let page: ReturnType<typeof listen>
  const done = (async () => {
    let { after } = variables as { after: number }
    while (!stopped) {
      const [port = 0] = ports().slice(turn++ % ports().length)
      page = listen(port, browser, query, { ...variables, after })
      await page.ended
      for (const data of page.heard) seqs.push(seqOf(data))
      after = Math.max(after, ...page.heard.map(seqOf))
      await sleep(100)
    }
  })()
  return {
    seqs: () => [...seqs, ...page.heard.map(seqOf)],
    async stop() {
      stopped = true
      await page.stop()
      await done
      return seqs
    },
  }
}
export const keepInbox = (ports: () => number[], browser: Browser, after: number) =>
  keepListening(ports, browser, INBOX, { after }, ({ inbox }) => inbox.seq)
export const keepThread = (ports: () => number[], browser: Browser, threadId: string) =>
  keepListening(ports, browser, ADDED, { threadId, after: 1 }, ({ messageAdded }) => messageAdded.seq)

interface Place {
  app: TestApp
  office: OfficeRow
  employer: MadeEmployer
  /** The server that people ask when nothing else is said. */
  url: string
}

/** What people do at their browsers. */
export async function browsersAt({ app, office, employer, url }: Place) {
  const passwordHash = await hashPassword(PASSWORD)
  let keys = 0

  async function signIn({ email, viewer }: Someone, at = url): Promise<Browser> {
    await app.db
      .update(accounts)
      .set({ passwordHash })
      .where(eq(accounts.id, viewer.accountId as `acc_${string}`))
    await rememberAccount(app, viewer.accountId as `acc_${string}`)
    const { body, headers } = await askAt(at, SIGN_IN, { variables: { email, password: PASSWORD } })
    expect(body.data.signIn.code).toBeUndefined()
    const cookie = headers.getSetCookie().find((text) => text.startsWith('madoguchi='))
    return { cookie: cookie!.split(';')[0]! }
  }
  async function run(browser: Browser, query: string, variables: object = {}, at = url): Promise<Answer> {
    const { body } = await askAt(at, query, { variables, headers: { ...browser, ...CSRF } })
    expect(body.errors).toBeUndefined()
    return body.data
  }
  const nextKey = () => `key-${keys++}`
  const send = (browser: Browser, threadId: string, body: string, { at = url, key = nextKey() } = {}) =>
    run(browser, SEND, { input: { key, threadId, body } }, at)

  /** A seeker who has applied, at their browser, and the thread with the employer. */
  async function applied(at = url) {
    const seeker = await makeSeeker(app, office)
    const browser = await signIn(seeker, at)
    const { posting } = await makeOpenPosting(app, office, employer)
    const input = { key: nextKey(), postingId: posting.id, motive: '応募します。', attachmentIds: [], understoodNotReferral: true }
    const { applyToPosting } = await run(browser, APPLY, { input }, at)
    expect(applyToPosting.code).toBeUndefined()
    return { seeker, browser, threadId: applyToPosting.thread.id as string, applicationId: applyToPosting.id as string }
  }
  const owner = { email: employer.ownerEmail, viewer: employer.owner }
  return { signIn, run, send, nextKey, applied, owner }
}

/** Two servers on one database, the second behind a link that can be cut, that go by one clock, an office, an employer, and browsers that sign in at the first. */
export async function openLiveStage(start: string) {
  const server = await testServer({ schema: await makeSchema() })
  const { database, services } = server
  const link = await openWire(database.appUrl)
  const options = { databaseUrl: link.url, ownerUrl: database.ownerUrl, demo: true, jobs: false, metricsPort: null }
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-'))
  const other: RunningServer = await startServer({ ...options, dataDir, log: silentLog(), port: 0, host: '127.0.0.1' })
  stopClock(other.services.clock, stopClock(services.clock))
  const as = (viewer: Viewer) => ({ context: () => makeContext(services, { viewer, session: noCookies }) })
  const app = { db: services.db, clock: services.clock, services, as } as unknown as TestApp

  /** Both servers go by the clock of the database. */
  async function setNow(instant: string | number) {
    const { clock, db, live } = services
    const offset = clock.offset + new Date(instant).getTime() - clock.now().getTime()
    await storeOffset(db, offset, clock.now())
    // What an earlier test moved may still be on its way.
    await sleep(20)
    clock.offset = offset
    other.services.clock.offset = offset
    live.publish([{ topic: 'clock', id: 'clock' }])
  }
  await setNow(start)
  const office = await makeOffice(app)
  const employer = await makeEmployer(app, office)
  return {
    server,
    other,
    link,
    app,
    office,
    employer,
    setNow,
    ...(await browsersAt({ app, office, employer, url: server.url })),
    async close() {
      await other.stop()
      await link.close()
      await server.stop()
    },
  }
}
export type LiveStage = Awaited<ReturnType<typeof openLiveStage>>
