import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeEmployer, makeMember, makeOffice, makeOpenPosting, makeSeeker, makeStaff, type MadeEmployer, type MadeSeeker } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { typedPosting } from '../../../test/posting-form.ts'
import { runSweeps, systemContext } from '../../app/jobs.ts'
import { auditRecords, mails } from '../../platform/db/platform.table.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { endPosting } from '../postings/postings.steps.ts'
import { type PostingRow, postings } from '../postings/postings.table.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { applications } from './applications.table.ts'

const NOW = '2026-04-01T09:00:00+09:00'
const HOUR = 3_600_000

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
let posting: PostingRow
beforeEach(async () => {
  app.setNow(NOW)
  seeker = await makeSeeker(app, office)
  posting = (await makeOpenPosting(app, office, employer)).posting
})

const APPLICATION = `id status version motive nextAct isOverdue viewerCanCancel viewerCanRecordResult cancellableUntil answerUntil
  cancelRefusal { code } steps { label state } documents { id } applicant { name place phone licences careers { value } }
  employerName employerContact { person { name phone } } sheet { id title } thread { id subject counterpart isClosed closedReason closedText messagesOpenUntil openUntilReason viewerCanWrite }
  result { outcome startDate messageToSeeker differences { field label posted offered } }`
const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { ${APPLICATION} } ... on Refusal { code message problems { path code message } } } }`
const CANCEL = `mutation ($id: ID!) { cancelApplication(id: $id) { ... on Application { ${APPLICATION} } ... on Refusal { code message } } }`
const RECORD = `mutation ($input: RecordSelectionResultInput!) { recordSelectionResult(input: $input) { ... on Application { ${APPLICATION} } ... on Refusal { code problems { path code } current { id } } } }`
const READ = `query ($id: ID!) { application(id: $id) { ${APPLICATION} } }`
const INBOX = `subscription ($after: Int) { inbox(after: $after) { seq kind subject { id __typename } counts { unreadThreads waitingApplicants } } }`

let keys = 0
const application = (more: object = {}) => ({
  key: `key-${(keys += 1)}`,
  postingId: posting.id,
  motive: '月次決算の経験を生かせると考えました。',
  attachmentIds: [],
  understoodNotReferral: true,
  ...more,
})
const apply = async (more: object = {}, who = seeker): Promise<Answer> =>
  (await app.as(who.viewer).run(APPLY, { input: application(more) })).applyToPosting
const read = async (viewer: Parameters<TestApp['as']>[0], id: string): Promise<Answer> => (await app.as(viewer).run(READ, { id })).application
const cancel = async (id: string, who = seeker): Promise<Answer> => (await app.as(who.viewer).run(CANCEL, { id })).cancelApplication
const hired = (id: string, version: number, more: object = {}) => ({
  applicationId: id,
  version,
  outcome: 'HIRED',
  startDate: '2026-05-01',
  sameAsPosted: true,
  messageToSeeker: 'ぜひ一緒に働きましょう。',
  ...more,
})
const record = async (input: object, viewer = employer.owner): Promise<Answer> =>
  (await app.as(viewer).run(RECORD, { input })).recordSelectionResult
const mailsTo = (email: string) => app.db.select().from(mails).where(eq(mails.to, email))

describe('applying', () => {
  it('reaches both sides at once, keeps the posting as it stood, and opens a conversation', async () => {
    const [mine, theirs] = [await app.as(seeker.viewer).listen(INBOX), await app.as(employer.owner).listen(INBOX)]
    const made = await apply({ reachable: '平日の午後' })
    expect(made).toMatchObject({
      status: 'APPLIED',
      viewerCanCancel: true,
      cancelRefusal: null,
      cancellableUntil: expect.stringMatching(/^2026-04-02T00:00:0/),
      employerName: '株式会社あさなぎ製作室',
      applicant: null,
      thread: { subject: '経理事務／月次決算まで', counterpart: '株式会社あさなぎ製作室', isClosed: false, viewerCanWrite: true },
    })
    expect(made.employerContact.person.name).not.toBe('')
    expect(made.steps.map(({ state }: Answer) => state)).toEqual(['DONE', 'CURRENT', 'COMING', 'COMING'])

    const heard = [(await theirs.next()).inbox, (await theirs.next()).inbox]
    expect(heard.map(({ kind }) => kind).toSorted()).toEqual(['APPLICATION', 'MESSAGE'])
    expect(heard[1].counts).toEqual({ unreadThreads: 1, waitingApplicants: 1 })
    expect(heard.find(({ kind }) => kind === 'APPLICATION').subject).toEqual({ id: made.id, __typename: 'Application' })
    expect((await mine.next()).inbox.counts.unreadThreads).toBe(1)
    mine.stop()
    theirs.stop()

    expect(await read(employer.owner, made.id)).toMatchObject({
      motive: '月次決算の経験を生かせると考えました。',
      applicant: { name: '水野 はるか', place: '千代田区', licences: ['日商簿記2級'], careers: [{ value: '経理' }] },
      viewerCanCancel: false,
      viewerCanRecordResult: true,
    })
    expect((await mailsTo(employer.ownerEmail)).at(-1)?.subject).toContain('応募がありました')
    const looks = await app.db.select().from(auditRecords).where(eq(auditRecords.object, made.id))
    expect(looks.map(({ action, person }) => [action, person])).toContainEqual(['viewApplicant', seeker.seeker.id])
  })

  it('ten clicks at once make one application', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply()))
    expect(answers.filter(({ status }) => status === 'APPLIED')).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'ALREADY_APPLIED')).toHaveLength(9)
    expect(await app.db.select().from(applications).where(eq(applications.seekerId, seeker.seeker.id))).toHaveLength(1)
  })

  it('the same key sent twice answers with the same application, another text under it is refused', async () => {
    const first = await apply({ key: 'again' })
    expect((await apply({ key: 'again' })).id).toBe(first.id)
    expect((await apply({ key: 'again', motive: 'ちがう文' })).code).toBe('KEY_REUSED')
  })

  it('names what is missing: motive, its length, the tick', async () => {
    expect(await apply({ motive: ' ', understoodNotReferral: false })).toMatchObject({
      code: 'PROBLEMS',
      problems: [{ path: 'motive', code: 'REQUIRED' }, { path: 'understoodNotReferral', code: 'UNDERSTANDING_REQUIRED' }],
    })
    expect(await apply({ motive: 'あ'.repeat(2001) })).toMatchObject({ code: 'PROBLEMS', problems: [{ path: 'motive', code: 'TOO_LONG' }] })
    expect(await apply({ motive: 'あ'.repeat(2000) })).toMatchObject({ status: 'APPLIED' })
  })

  it('is refused while paused, after the last day, for the counter only, and without a valid registration', async () => {
    await app.db.update(postings).set({ applicationsPaused: true }).where(eq(postings.id, posting.id))
    expect((await apply()).code).toBe('POSTING_PAUSED')
    await app.db.update(postings).set({ applicationsPaused: false, validUntil: '2026-04-01' }).where(eq(postings.id, posting.id))
    app.setNow('2026-04-02T00:00:00+09:00')
    expect((await apply()).code).toBe('POSTING_NOT_OPEN')
    app.setNow('2026-04-01T23:59:59.000+09:00')
    await app.db.update(seekers).set({ status: 'INVALID' }).where(eq(seekers.id, seeker.seeker.id))
    expect((await apply()).code).toBe('SEEKER_NOT_VALID')
    await app.db.update(seekers).set({ status: 'VALID' }).where(eq(seekers.id, seeker.seeker.id))
    expect((await apply()).status).toBe('APPLIED')

    const typed = typedPosting()
    const counter = await makeOpenPosting(app, office, employer, { ...typed, kind: { ...typed['kind'], selfApplication: 'NO' } })
    expect((await apply({ postingId: counter.posting.id })).code).toBe('POSTING_COUNTER_ONLY')
    expect((await apply({ postingId: 'pst_00000000000000000000000000000000' })).code).toBe('NOT_FOUND')
  })

  it('tells the posting’s page whether one may apply, and what one has applied', async () => {
    const PAGE = `query ($id: ID!) { posting(id: $id) { viewerCanApply applyRefusal { code } viewerApplication { id } counts { applications running unread } } }`
    const page = async (viewer: Parameters<TestApp['as']>[0]) => (await app.as(viewer).run(PAGE, { id: posting.id })).posting
    expect(await page(null)).toEqual({ viewerCanApply: false, applyRefusal: null, viewerApplication: null, counts: null })
    expect(await page(seeker.viewer)).toMatchObject({ viewerCanApply: true, applyRefusal: null, viewerApplication: null })
    const { id } = await apply()
    expect(await page(seeker.viewer)).toMatchObject({ viewerCanApply: false, applyRefusal: { code: 'ALREADY_APPLIED' }, viewerApplication: { id } })
    expect((await page(employer.owner)).counts).toEqual({ applications: 1, running: 1, unread: 1 })
  })

  it('in the last month of the registration makes it a month longer', async () => {
    await app.db.update(seekers).set({ validUntil: '2026-04-30' }).where(eq(seekers.id, seeker.seeker.id))
    await apply()
    const [now] = await app.db.select().from(seekers).where(eq(seekers.id, seeker.seeker.id))
    expect(now!.validUntil).toBe('2026-05-31')
  })
})

describe('taking back', () => {
  it.each([
    ['exactly 24 hours', 24 * HOUR, { status: 'CANCELLED' }],
    ['a millisecond more', 24 * HOUR + 1, { code: 'CANCEL_WINDOW_CLOSED' }],
  ])('after %s', async (_, later, answer) => {
    const { id } = await apply()
    const [row] = await app.db.select().from(applications).where(eq(applications.id, id))
    app.clock.offset = 0
    const frozen = new Date(row!.appliedAt.getTime() + later)
    app.clock.now = () => frozen
    try {
      expect((await read(seeker.viewer, id)).viewerCanCancel).toBe('status' in answer)
      expect(await cancel(id)).toMatchObject(answer)
    } finally {
      Reflect.deleteProperty(app.clock, 'now')
    }
  })

  it('leaves the employer one line without a person, closes the conversation at once, and one may apply again', async () => {
    const { id, thread } = await apply()
    expect(await cancel(id)).toMatchObject({ status: 'CANCELLED', motive: '月次決算の経験を生かせると考えました。' })
    const seen = await read(employer.owner, id)
    expect(seen).toMatchObject({ status: 'CANCELLED', motive: null, applicant: null, documents: [], viewerCanRecordResult: false })
    expect(seen.thread).toMatchObject({ isClosed: true, closedReason: 'CANCELLED', viewerCanWrite: false })
    expect(seen.thread.closedText).toBe('応募が取り消されたため、2026年4月1日で終わりました。読むことはできます。')
    expect(JSON.stringify(await app.as(employer.owner).run(`query ($id: ID!) { thread(id: $id) { counterpart messages { senderName body } } }`, { id: thread.id }))).not.toContain('水野')
    expect((await cancel(id)).code).toBe('APPLICATION_CLOSED')
    expect((await apply()).status).toBe('APPLIED')
  })

  it('is nobody else’s to do', async () => {
    const { id } = await apply()
    expect((await cancel(id, await makeSeeker(app, office))).code).toBe('NOT_FOUND')
  })

  it('and a result at the same moment: exactly one of them holds', async () => {
    for (let round = 0; round < 5; round++) {
      const someone = await makeSeeker(app, office)
      const { id, version } = await apply({}, someone)
      const [taken, recorded] = await Promise.all([cancel(id, someone), record(hired(id, version))])
      const winners = [taken.status === 'CANCELLED', recorded.status === 'HIRED']
      expect(winners.filter(Boolean)).toHaveLength(1)
      expect([taken.code, recorded.code]).toContain('APPLICATION_CLOSED')
      expect((await read(someone.viewer, id)).status).toBe(winners[0] ? 'CANCELLED' : 'HIRED')
    }
  })
})

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
    const kinds = [(await mine.next()).inbox, (await mine.next()).inbox, (await mine.next()).inbox].map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['APPLICATION', 'MESSAGE', 'THREAD'])
    expect((await staff.next()).inbox.subject).toEqual({ id, __typename: 'Application' })
    mine.stop()
    staff.stop()
    expect((await mailsTo(seeker.email)).map(({ template }) => template)).toEqual(['selectionResult'])
    const { messages } = (await app.as(seeker.viewer).run(`query ($id: ID!) { thread(id: $id) { messages { body automatic } } }`, { id: thread.id })).thread
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
    expect(await problems({ sameAsPosted: false, differences: [{ field: 'name', offered: 'x' }] })).toEqual(['differences.0.field NOT_A_CHOICE'])
    expect(await record({ applicationId: id, version, outcome: 'NOT_HIRED', reason: '経験', messageToSeeker: 'ご応募ありがとうございました。' })).toMatchObject({
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
    const second = await record({ applicationId: id, version: first.version, outcome: 'NOT_HIRED', messageToSeeker: '事情が変わりました。' })
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
      (await app.as(viewer).run(SEND, { input: { key: `m${(keys += 1)}`, threadId: thread.id, body: 'よろしくお願いします。' } })).sendMessage
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
        expect(await send(viewer)).toMatchObject({ code: 'THREAD_CLOSED' })
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
    const { id, version } = await apply()
    app.setNow('2026-04-10T12:00:00+09:00')
    await end()
    expect(await read(seeker.viewer, id)).toMatchObject({
      status: 'APPLIED',
      thread: { isClosed: false, messagesOpenUntil: '2026-07-31T15:00:00.000Z', openUntilReason: '2026年7月31日まで使えます(募集が終わった月から3か月)' },
    })
    app.setNow('2026-07-31T23:59:59+09:00')
    await runSweeps(app.services)
    expect((await read(seeker.viewer, id)).status).toBe('APPLIED')
    expect((await read(employer.owner, id)).viewerCanRecordResult).toBe(true)
    app.setNow('2026-08-01T00:00:00+09:00')
    expect((await record(hired(id, version, { startDate: '2026-09-01' }))).code).toBe('RESULT_TOO_LATE')
    await runSweeps(app.services)
    expect(await read(seeker.viewer, id)).toMatchObject({ status: 'LAPSED', thread: { isClosed: true, closedReason: 'POSTING_ENDED' } })
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
    expect((await list(null)).toSorted()).toEqual([id, taken].toSorted())
  })

  it('are overdue from the day after the promise, for both sides', async () => {
    const { id, answerUntil } = await apply()
    app.setNow(`${answerUntil}T23:59:59+09:00`)
    expect((await read(seeker.viewer, id)).isOverdue).toBe(false)
    app.setNow(new Date(new Date(`${answerUntil}T00:00:00+09:00`).getTime() + 24 * HOUR))
    for (const viewer of [seeker.viewer, employer.owner]) expect((await read(viewer, id)).isOverdue).toBe(true)
    expect((await app.as(seeker.viewer).run(`{ viewer { counts { toDo } } }`)).viewer.counts.toDo).toBe(1)
  })

  it('hide an application from everybody it does not concern', async () => {
    const { id } = await apply()
    const elsewhere = await makeOffice(app, { code: '13020', name: '青波公共職業安定所' })
    expect(await read((await makeSeeker(app, office)).viewer, id)).toBeNull()
    expect(await read((await makeEmployer(app, office)).owner, id)).toBeNull()
    expect(await read(await makeStaff(app, elsewhere), id)).toBeNull()
    expect(await read(await makeStaff(app, office), id)).toMatchObject({ id, applicant: { name: '水野 はるか' }, thread: null })
    expect((await app.as(null).run(`query ($id: ID!) { node(id: $id) { id } }`, { id })).node).toBeNull()
  })
})
