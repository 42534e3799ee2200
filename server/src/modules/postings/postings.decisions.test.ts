import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MadeEmployer, makeEmployer, makeOffice, makeStaff } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import {
  SUBMIT,
  RECALL,
  DISCARD,
  COPY,
  CANCEL,
  PAUSE,
  RESUME,
  CLAIM,
  RELEASE,
  ACCEPT,
  RETURN,
  REJECT,
  postingActs,
} from '../../../test/posting-acts.ts'
import { typedWith } from '../../../test/posting-form.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { auditRecords, mails } from '../../platform/db/platform.table.ts'
import { employers } from '../employers/employers.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postingReviews, postings } from './postings.table.ts'

let app: TestApp
let office: OfficeRow
let made: MadeEmployer
let counter: ViewerOf<'staff'>

beforeAll(async () => {
  app = await testApp()
  office = await makeOffice(app)
  counter = await makeStaff(app, office)
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  app.setNow('2026-04-01T09:00:00+09:00')
  made = await makeEmployer(app, office)
})

const act = postingActs(
  () => app,
  () => made,
  () => counter,
)

/** Nothing dated is copied (STATES 3.1). */
const AGREE_ANEW = { path: 'kind.provisionAgreement', code: 'AGREEMENT_REQUIRED' }

describe('decisions', () => {
  test('accepting a provisional employer’s posting accepts the employer with it', async () => {
    made = await makeEmployer(app, office, { status: 'PROVISIONAL' })
    const { id } = await act.submitted()
    await app.as(counter).run(ACCEPT, { id })
    const [employer] = await app.db.select().from(employers).where(eq(employers.id, made.employer.id))
    expect(employer).toMatchObject({ status: 'OPEN', sheetId: made.sheet.id, erasedOn: null })
    expect(employer?.employerNumber).toMatch(/^1301-\d{6}-\d$/)
  })

  test('a return needs a reason at a known field', async () => {
    const { id } = await act.submitted()
    const run = async (reasons: object[]) => (await app.as(counter).run(RETURN, { id, reasons })).returnPosting
    expect(await run([])).toEqual({ code: 'REASONS_REQUIRED', problems: [] })
    expect(await run([{ path: 'wage.nothing', reason: 'x' }])).toEqual({
      code: 'REASONS_REQUIRED',
      problems: [{ path: 'wage.nothing', code: 'NOT_A_CHOICE' }],
    })
    expect(await run([{ path: 'wage.baseTo', reason: '  ' }])).toEqual({
      code: 'REASONS_REQUIRED',
      problems: [{ path: 'wage.baseTo', code: 'REQUIRED' }],
    })
    expect(await run([{ path: 'wage.allowances.0.from', reason: '額を確かめてください。' }])).toEqual({ status: 'RETURNED' })
  })

  test('a rejection is the end, with the law’s reason, and may be copied', async () => {
    const { id } = await act.submitted()
    expect((await app.as(counter).run(REJECT, { id, reasonCode: 'MISSING_CONDITIONS' })).rejectPosting).toEqual({ status: 'REJECTED' })
    expect(await act.read(id)).toMatchObject({
      status: 'REJECTED',
      viewerCanSubmit: false,
      reviews: [
        { outcome: 'REJECTED', reasons: [{ label: '不受理の理由', reason: '法令で示すことになっている労働条件が、示されていません。' }] },
      ],
    })
    expect((await app.as(made.owner).run(COPY, { id, key: 'again' })).copyPosting).toMatchObject({
      status: 'DRAFT',
      title: '経理事務／月次決算まで',
      draft: { problems: [AGREE_ANEW] },
    })
  })

  test('of ten decisions at once exactly one is made', async () => {
    const { id } = await act.submitted()
    const staff = await Promise.all(Array.from({ length: 10 }, () => makeStaff(app, office)))
    const answers = await Promise.all(
      staff.map(async (one, place) => {
        if (place % 3 === 0)
          return (await app.as(one).run(RETURN, { id, reasons: [{ path: 'work.title', reason: '確かめてください。' }] })).returnPosting
        if (place % 3 === 1) return (await app.as(one).run(REJECT, { id, reasonCode: 'FAR_WORSE' })).rejectPosting
        return (await app.as(one).run(ACCEPT, { id })).acceptPosting
      }),
    )
    expect(answers.filter((answer) => 'status' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => answer.code === 'ALREADY_DECIDED')).toHaveLength(9)
    expect(
      await app.db
        .select()
        .from(postingReviews)
        .where(eq(postingReviews.postingId, id as never)),
    ).toHaveLength(1)
  })

  test('postings accepted at once get different numbers, one after the other', async () => {
    const waiting = await Promise.all(Array.from({ length: 5 }, () => act.submitted()))
    const answers = await Promise.all(waiting.map(({ id }) => app.as(counter).run(ACCEPT, { id })))
    const numbers = answers.map(({ acceptPosting }) => Number(acceptPosting.postingNumber.slice(6))).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
  })

  test('a dry run lists what acceptance would change, and writes nothing', async () => {
    const { id } = await act.submitted()
    const before = await act.rowsOf(id)
    const count = async () => (await app.db.select().from(auditRecords)).length + (await app.db.select().from(mails)).length
    const rows = await count()
    const { acceptPosting } = await app.as(counter).run(ACCEPT, { id, dryRun: true })
    expect(acceptPosting.changes.map(({ object, field, after }: Answer) => [object, field, after])).toEqual([
      [id, 'status', 'OPEN'],
      [id, 'postingNumber', expect.stringMatching(/^13010-\d{8}$/)],
      [id, 'acceptedOn', '2026-04-01'],
      [id, 'validUntil', '2026-06-30'],
    ])
    expect(await act.rowsOf(id)).toEqual(before)
    expect(await count()).toBe(rows)
    const tried = acceptPosting.changes[1].after
    expect((await app.as(counter).run(ACCEPT, { id })).acceptPosting.postingNumber).toBe(tried)
  })

  test('what a colleague has claimed is theirs to decide, also when it is only tried; a manager may in their place', async () => {
    const colleague = await makeStaff(app, office)
    const manager = await makeStaff(app, office, 'MANAGER')
    const reasons = [{ path: 'work.title', reason: '確かめてください。' }]
    const claimed = async () => {
      const { id, version } = await act.submitted()
      await app.as(counter).run(CLAIM, { id })
      return { id, version }
    }
    const { id, version } = await claimed()
    const refused = { code: 'CASE_CLAIMED' }
    for (const more of [{}, { dryRun: true }, { version }])
      expect((await app.as(colleague).run(ACCEPT, { id, ...more })).acceptPosting).toEqual({ ...refused, current: { id } })
    expect((await app.as(colleague).run(RETURN, { id, reasons })).returnPosting).toMatchObject(refused)
    expect((await app.as(colleague).run(REJECT, { id, reasonCode: 'FAR_WORSE' })).rejectPosting).toMatchObject(refused)
    expect((await act.rowsOf(id))[0]).toMatchObject({ status: 'SUBMITTED', claimedBy: counter.staffId })
    expect((await app.as(counter).run(RETURN, { id, reasons })).returnPosting).toEqual({ status: 'RETURNED' })
    expect((await app.as(manager).run(ACCEPT, { id: (await claimed()).id })).acceptPosting.status).toBe('OPEN')
  })

  test('a version that is named must be the one that stands', async () => {
    const { id, version } = await act.submitted()
    expect((await app.as(counter).run(ACCEPT, { id, version: version - 1 })).acceptPosting).toMatchObject({
      code: 'VERSION_CONFLICT',
      current: { id },
    })
    expect((await app.as(counter).run(ACCEPT, { id, version })).acceptPosting.status).toBe('OPEN')
  })

  test.each([
    ['2026-12-31', '2027-02-28'],
    ['2026-06-30', '2026-08-31'],
    ['2027-12-01', '2028-02-29'],
  ])('accepted on %s it is valid until %s', async (day, validUntil) => {
    app.setNow(`${day}T12:00:00+09:00`)
    const { id } = await act.submitted()
    expect((await app.as(counter).run(ACCEPT, { id })).acceptPosting).toMatchObject({ acceptedOn: day, validUntil })
  })
})

