import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeSeeker } from '../test/actors.ts'
import { ADDED, type Browser, eventually, INBOX, keepThread, listen, type LiveStage, openLiveStage } from '../test/live-stage.ts'
import { askSocket } from '../test/server.ts'

const START = '2026-04-01T09:00:00+09:00'
const MINUTE = 60_000
let stage: LiveStage
beforeAll(async () => {
  stage = await openLiveStage(START)
})
afterAll(() => stage.close())
beforeEach(() => stage.setNow(START))

const at = (minutes: number, seconds = 0) => new Date(START).getTime() + minutes * MINUTE + seconds * 1000
const seated = async () => stage.signIn(await makeSeeker(stage.app, stage.office))
const kindOf = async (browser: Browser, more: Record<string, string> = {}) =>
  (await stage.server.ask('{ viewer { kind } }', { headers: { ...browser, ...more } })).body.data.viewer.kind as string
const inboxSeq = async (browser: Browser) => (await stage.run(browser, '{ viewer { inboxSeq } }')).viewer.inboxSeq as number

describe('a person who signed in', () => {
  it('is known by the cookie, a new one for every sign-in, and is nobody after signing out', async () => {
    const seeker = await makeSeeker(stage.app, stage.office)
    const first = await stage.signIn(seeker)
    const second = await stage.signIn(seeker)
    expect(second.cookie).not.toBe(first.cookie)
    expect(await kindOf(first)).toBe('SEEKER')
    await stage.run(first, 'mutation { signOut { __typename } }')
    expect(await kindOf(first)).toBe('VISITOR')
    expect(await kindOf(second)).toBe('SEEKER')
  })

  it('stays until 49:59 without an act and not to 50:00', async () => {
    const [stays, leaves] = [await seated(), await seated()]
    await stage.setNow(at(49, 59))
    expect(await kindOf(stays)).toBe('SEEKER')
    await stage.setNow(at(50))
    expect(await kindOf(leaves)).toBe('VISITOR')
    expect(await kindOf(stays)).toBe('SEEKER')
  })

  it('is not kept by what the page does on its own, nor by its open socket, which closes with the session', async () => {
    const browser = await seated()
    const page = listen(stage.server.running.port, browser, INBOX)
    await stage.setNow(at(49))
    expect(await kindOf(browser, { 'x-madoguchi-background': '1' })).toBe('SEEKER')
    expect(page.closed.code).toBeUndefined()
    await stage.setNow(at(50))
    await page.ended
    expect(page.closed.code).toBe(4401)
    expect(await kindOf(browser)).toBe('VISITOR')
  })
})

describe('two servers on one database', () => {
  it('tell the page at the one what happened at the other', async () => {
    const { browser, threadId } = await stage.applied()
    const firm = await stage.signIn(stage.owner)
    const page = listen(stage.other.port, firm, ADDED, { threadId, after: 1 })
    const inbox = listen(stage.other.port, firm, INBOX, { after: await inboxSeq(firm) })
    await stage.send(browser, threadId, '水曜に伺えます。')
    await eventually(() => page.heard.length > 0 && inbox.heard.length > 0)
    expect(page.heard[0].messageAdded).toEqual({ seq: 2, body: '水曜に伺えます。' })
    expect(inbox.heard[0].inbox.gap).toBe(false)
    await Promise.all([page.stop(), inbox.stop()])
  })

  it('give a page that was away every event it missed once, in order, wherever it comes back', async () => {
    const { browser, threadId } = await stage.applied()
    const firm = await stage.signIn(stage.owner)
    const after = await inboxSeq(browser)
    for (let i = 0; i < 20; i++) await stage.send(firm, threadId, `${i}通めです。`)
    const page = listen(stage.other.port, browser, INBOX, { after })
    await eventually(() => page.heard.length >= 20)
    for (let i = 20; i < 25; i++) await stage.send(firm, threadId, `${i}通めです。`)
    await eventually(() => page.heard.length >= 25)
    const numbers = page.heard.map(({ inbox }) => inbox.seq as number)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => after + 1 + i))
    await page.stop()
  })
})

it('a server whose database is out of reach for a while goes on by itself: each of 50 messages once, in order', async () => {
  const { browser, threadId } = await stage.applied()
  const firm = await stage.signIn(stage.owner)
  const page = keepThread(() => [stage.other.port], browser, threadId)
  await stage.send(firm, threadId, '切れる前です。')
  await eventually(() => page.seqs().length === 1)
  stage.link.cut()
  for (let i = 0; i < 50; i++) await stage.send(firm, threadId, `その間の${i}通めです。`)
  stage.link.heal()
  await eventually(() => page.seqs().length === 51)
  expect(await page.stop()).toEqual(Array.from({ length: 51 }, (_, i) => 2 + i))
})

it('a visitor hears no inbox and reads no other’s things by id', async () => {
  const client = stage.server.socket()
  expect((await askSocket(client, INBOX)).errors[0].extensions.code).toBe('UNAUTHENTICATED')
  await client.dispose()
  const seeker = await makeSeeker(stage.app, stage.office)
  const { body } = await stage.server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: [seeker.seeker.id, stage.office.id, 'xyz_1', ''] },
  })
  expect(body.data.nodes).toEqual([null, { id: stage.office.id }, null, null])
})

it('the numbers in force are public', async () => {
  const { body } = await stage.server.ask('{ policy { name value description } }')
  expect(body.data.policy).toContainEqual(expect.objectContaining({ name: 'sessionIdleMinutes', value: 50 }))
})
