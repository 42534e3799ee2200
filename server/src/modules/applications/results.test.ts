import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeEmployer, makeMember, makeOffice, makeOpenPosting, makeSeeker, makeStaff } from '../../../test/actors.ts'
import type { Answer, TestApp } from '../../../test/app.ts'
import {
  app,
  apply,
  cancel,
  employer,
  hired,
  INBOX,
  office,
  openStage,
  posting,
  read,
  RECORD,
  record,
  refusalsOf,
  resetStage,
  seeker,
} from '../../../test/applying.ts'
import { runSweeps, systemContext } from '../../app/jobs.ts'
import { mails } from '../../platform/db/platform.table.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { endPosting } from '../postings/postings.steps.ts'

const HOUR = 3_600_000
let keys = 0

beforeAll(openStage)
afterAll(() => app.close())
beforeEach(resetStage)

const mailsTo = (email: string) => app.db.select().from(mails).where(eq(mails.to, email))

describe('a result', () => {
  it('is told to the seeker live and by mail, to the office, and stands in the conversation', async () => {
    const { id, version, thread } = await apply()
    const counter = await makeStaff(app, office)
    const [mine, staff] = [await app.as(seeker.viewer).listen(INBOX), await app.as(counter).listen(INBOX)]
    const answer = await record(hired(id, version, { sameAsPosted: null, differences: [{ field: 'wage', offered: '月給 240,000円' }] }))
    expect(answer).toMatchObject({ status: 'HIRED', result: { outcome: 'HIRED', startDate: '2026-05-01' } })
    expect(answer.result.differences).toEqual([
      { field: 'wage', label: '賃金', posted: '月給 228,000円〜275,000円', offered: '月給 240,000円' },
    ])
    const kinds = [(await mine.next()).inbox, (await mine.next()).inbox, (await mine.next()).inbox].map(({ kind }: Answer): string => kind)
    expect(kinds.toSorted()).toEqual(['APPLICATION', 'MESSAGE', 'THREAD'])
    expect((await staff.next()).inbox.subject).toEqual({ id, __typename: 'Application' })
    mine.stop()
    staff.stop()
    expect((await mailsTo(seeker.email)).map(({ template }) => template)).toEqual(['selectionResult'])
    const { messages } = (
      await app.as(seeker.viewer).run(`query ($id: ID!) { thread(id: $id) { messages { body automatic } } }`, { id: thread.id })
    ).thread
    expect(messages.at(-1)).toEqual({ body: '選考の結果が登録されました。結果:採用\n\nぜひ一緒に働きましょう。', automatic: true })
  })

  it('of a hiring says from when and what differs; every result has words for the person', async () => {
    const { id, version } = await apply()
    const problems = async (more: object) => (await record(hired(id, version, more))).problems.map((p: Answer) => `${p.path} ${p.code}`)
    expect(await problems({ startDate: null, sameAsPosted: null, messageToSeeker: '' })).toEqual([
      'messageToSeeker REQUIRED',
      'startDate REQUIRED',
      'differences DIFFERENCE_REQUIRED',
    ])
    expect(await problems({ startDate: '2026-03-31' })).toEqual(['startDate DATE_IN_PAST'])
    expect(await problems({ differences: [{ field: 'wage', offered: '月給' }] })).toEqual(['differences DIFFERENCE_REQUIRED'])
    expect(await problems({ sameAsPosted: false, differences: [{ field: 'name', offered: 'x' }] })).toEqual([
      'differences.0.field NOT_A_CHOICE',
    ])
    expect(
      await record({ applicationId: id, version, outcome: 'NOT_HIRED', reason: '経験', messageToSeeker: 'ご応募ありがとうございました。' }),
    ).toMatchObject({
      status: 'NOT_HIRED',
      result: { startDate: null, differences: [] },
    })
  })

  it('is refused for an older version and for members who only read, and can be changed for seven days', async () => {
    const { id, version } = await apply()
    expect(await record(hired(id, version - 1))).toMatchObject({ code: 'VERSION_CONFLICT', current: { id } })
    const { viewer } = await makeMember(app, employer.employer.id, 'VIEWER')
    const { errors } = await app.as(viewer).ask(RECORD, { input: hired(id, version) })
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    const first = await record(hired(id, version))
    app.setNow('2026-04-08T23:59:59+09:00')
    const second = await record({
      applicationId: id,
      version: first.version,
      outcome: 'NOT_HIRED',
      messageToSeeker: '事情が変わりました。',
    })
    expect(second).toMatchObject({ status: 'NOT_HIRED', viewerCanRecordResult: true })
    app.setNow('2026-04-09T00:00:00+09:00')
    expect((await record(hired(id, second.version))).code).toBe('RESULT_TOO_LATE')
    expect((await read(employer.owner, id)).viewerCanRecordResult).toBe(false)
  })

  it('ends the messages on both sides at 24:00 of the seventh day, before any sweep has run and after it', async () => {
    const { id, version, thread } = await apply()
    await record(hired(id, version))
    const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { seq } ... on Refusal { code message } } }`
    const send = async (viewer: Parameters<TestApp['as']>[0]) =>
      (await app.as(viewer).run(SEND, { input: { key: `m${(keys += 1)}`, threadId: thread.id, body: 'よろしくお願いします。' } }))
        .sendMessage
    expect((await read(seeker.viewer, id)).thread).toMatchObject({
      messagesOpenUntil: '2026-04-08T15:00:00.000Z',
      openUntilReason: '2026年4月8日まで使えます(結果の登録から7日)',
    })
    app.setNow('2026-04-08T23:59:59+09:00')
    for (const viewer of [seeker.viewer, employer.owner]) expect(await send(viewer)).toHaveProperty('seq')
    app.setNow('2026-04-09T00:00:00+09:00')
    const closed = {
      isClosed: true,
      closedReason: 'RESULT',
      viewerCanWrite: false,
      closedText: '結果の登録から7日たったため、2026年4月8日で終わりました。読むことはできます。',
    }
    for (const swept of [false, true]) {
      if (swept) await runSweeps(app.services)
      for (const viewer of [seeker.viewer, employer.owner]) {
        expect((await read(viewer, id)).thread).toMatchObject(closed)
        expect(await refusalsOf(viewer, thread.id)).toEqual([
          'THREAD_CLOSED このやりとりは、結果の登録から7日たったため、2026年4月8日で終わりました。読むことはできます。伝えたいことがあるときは、電話か窓口で伝えてください。',
        ])
      }
    }
  })
})

describe('the end of a posting', () => {
  const end = () =>
    inTransaction(systemContext(app.services), {}, (tx) =>
      endPosting(tx, posting, { reason: 'FILLED', invalidOn: '2026-04-10', lastOpenDay: '2026-04-10' }),
    )

  it('leaves applications running, ends their messages at the end of the third month, and lets them lapse then', async () => {
    const { id, version, thread } = await apply()
    app.setNow('2026-04-10T12:00:00+09:00')
    await end()
    expect(await read(seeker.viewer, id)).toMatchObject({
      status: 'APPLIED',
      thread: {
        isClosed: false,
        messagesOpenUntil: '2026-07-31T15:00:00.000Z',
        openUntilReason: '2026年7月31日まで使えます(募集が終わった月から3か月)',
      },
    })
    app.setNow('2026-07-31T23:59:59+09:00')
    await runSweeps(app.services)
    expect((await read(seeker.viewer, id)).status).toBe('APPLIED')
    expect((await read(employer.owner, id)).viewerCanRecordResult).toBe(true)
    app.setNow('2026-08-01T00:00:00+09:00')
    expect((await record(hired(id, version, { startDate: '2026-09-01' }))).code).toBe('RESULT_TOO_LATE')
    await runSweeps(app.services)
    expect(await read(seeker.viewer, id)).toMatchObject({ status: 'LAPSED', thread: { isClosed: true, closedReason: 'POSTING_ENDED' } })
    expect(await refusalsOf(employer.owner, thread.id)).toEqual([
      'THREAD_CLOSED このやりとりは、募集が終わった月から3か月たったため、2026年7月31日で終わりました。読むことはできます。伝えたいことがあるときは、電話か窓口で伝えてください。',
    ])
  })
})

describe('lists', () => {
  it('show the employer the nearest promise first, page by page, with counts by state', async () => {
    const other = await makeEmployer(app, office)
    const { posting: wanted } = await makeOpenPosting(app, office, other)
    const ids: string[] = []
    for (const day of ['03', '01', '02']) {
      app.setNow(`2026-04-${day}T09:00:00+09:00`)
      ids.push((await apply({ postingId: wanted.id }, await makeSeeker(app, office))).id)
    }
    const LIST = `query ($after: String, $status: [ApplicationStatus!]) { employerApplications(first: 2, after: $after, status: $status) {
      nodes { id } totalCount pageInfo { hasNextPage endCursor } countsByStatus { status count } } }`
    const owner = app.as(other.owner)
    const first = (await owner.run(LIST)).employerApplications
    expect(first.nodes.map(({ id }: Answer) => id)).toEqual([ids[1], ids[2]])
    expect(first.countsByStatus).toEqual([{ status: 'APPLIED', count: 3 }])
    const second = (await owner.run(LIST, { after: first.pageInfo.endCursor })).employerApplications
    expect(second).toMatchObject({ nodes: [{ id: ids[0] }], pageInfo: { hasNextPage: false }, totalCount: 3 })
    expect((await owner.run(LIST, { status: ['HIRED'] })).employerApplications.totalCount).toBe(0)
  })

  it('show the seeker what runs and what is over', async () => {
    const { id } = await apply()
    const over = await makeOpenPosting(app, office, employer)
    const { id: taken } = await apply({ postingId: over.posting.id })
    await cancel(taken)
    const LIST = `query ($finished: Boolean) { seekerApplications(finished: $finished) { nodes { id } totalCount } }`
    const list = async (finished: boolean | null) =>
      (await app.as(seeker.viewer).run(LIST, { finished })).seekerApplications.nodes.map((node: Answer) => node.id)
    expect(await list(false)).toEqual([id])
    expect(await list(true)).toEqual([taken])
    expect(new Set(await list(null))).toEqual(new Set([id, taken]))
  })

  it('are overdue from the day after the promise, for both sides', async () => {
    const { id, answerUntil } = await apply()
    app.setNow(`${answerUntil}T23:59:59+09:00`)
    expect((await read(seeker.viewer, id)).isOverdue).toBe(false)
    app.setNow(new Date(new Date(`${answerUntil}T00:00:00+09:00`).getTime() + 24 * HOUR))
    for (const viewer of [seeker.viewer, employer.owner]) expect((await read(viewer, id)).isOverdue).toBe(true)
    expect((await app.as(seeker.viewer).run(`{ viewer { counts { toDo } } }`)).viewer.counts.toDo).toBe(1)
  })

  it('count what is late for the office, and nothing for a center', async () => {
    const { answerUntil } = await apply()
    const center = await makeOffice(app, { code: '99001', kind: 'CENTER' })
    app.setNow(new Date(new Date(`${answerUntil}T00:00:00+09:00`).getTime() + 24 * HOUR))
    const WAITING = `query ($id: ID!) { waiting { applicationsOverdue } posting(id: $id) { counts { applications } } }`
    const asked = async (place: typeof office, role: 'COUNTER' | 'MANAGER' | 'AUDITOR') => {
      const { waiting, posting: read } = await app.as(await makeStaff(app, place, role)).run(WAITING, { id: posting.id })
      return { late: waiting.applicationsOverdue > 0, counts: read?.counts ?? null }
    }
    for (const role of ['COUNTER', 'MANAGER', 'AUDITOR'] as const) {
      expect(await asked(office, role)).toEqual({ late: true, counts: { applications: 1 } })
      expect(await asked(center, role)).toEqual({ late: false, counts: null })
    }
  })

  it('hide an application from everybody it does not concern', async () => {
    const { id } = await apply()
    const elsewhere = await makeOffice(app, { code: '13020', name: '青波公共職業安定所' })
    expect(await read((await makeSeeker(app, office)).viewer, id)).toBeNull()
    expect(await read((await makeEmployer(app, office)).owner, id)).toBeNull()
    expect(await read(await makeStaff(app, elsewhere), id)).toBeNull()
    const center = await makeOffice(app, { code: '99002', kind: 'CENTER' })
    for (const role of ['COUNTER', 'MANAGER'] as const) expect(await read(await makeStaff(app, center, role), id)).toBeNull()
    for (const place of [office, elsewhere]) expect(await read(await makeStaff(app, place, 'MANAGER'), id)).toMatchObject({ id })
    expect(await read(await makeStaff(app, office), id)).toMatchObject({ id, applicant: { name: '水野 はるか' }, thread: null })
    expect((await app.as(null).run(`query ($id: ID!) { node(id: $id) { id } }`, { id })).node).toBeNull()
  })
})