describe('taking back, erasing, copying, pausing', () => {
  test('a submission is taken back until somebody at the office looks at it', async () => {
    const { id, version } = await act.submitted()
    const claimed = (await app.as(counter).run(CLAIM, { id })).claimCase
    expect(claimed.claimedBy).toEqual({ name: '窪田 真央' })
    expect((await app.as(made.owner).run(RECALL, { id, version: claimed.version })).recallPosting.code).toBe('POSTING_CLAIMED')
    const colleague = await makeStaff(app, office)
    expect((await app.as(colleague).run(CLAIM, { id })).claimCase.code).toBe('CASE_CLAIMED')
    expect((await app.as(colleague).run(RELEASE, { id })).releaseCase.code).toBe('CASE_CLAIMED')
    expect((await app.as(counter).run(RELEASE, { id })).releaseCase.claimedBy).toBeNull()
    expect((await app.as(made.owner).run(RECALL, { id, version })).recallPosting.code).toBe('VERSION_CONFLICT')
    const { recallPosting } = await app.as(made.owner).run(RECALL, { id, version: version + 2 })
    expect(recallPosting.status).toBe('DRAFT')
    expect((await app.as(made.owner).run(SUBMIT, { id, version: recallPosting.version })).submitPosting).toMatchObject({
      status: 'SUBMITTED',
      sheet: { number: 2 },
    })
  })

  test('drafts and returned postings are erased with their texts, others are not', async () => {
    const draft = await act.written()
    expect((await app.as(made.owner).run(DISCARD, draft)).discardPosting).toEqual({ id: draft.id })
    expect(await act.rowsOf(draft.id)).toEqual([])
    const waiting = await act.submitted()
    expect((await app.as(made.owner).run(DISCARD, waiting)).discardPosting.code).toBe('POSTING_NOT_DRAFT')
    await app.as(counter).run(RETURN, { id: waiting.id, reasons: [{ path: 'work.title', reason: '確かめてください。' }] })
    const { version } = await act.read(waiting.id)
    expect((await app.as(made.owner).run(DISCARD, { id: waiting.id, version })).discardPosting).toEqual({ id: waiting.id })
    expect(
      await app.db
        .select()
        .from(postingSheets)
        .where(eq(postingSheets.postingId, waiting.id as never)),
    ).toEqual([])
  })

  test('a copy takes nothing dated and belongs to the same lineage', async () => {
    const form = typedWith({ work: { term: 'FIXED_LONG', termUntil: '2026-12-31', renewal: 'NO' } })
    const { id } = await act.opened(form)
    const { copyPosting } = await app.as(made.owner).run(COPY, { id, key: 'copy' })
    expect(copyPosting).toMatchObject({
      status: 'DRAFT',
      title: '経理事務／月次決算まで',
      draft: { problems: [AGREE_ANEW, { path: 'work.termMonths', code: 'TERM_REQUIRED' }] },
    })
    const [copy] = await act.rowsOf(copyPosting.id)
    expect(copy).toMatchObject({ lineageId: id, postingNumber: null, acceptedOn: null, validUntil: null, sheetId: null })
  })

  test('applications can be paused and resumed while it is open; it stays open', async () => {
    const { id, version } = await act.opened()
    const { pausePosting } = await app.as(made.owner).run(PAUSE, { id, version })
    expect(pausePosting).toEqual({ applicationsPaused: true, version: version + 1, status: 'OPEN' })
    expect((await app.as(made.owner).run(RESUME, { id, version: version + 1 })).resumePosting).toEqual({ applicationsPaused: false })
    const draft = await act.written()
    expect((await app.as(made.owner).run(PAUSE, draft)).pausePosting.code).toBe('POSTING_NOT_OPEN')
  })

  test('a member ends a posting as filled or by changed plans, once', async () => {
    const { id, version } = await act.opened()
    expect((await app.as(made.owner).run(CANCEL, { id, version, reason: 'CLOSED_BY_OFFICE' })).cancelPosting.code).toBe('NOT_ALLOWED')
    expect((await app.as(made.owner).run(CANCEL, { id, version, reason: 'PLAN_CHANGED' })).cancelPosting.endReason).toBe('PLAN_CHANGED')
    expect((await app.as(made.owner).run(CANCEL, { id, version, reason: 'FILLED' })).cancelPosting.code).toBe('POSTING_NOT_OPEN')
    expect((await app.as(counter).run(ACCEPT, { id })).acceptPosting.code).toBe('POSTING_NOT_SUBMITTED')
  })
})

