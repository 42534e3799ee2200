import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEmployer, makeOffice, makeStaff } from '../test/actors.ts'
import { testApp, type TestApp } from '../test/app.ts'
import { ADDED, type Browser, browsersAt, eventually, INBOX, keepInbox, keepThread, listen } from '../test/live-stage.ts'
import { type OwnProcess, startProcess } from '../test/own-process.ts'
import { ACCEPT, postingActs } from '../test/posting-acts.ts'
import type { ViewerOf } from './graph/context.ts'
import { accountById } from './modules/accounts/accounts.queries.ts'
import { sendMessage } from './modules/messages/commands/send-message.ts'
import { Clock } from './platform/clock.ts'

let app: TestApp
let one: OwnProcess
let two: OwnProcess
let at: Awaited<ReturnType<typeof browsersAt>>
let counter: ViewerOf<'staff'>
let act: ReturnType<typeof postingActs>

beforeAll(async () => {
  app = await testApp({ now: new Clock().now().toISOString() })
  ;[one, two] = await Promise.all([startProcess(app.database), startProcess(app.database)])
  const office = await makeOffice(app)
  const employer = await makeEmployer(app, office)
  counter = await makeStaff(app, office)
  at = await browsersAt({ app, office, employer, url: one.url })
  act = postingActs(
    () => app,
    () => employer,
    () => counter,
  )
}, 120_000)
afterAll(async () => {
  await Promise.allSettled([one?.end('SIGKILL'), two?.end('SIGKILL')])
  await app.close()
})

const inboxSeq = async (browser: Browser, { url }: OwnProcess) =>
  (await at.run(browser, '{ viewer { inboxSeq } }', {}, url)).viewer.inboxSeq as number
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)

it('what happens in one process is told by the other: a message, an inbox, a search that is left open', async () => {
  const { browser, threadId } = await at.applied()
  const firm = await at.signIn(at.owner)
  const after = await inboxSeq(firm, one)
  const account = await accountById(app, counter.accountId)
  const clerk = await at.signIn({ email: account!.email, viewer: counter })
  const thread = listen(two.port, firm, ADDED, { threadId, after: 1 })
  const inbox = listen(two.port, firm, INBOX, { after })
  const { postings } = await at.run({ cookie: '' }, '{ postings { asOf } }')
  const search = listen(two.port, {}, 'subscription ($after: String) { postingPublished(after: $after) { whole added { id } } }', {
    after: postings.asOf,
  })
  await eventually(() => search.heard.length === 1)
  await at.send(browser, threadId, '水曜に伺えます。')
  const { id } = await act.submitted()
  expect((await at.run(clerk, ACCEPT, { id })).acceptPosting.status).toBe('OPEN')
  await eventually(() => thread.heard.length === 1 && inbox.heard.length > 1 && search.heard.length === 2)
  expect(thread.heard[0].messageAdded).toEqual({ seq: 2, body: '水曜に伺えます。' })
  expect(inbox.heard[0].inbox).toMatchObject({ seq: after + 1, kind: 'MESSAGE', gap: false, subject: { id: threadId } })
  expect(search.heard[1].postingPublished).toEqual({ whole: false, added: [{ id }] })
  await Promise.all([thread.stop(), inbox.stop(), search.stop()])
}, 60_000)

/** A command whose process dies between its COMMIT and its hint. */
const sendSilently = (threadId: string, body: string) =>
  sendMessage({ ...app.as(at.owner.viewer).context(), live: { ...app.live, publish: () => {} } }, { key: at.nextKey(), threadId, body })

it('a process that is killed takes nothing with it: its pages go on at the other, and those beside sleep through nothing', async () => {
  const { browser, threadId } = await at.applied()
  const firm = await at.signIn(at.owner)
  const after = await inboxSeq(browser, one)
  let ports = [one.port]
  const pages = { thread: keepThread(() => ports, browser, threadId), inbox: keepInbox(() => ports, browser, after) }
  const beside = keepThread(() => [two.port], browser, threadId)
  for (let i = 0; i < 10; i++) await at.send(firm, threadId, `${i}通めです。`)
  await eventually(() => pages.thread.seqs().length === 10 && beside.seqs().length === 10)

  await sendSilently(threadId, '落ちる前の一通です。')
  ports = [two.port]
  await one.end('SIGKILL')
  await eventually(() => pages.thread.seqs().length === 11 && beside.seqs().length === 11)

  for (let i = 0; i < 5; i++) await at.send(firm, threadId, `そのあとの${i}通めです。`, { at: two.url })
  const last = await inboxSeq(browser, two)
  await eventually(() => pages.thread.seqs().length === 16 && pages.inbox.seqs().includes(last))
  expect(await pages.thread.stop()).toEqual(numbers(2, 16))
  expect(await beside.stop()).toEqual(numbers(2, 16))
  expect(await pages.inbox.stop()).toEqual(numbers(after + 1, last - after))
}, 90_000)

it('a process that is killed at work and started anew finds its pages where they were: each of 60 messages once, in order', async () => {
  const { browser, threadId } = await at.applied(two.url)
  const firm = await at.signIn(at.owner, two.url)
  const after = await inboxSeq(browser, two)
  const pages = { thread: keepThread(() => [two.port], browser, threadId), inbox: keepInbox(() => [two.port], browser, after) }
  const keys = numbers(0, 10).map(at.nextKey)
  const sendAll = () => keys.map((key, i) => at.send(firm, threadId, `切れるころの${i}通めです。`, { key, at: two.url }))
  const first = sendAll()
  await Promise.race(first)
  await two.end('SIGKILL')
  await Promise.allSettled(first)
  for (let i = 0; i < 50; i++)
    await sendMessage(app.as(at.owner.viewer).context(), { key: at.nextKey(), threadId, body: `その間の${i}通めです。` })
  two = await startProcess(app.database, two.port)
  // Whoever got no answer presses again, under the same key.
  await Promise.all(sendAll())
  const last = await inboxSeq(browser, two)
  await eventually(() => pages.thread.seqs().length === 60 && pages.inbox.seqs().includes(last))
  expect(await pages.thread.stop()).toEqual(numbers(2, 60))
  expect(await pages.inbox.stop()).toEqual(numbers(after + 1, last - after))
}, 90_000)
