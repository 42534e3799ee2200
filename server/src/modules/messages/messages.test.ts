import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  makeEmployer,
  makeMember,
  makeOffice,
  makeOpenPosting,
  makeSeeker,
  type MadeEmployer,
  type MadeSeeker,
} from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { runSweeps } from '../../app/jobs.ts'
import type { Viewer } from '../../graph/context.ts'
import { mails } from '../../platform/db/platform.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { messages, threadParties, threads } from './messages.table.ts'

const NOW = '2026-04-01T09:00:00+09:00'
let app: TestApp
let office: OfficeRow
let employer: MadeEmployer
beforeAll(async () => {
  app = await testApp({ now: NOW })
  office = await makeOffice(app)
  employer = await makeEmployer(app, office)
})
afterAll(() => app.close())

let seeker: MadeSeeker
let threadId: string
let keys = 0
const key = () => `key-${(keys += 1)}`

beforeEach(async () => {
  app.setNow(NOW)
  seeker = await makeSeeker(app, office)
  const { posting } = await makeOpenPosting(app, office, employer)
  const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { thread { id } } ... on Refusal { code } } }`
  const input = { key: key(), postingId: posting.id, motive: '応募します。', attachmentIds: [], understoodNotReferral: true }
  threadId = (await app.as(seeker.viewer).run(APPLY, { input })).applyToPosting.thread.id
})

const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { id seq body senderName mine } ... on Refusal { code problems { path code } } } }`
const send = async (viewer: Viewer, body: string, more: object = {}): Promise<Answer> =>
  (await app.as(viewer).run(SEND, { input: { key: key(), threadId, body, ...more } })).sendMessage
const THREAD = `query ($id: ID!) { thread(id: $id) { unreadCount lastSeq lastReadSeq counterpartReadSeq lastLine counterpart hasEarlier messages { seq body mine } } }`
const thread = async (viewer: Viewer): Promise<Answer> => (await app.as(viewer).run(THREAD, { id: threadId })).thread
const READ = `mutation ($threadId: ID!, $seq: Int!) { markThreadRead(threadId: $threadId, seq: $seq) { ... on Thread { unreadCount lastReadSeq } ... on Refusal { code } } }`
const markRead = async (viewer: Viewer, seq: number): Promise<Answer> => (await app.as(viewer).run(READ, { threadId, seq })).markThreadRead
const ADDED = `subscription ($threadId: ID!, $after: Int) { messageAdded(threadId: $threadId, after: $after) { seq body mine } }`
const INBOX = `subscription ($after: Int) { inbox(after: $after) { seq kind gap subject { id } counts { unreadThreads } } }`
const inboxSeq = async (viewer: Viewer): Promise<number> => (await app.as(viewer).run(`{ viewer { inboxSeq } }`)).viewer.inboxSeq
/** The answer, or 'nothing' when it does not come. */
const soon = <T>(answer: Promise<T>) =>
  Promise.race([answer, new Promise<'nothing'>((resolve) => setTimeout(() => resolve('nothing'), 300))])

