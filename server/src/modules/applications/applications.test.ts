import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOpenPosting, makeSeeker, makeStaff } from '../../../test/actors.ts'
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
  record,
  refusalsOf,
  resetStage,
  seeker,
} from '../../../test/applying.ts'
import { typedPosting } from '../../../test/posting-form.ts'
import { auditRecords, mails } from '../../platform/db/platform.table.ts'
import { postings } from '../postings/postings.table.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { applications } from './applications.table.ts'

const HOUR = 3_600_000

beforeAll(openStage)
afterAll(() => app.close())
beforeEach(resetStage)

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
    expect(heard.map(({ kind }: Answer): string => kind).toSorted()).toEqual(['APPLICATION', 'MESSAGE'])
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

  it.each([
    ['motive', ['motive']],
    ['reachable', ['reachable']],
    ['documents { id }', ['documents']],
    ['motive reachable documents { id } applicant { name }', ['applicant', 'documents', 'motive', 'reachable']],
  ])('leaves one record of a look that reads { %s }, with what it was for', async (fields, seen) => {
    const { id } = await apply()
    const staff = await makeStaff(app, office)
    for (const viewer of [seeker.viewer, employer.owner, staff])
      await app.as(viewer).run(`query ($id: ID!) { application(id: $id) { id status ${fields} } }`, { id })
    const looks = (await app.db.select().from(auditRecords).where(eq(auditRecords.object, id))).filter((r) => r.action === 'viewApplicant')
    expect(looks).toHaveLength(2)
    for (const purpose of ['OFFICE', 'SELECTION']) {
      const look = looks.find((one) => one.purpose === purpose)
      expect(look?.fields.toSorted(), purpose).toEqual(seen)
    }
  })

  it('leaves no record where nothing of the person was read', async () => {
    const { id } = await apply()
    await app.as(employer.owner).run(`query ($id: ID!) { application(id: $id) { id status } }`, { id })
    const actions = (await app.db.select().from(auditRecords).where(eq(auditRecords.object, id))).map(({ action }) => action)
    expect(actions).not.toContain('viewApplicant')
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
      problems: [
        { path: 'motive', code: 'REQUIRED' },
        { path: 'understoodNotReferral', code: 'UNDERSTANDING_REQUIRED' },
      ],
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
    expect(await page(seeker.viewer)).toMatchObject({
      viewerCanApply: false,
      applyRefusal: { code: 'ALREADY_APPLIED' },
      viewerApplication: { id },
    })
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
    expect(
      JSON.stringify(
        await app
          .as(employer.owner)
          .run(`query ($id: ID!) { thread(id: $id) { counterpart messages { senderName body } } }`, { id: thread.id }),
      ),
    ).not.toContain('水野')
    expect(await refusalsOf(seeker.viewer, thread.id)).toEqual([
      'THREAD_CLOSED このやりとりは、応募が取り消されたため、2026年4月1日で終わりました。読むことはできます。伝えたいことがあるときは、電話か窓口で伝えてください。',
    ])
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