test('lists: the employer’s by state, the office’s by what waits', async () => {
  const place = await makeOffice(app, { code: '27010', prefectureCode: '27', name: 'なぎさ公共職業安定所' })
  const staff = await makeStaff(app, place)
  made = await makeEmployer(app, place)
  await act.written()
  const first = await act.submitted()
  app.setNow('2026-04-02T09:00:00+09:00')
  const second = await act.submitted()
  app.setNow('2026-04-03T09:00:00+09:00')
  await act.submitted()
  const LIST = `query ($status: [PostingStatus!], $first: Int, $after: String) { employerPostings(status: $status, first: $first, after: $after) { totalCount nodes { id status } pageInfo { hasNextPage endCursor } } }`
  const all = (await app.as(made.owner).run(LIST)).employerPostings
  expect([all.totalCount, all.nodes.map(({ status }: Answer) => status)]).toEqual([4, ['SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'DRAFT']])
  const page = (await app.as(made.owner).run(LIST, { status: ['SUBMITTED'], first: 2 })).employerPostings
  expect([page.totalCount, page.nodes.length, page.pageInfo.hasNextPage]).toEqual([3, 2, true])
  const rest = (await app.as(made.owner).run(LIST, { status: ['SUBMITTED'], first: 2, after: page.pageInfo.endCursor })).employerPostings
  expect([rest.nodes.map(({ id }: Answer) => id), rest.pageInfo.hasNextPage]).toEqual([[first.id], false])

  const WAITING = `{ waiting { postings { total oldest { id } } } staffPostings { totalCount nodes { status } } }`
  const { waiting, staffPostings } = await app.as(staff).run(WAITING)
  expect(waiting.postings).toEqual({ total: 3, oldest: [{ id: first.id }, { id: second.id }] })
  expect(staffPostings.totalCount).toBe(3)
  expect((await app.as(counter).run(WAITING)).waiting.postings.oldest).not.toContainEqual({ id: first.id })
  const OF = `query ($number: String!) { staffPostings(employerNumber: $number, status: [SUBMITTED]) { totalCount } }`
  expect((await app.as(counter).run(OF, { number: made.employer.employerNumber })).staffPostings.totalCount).toBe(3)
  const kept = await app.db
    .select()
    .from(postings)
    .where(and(eq(postings.employerId, made.employer.id), eq(postings.status, 'SUBMITTED')))
  expect(kept).toHaveLength(3)
})

test('the eight steps are data: labels, required, help', async () => {
  const { postingForm } = await app.as(null).run(`{ postingForm { key optional fields { key label required identifying staffOnly } } }`)
  expect(postingForm.map(({ key }: Answer) => key)).toEqual([
    'kind',
    'establishment',
    'work',
    'wage',
    'hours',
    'insurance',
    'pr',
    'selection',
  ])
})

test('the viewer who is a member sees the establishment acted for', async () => {
  const { viewer } = await app
    .as(made.owner)
    .run(`{ viewer { employer { name addressLine office { name } status } member { name role } } }`)
  expect(viewer).toEqual({
    employer: {
      name: '株式会社あさなぎ製作室',
      addressLine: '東京都千代田区千代田8-8-8 なぎさビル3階',
      office: { name: '汐見公共職業安定所' },
      status: 'OPEN',
    },
    member: { name: '森下 なつき', role: 'OWNER' },
  })
})