describe('messages', () => {
  it('are pushed to the other side in the order of their numbers, each seen from its own side', async () => {
    const theirs = await app.as(employer.owner).listen(ADDED, { threadId })
    const mine = await app.as(seeker.viewer).listen(ADDED, { threadId })
    await send(seeker.viewer, '平日の午後に伺えます。')
    await send(employer.owner, '水曜の14時はいかがですか。')
    expect([(await theirs.next()).messageAdded, (await theirs.next()).messageAdded]).toEqual([
      { seq: 2, body: '平日の午後に伺えます。', mine: false },
      { seq: 3, body: '水曜の14時はいかがですか。', mine: true },
    ])
    expect((await mine.next()).messageAdded.mine).toBe(true)
    theirs.stop()
    mine.stop()
  })

  it('have numbers without holes when ten people write at once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => send(i % 2 === 0 ? seeker.viewer : employer.owner, `${i}通目です。`)))
    const rows = await app.db
      .select({ seq: messages.seq })
      .from(messages)
      .where(eq(messages.threadId, threadId as never))
    expect(rows.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1))
  })

  it('sent twice under one key are one message', async () => {
    const input = { key: key(), threadId, body: '一度だけ届きます。' }
    const [first, second] = await Promise.all([app.as(seeker.viewer).run(SEND, { input }), app.as(seeker.viewer).run(SEND, { input })])
    expect(second.sendMessage).toEqual(first.sendMessage)
    expect((await thread(employer.owner)).messages.filter(({ body }: Answer) => body === input.body)).toHaveLength(1)
    const other = await app.as(seeker.viewer).run(SEND, { input: { ...input, body: 'ちがう文です。' } })
    expect(other.sendMessage.code).toBe('KEY_REUSED')
  })

  it('are refused when empty, too long, or from a member who only reads', async () => {
    expect((await send(seeker.viewer, '  ')).code).toBe('MESSAGE_EMPTY')
    expect((await send(seeker.viewer, 'あ'.repeat(2001))).problems).toEqual([{ path: 'body', code: 'TOO_LONG' }])
    expect((await send(seeker.viewer, 'あ'.repeat(2000))).seq).toBe(2)
    expect((await send(seeker.viewer, '音\u202eを')).problems).toEqual([{ path: 'body', code: 'FORBIDDEN_CHARACTER' }])
    const { viewer } = await makeMember(app, employer.employer.id, 'VIEWER')
    const { errors } = await app.as(viewer).ask(SEND, { input: { key: key(), threadId, body: '書けません。' } })
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  })

  it('of others are not there', async () => {
    const stranger = await makeSeeker(app, office)
    expect(await thread(stranger.viewer)).toBeNull()
    expect((await send(stranger.viewer, 'こんにちは。')).code).toBe('NOT_FOUND')
    expect((await markRead(stranger.viewer, 1)).code).toBe('NOT_FOUND')
    const heard = await app.as(stranger.viewer).listen(ADDED, { threadId, after: 0 })
    expect(await heard.next()).toBeNull()
    await expect(app.as(null).listen(ADDED, { threadId })).rejects.toThrow('ログイン')
  })

  it('are erased after one calendar year, before the sweep and after it, and keep their place', async () => {
    await send(seeker.viewer, '一年だけ残ります。')
    app.setNow('2027-04-01T23:59:59+09:00')
    expect((await thread(employer.owner)).messages[1].body).toBe('一年だけ残ります。')
    app.setNow('2027-04-02T00:00:00+09:00')
    for (const swept of [false, true]) {
      if (swept) await runSweeps(app.services)
      expect((await thread(employer.owner)).messages[1]).toEqual({
        seq: 2,
        body: '保存期間(1年)がすぎたため、消去されました。',
        mine: false,
      })
    }
    const [row] = await app.db
      .select({ body: messages.body })
      .from(messages)
      .where(and(eq(messages.threadId, threadId as never), eq(messages.seq, 2)))
    expect(row!.body).toBe('')
  })
})

it('cost the same few statements for one conversation and for twelve', async () => {
  const LIST = `query ($first: Int!) { threads(first: $first) { nodes { id lastLine unreadCount messages(last: 2) { seq body attachments { id } thread { subject } } } } }`
  for (let i = 0; i < 11; i++) {
    const { posting } = await makeOpenPosting(app, office, employer)
    const input = { key: key(), postingId: posting.id, motive: '応募します。', attachmentIds: [], understoodNotReferral: true }
    await app.as(seeker.viewer).run(`mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { __typename } }`, { input })
  }
  await send(seeker.viewer, '二通目です。')
  await send(employer.owner, '三通目です。')
  const listed = async (first: number) => {
    const { answer, statements } = await app.statementsOf(() => app.as(seeker.viewer).run(LIST, { first }))
    expect(answer.threads.nodes).toHaveLength(first)
    return { asked: statements.length, nodes: answer.threads.nodes }
  }
  const one = await listed(1)
  const twelve = await listed(12)
  expect(one.asked).toBeGreaterThan(3)
  expect(twelve.asked).toBe(one.asked)
  const [busy] = twelve.nodes.filter(({ id }: Answer) => id === threadId)
  expect(busy.messages.map(({ seq, body }: Answer) => [seq, body])).toEqual([
    [2, '二通目です。'],
    [3, '三通目です。'],
  ])
})

describe('an application taken back', () => {
  const GONE = '取り消されたため、表示できません。'
  const ASK = `query ($id: ID!) { thread(id: $id) { lastLine messages { body attachments { id } } } }`
  const bodies = async (viewer: Viewer): Promise<Answer> => {
    const { lastLine, messages: lines } = (await app.as(viewer).run(ASK, { id: threadId })).thread
    return { lastLine, bodies: lines.map(({ body }: Answer) => body).slice(1) }
  }
  const close = (closedReason: 'CANCELLED' | 'VOIDED' | 'WITHDRAWN') =>
    app.db
      .update(threads)
      .set({ status: 'CLOSED', closedReason, closedAt: app.clock.now() })
      .where(eq(threads.id, threadId as never))

  it.each(['CANCELLED', 'VOIDED'] as const)('leaves the employer its own words only: %s', async (reason) => {
    await send(employer.owner, '水曜はいかがですか。')
    await send(seeker.viewer, '水曜の午後に伺えます。')
    const open = { lastLine: '水曜の午後に伺えます。', bodies: ['水曜はいかがですか。', '水曜の午後に伺えます。'] }
    expect(await bodies(employer.owner)).toEqual(open)
    await close(reason)
    expect(await bodies(employer.owner)).toEqual({ lastLine: GONE, bodies: ['水曜はいかがですか。', GONE] })
    expect(await bodies(seeker.viewer)).toEqual({ ...open, lastLine: 'あなた:水曜の午後に伺えます。' })
    const heard = await app.as(employer.owner).listen(ADDED, { threadId, after: 2 })
    expect((await heard.next()).messageAdded.body).toBe(GONE)
    heard.stop()
  })

  it('is not one that was withdrawn: its words stay', async () => {
    await send(seeker.viewer, '辞退いたします。')
    await close('WITHDRAWN')
    expect(await bodies(employer.owner)).toEqual({ lastLine: '辞退いたします。', bodies: ['辞退いたします。'] })
  })
})

describe('unread', () => {
  it('is counted for each person: what one member has read, the other has not', async () => {
    const { viewer: second } = await makeMember(app, employer.employer.id)
    await send(seeker.viewer, '一通目です。')
    await send(seeker.viewer, '二通目です。')
    expect(await thread(employer.owner)).toMatchObject({ unreadCount: 3, lastLine: '二通目です。' })
    expect(await markRead(employer.owner, 3)).toEqual({ unreadCount: 0, lastReadSeq: 3 })
    expect((await thread(second)).unreadCount).toBe(3)
    expect(await thread(seeker.viewer)).toMatchObject({ counterpartReadSeq: 3, lastLine: 'あなた:二通目です。' })
  })

  it('grows no larger and goes no further than the newest message', async () => {
    expect(await markRead(employer.owner, 99)).toEqual({ unreadCount: 0, lastReadSeq: 1 })
    expect((await markRead(employer.owner, 0)).lastReadSeq).toBe(1)
    await send(employer.owner, '自分の書いたものは未読ではありません。')
    expect((await thread(employer.owner)).unreadCount).toBe(0)
  })

  it('filters the list of conversations, newest first', async () => {
    const LIST = `query ($unreadOnly: Boolean) { threads(unreadOnly: $unreadOnly) { totalCount nodes { id unreadCount } } }`
    const list = async (unreadOnly: boolean) => (await app.as(seeker.viewer).run(LIST, { unreadOnly })).threads
    expect(await list(true)).toEqual({ totalCount: 1, nodes: [{ id: threadId, unreadCount: 1 }] })
    await markRead(seeker.viewer, 1)
    expect(await list(true)).toEqual({ totalCount: 0, nodes: [] })
    expect((await list(false)).nodes).toEqual([{ id: threadId, unreadCount: 0 }])
  })

  it('sends one mail for a row of messages, without their words, and again after they were read', async () => {
    const newMail = async () =>
      app.db
        .select()
        .from(mails)
        .where(and(eq(mails.to, seeker.email), eq(mails.template, 'newMessage')))
    await send(employer.owner, '秘密の用件です。')
    await send(employer.owner, 'もう一つあります。')
    const first = await newMail()
    expect(first).toHaveLength(1)
    expect(`${first[0]!.subject}${first[0]!.text}`).not.toMatch(/秘密|水野|あさなぎ/u)
    await markRead(seeker.viewer, 3)
    await send(employer.owner, 'その後いかがですか。')
    expect(await newMail()).toHaveLength(2)
  })
})

describe('the live stream', () => {
  it('after a cut gives each of 50 missed messages once, in order, then goes on', async () => {
    const before = await app.as(seeker.viewer).listen(ADDED, { threadId })
    await send(employer.owner, '切れる前です。')
    const { seq } = (await before.next()).messageAdded
    before.stop()
    for (let i = 0; i < 50; i++) await send(employer.owner, `その間の${i}通目です。`)
    const again = await app.as(seeker.viewer).listen(ADDED, { threadId, after: seq })
    const missed: number[] = []
    for (let i = 0; i < 50; i++) missed.push((await again.next()).messageAdded.seq)
    expect(missed).toEqual(Array.from({ length: 50 }, (_, i) => seq + 1 + i))
    await send(employer.owner, 'つながりました。')
    expect((await again.next()).messageAdded.body).toBe('つながりました。')
    again.stop()
  })

  it('of the inbox does the same for every kind of event, with counts of that moment', async () => {
    const after = await inboxSeq(seeker.viewer)
    for (let i = 0; i < 50; i++) await send(employer.owner, `${i}通目です。`)
    const inbox = await app.as(seeker.viewer).listen(INBOX, { after })
    const seqs: number[] = []
    let last: Answer = null
    while (seqs.length < 50) {
      last = (await inbox.next()).inbox
      if (last.kind === 'MESSAGE') seqs.push(last.seq)
      expect(last.gap).toBe(false)
    }
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    expect(new Set(seqs).size).toBe(50)
    expect(last).toMatchObject({ subject: { id: threadId }, counts: { unreadThreads: 1 } })
    await markRead(seeker.viewer, 51)
    for (;;) {
      const event = (await inbox.next()).inbox
      if (event.kind !== 'READ') continue
      expect(event).toMatchObject({ subject: { id: threadId }, counts: { unreadThreads: 0 } })
      break
    }
    inbox.stop()
  })

  it('misses nothing that is sent between the page and the subscription', async () => {
    for (let round = 0; round < 20; round++) {
      const after = (await thread(seeker.viewer)).lastSeq
      const [, heard] = await Promise.all([
        send(employer.owner, `${round}回目です。`),
        app.as(seeker.viewer).listen(ADDED, { threadId, after }),
      ])
      expect((await heard.next()).messageAdded.body).toBe(`${round}回目です。`)
      heard.stop()
    }
  })

  it('says that something is lost when the cursor is ahead or older than what is kept, and then goes on', async () => {
    const ahead = await app.as(seeker.viewer).listen(INBOX, { after: 9999 })
    const now = await inboxSeq(seeker.viewer)
    expect((await ahead.next()).inbox).toMatchObject({ gap: true, kind: 'UNKNOWN', seq: now, subject: null })
    await send(employer.owner, 'つづきです。')
    expect((await ahead.next()).inbox).toMatchObject({ gap: false, seq: now + 1 })
    ahead.stop()

    app.setNow('2026-05-01T09:00:00+09:00')
    const kept = await app.as(seeker.viewer).listen(INBOX, { after: now })
    expect((await kept.next()).inbox.gap).toBe(false)
    kept.stop()
    app.setNow('2026-05-02T09:00:00+09:00')
    for (const swept of [false, true]) {
      if (swept) await runSweeps(app.services)
      const old = await app.as(seeker.viewer).listen(INBOX, { after: now })
      expect((await old.next()).inbox).toMatchObject({ gap: true, seq: await inboxSeq(seeker.viewer) })
      old.stop()
    }
  })

  it('that nobody reads holds up nobody else', async () => {
    const silent = await app.as(employer.owner).listen(ADDED, { threadId })
    const heard = await app.as(employer.owner).listen(ADDED, { threadId })
    for (let i = 0; i < 120; i++) await send(seeker.viewer, `${i}通目です。`)
    for (let i = 0; i < 120; i++) expect((await heard.next()).messageAdded.body).toBe(`${i}通目です。`)
    expect((await silent.next()).messageAdded.body).toBe('0通目です。')
    silent.stop()
    heard.stop()
  })

  it('ends when the right is lost, without the message that came after', async () => {
    const heard = await app.as(employer.owner).listen(ADDED, { threadId })
    await app.db
      .delete(threadParties)
      .where(and(eq(threadParties.threadId, threadId as never), eq(threadParties.party, employer.employer.id)))
    await send(seeker.viewer, 'もう読めません。')
    expect(await soon(heard.next())).toBeNull()
  })

  it('lets go of its place when it is stopped while waiting', async () => {
    const heard = await app.as(seeker.viewer).listen(ADDED, { threadId })
    const waiting = heard.next()
    heard.stop()
    expect(await soon(waiting)).toBeNull()
  })
})
