import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeEmployer, type MadeEmployer, makeMember, makeOffice, makeStaff } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { typedPosting, typedWith } from '../../../test/posting-form.ts'
import type { ViewerOf } from '../../graph/context.ts'
import type { RawForm } from '../../kernel/form.ts'
import { auditRecords, inboxEvents, mails } from '../../platform/db/platform.table.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { employers } from '../employers/employers.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { postingOpenPeriods, postingReviews, postings, postingSearch, postingSheets } from './postings.table.ts'

const DRAFT = `mutation ($key: String!) { draftPosting(key: $key) { ... on Posting { id status version title viewerCanEdit } ... on Refusal { code } } }`
const SAVE = `mutation ($id: ID!, $step: String!, $data: FormData!, $version: Int!) { savePostingStep(postingId: $id, step: $step, data: $data, version: $version) {
  ... on Draft { version readyToSubmit problems { path code } steps { key state data } savedByName }
  ... on Refusal { code current { id ... on Draft { version steps { key data } savedByName } ... on Posting { status } } } } }`
const SUBMIT = `mutation ($id: ID!, $version: Int!, $acknowledge: [AcknowledgementInput!]) { submitPosting(postingId: $id, version: $version, acknowledge: $acknowledge) {
  ... on Posting { status version submittedAt sheet { id number title } } ... on Refusal { code message problems { path code severity } } } }`
const RECALL = `mutation ($id: ID!, $version: Int!) { recallPosting(postingId: $id, version: $version) { ... on Posting { status version } ... on Refusal { code } } }`
const DISCARD = `mutation ($id: ID!, $version: Int!) { discardPosting(postingId: $id, version: $version) { ... on Discarded { id } ... on Refusal { code } } }`
const COPY = `mutation ($id: ID!, $key: String!) { copyPosting(postingId: $id, key: $key) { ... on Posting { id status title draft { problems { path code } } } ... on Refusal { code } } }`
const CANCEL = `mutation ($id: ID!, $version: Int!, $reason: PostingEndReason!) { cancelPosting(postingId: $id, version: $version, reason: $reason) {
  ... on Posting { status endReason invalidOn isOpen } ... on Refusal { code } } }`
const PAUSE = `mutation ($id: ID!, $version: Int!) { pausePosting(postingId: $id, version: $version) { ... on Posting { applicationsPaused version status } ... on Refusal { code } } }`
const RESUME = `mutation ($id: ID!, $version: Int!) { resumePosting(postingId: $id, version: $version) { ... on Posting { applicationsPaused } ... on Refusal { code } } }`
const CLAIM = `mutation ($id: ID!) { claimCase(id: $id) { ... on Posting { claimedBy { name } version } ... on Refusal { code } } }`
const RELEASE = `mutation ($id: ID!) { releaseCase(id: $id) { ... on Posting { claimedBy { name } } ... on Refusal { code } } }`
const ACCEPT = `mutation ($id: ID!, $version: Int, $dryRun: Boolean) { acceptPosting(postingId: $id, version: $version, dryRun: $dryRun) {
  ... on Posting { status postingNumber acceptedOn validUntil validUntilAt isOpen } ... on Refusal { code current { id } } ... on Preview { changes { object field before after } } } }`
const RETURN = `mutation ($id: ID!, $reasons: [FieldReasonInput!]!, $comment: String) { returnPosting(postingId: $id, reasons: $reasons, comment: $comment) {
  ... on Posting { status } ... on Refusal { code problems { path code } } } }`
const REJECT = `mutation ($id: ID!, $reasonCode: RejectionReason!) { rejectPosting(postingId: $id, reasonCode: $reasonCode) { ... on Posting { status } ... on Refusal { code } } }`
const READ = `query ($id: ID!) { posting(id: $id) { id status title version draft { version problems { path } } reviews { outcome comment reasons { path label reason } } sheet { number }
  viewerCanSubmit viewerCanEdit viewerCanCancel noteToOffice } }`

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

let keys = 0
const draft = async (): Promise<Answer> => (await app.as(made.owner).run(DRAFT, { key: `draft-${(keys += 1)}` })).draftPosting
/** Typed at once: the steps one after the other are the first test's matter. */
async function written(form: RawForm = typedPosting()): Promise<{ id: string; version: number }> {
  const { id, version } = await draft()
  await app.db.update(drafts).set({ steps: form }).where(eq(drafts.subject, id))
  return { id, version }
}
async function writtenStepByStep(form: RawForm): Promise<{ id: string; version: number }> {
  const { id, version: first } = await draft()
  let version = first
  for (const [step, data] of Object.entries(form))
    version = (await app.as(made.owner).run(SAVE, { id, step, data, version })).savePostingStep.version
  return { id, version }
}
async function submitted(form?: RawForm): Promise<{ id: string; version: number }> {
  const draft = await written(form)
  const { submitPosting } = await app.as(made.owner).run(SUBMIT, draft)
  expect(submitPosting.status).toBe('SUBMITTED')
  return { id: draft.id, version: submitPosting.version }
}
async function opened(form?: RawForm): Promise<{ id: string; version: number }> {
  const { id } = await submitted(form)
  expect((await app.as(counter).run(ACCEPT, { id })).acceptPosting.status).toBe('OPEN')
  return { id, version: (await read(id)).version }
}
const read = async (id: string, viewer: Parameters<TestApp['as']>[0] = made.owner): Promise<Answer> =>
  (await app.as(viewer).run(READ, { id })).posting
const rowsOf = (id: string) =>
  app.db
    .select()
    .from(postings)
    .where(eq(postings.id, id as never))

test('a posting lives from the first word to its end: written, submitted, returned, submitted again, accepted, cancelled', async () => {
  const draft = await writtenStepByStep(typedPosting())
  expect(draft.version).toBe(9)
  expect(await read(draft.id)).toMatchObject({
    status: 'DRAFT',
    title: '経理事務／月次決算まで',
    viewerCanSubmit: true,
    viewerCanEdit: true,
    viewerCanCancel: false,
    sheet: null,
  })

  const first = await app.as(made.owner).run(SUBMIT, draft)
  expect(first.submitPosting).toMatchObject({
    status: 'SUBMITTED',
    sheet: { number: 1, title: '経理事務／月次決算まで' },
    submittedAt: expect.stringMatching(/^2026-04-01T00:00:/),
  })
  expect(await read(draft.id)).toMatchObject({ viewerCanSubmit: false, viewerCanEdit: false, noteToOffice: '急ぎではありません' })

  const reasons = [{ path: 'wage.baseFrom', reason: '下限の額を確かめてください。' }]
  const returned = await app.as(counter).run(RETURN, { id: draft.id, reasons, comment: 'お手数ですが、お願いします。' })
  expect(returned.returnPosting).toEqual({ status: 'RETURNED' })
  const back = await read(draft.id)
  expect(back).toMatchObject({
    status: 'RETURNED',
    viewerCanSubmit: true,
    reviews: [
      {
        outcome: 'RETURNED',
        comment: 'お手数ですが、お願いします。',
        reasons: [{ path: 'wage.baseFrom', label: '基本給(a)の下限', reason: '下限の額を確かめてください。' }],
      },
    ],
  })
  expect(back.draft.version).toBe(back.version)

  const data = { ...typedPosting()['wage'], baseFrom: '220000' }
  const { savePostingStep } = await app.as(made.owner).run(SAVE, { id: draft.id, step: 'wage', data, version: back.version })
  const second = await app.as(made.owner).run(SUBMIT, { id: draft.id, version: savePostingStep.version })
  expect(second.submitPosting).toMatchObject({ status: 'SUBMITTED', sheet: { number: 2 } })
  const sheets = await app.db
    .select()
    .from(postingSheets)
    .where(eq(postingSheets.postingId, draft.id as never))
    .orderBy(postingSheets.number)
  expect(sheets.map(({ baseFrom, outcome }) => [baseFrom, outcome])).toEqual([
    [213000, 'RETURNED'],
    [220000, 'WAITING'],
  ])

  const { acceptPosting } = await app.as(counter).run(ACCEPT, { id: draft.id })
  expect(acceptPosting).toMatchObject({
    status: 'OPEN',
    isOpen: true,
    acceptedOn: '2026-04-01',
    validUntil: '2026-06-30',
    validUntilAt: '2026-06-30T15:00:00.000Z',
  })
  expect(acceptPosting.postingNumber).toMatch(/^13010-\d{8}$/)
  expect(
    await app.db
      .select()
      .from(postingSearch)
      .where(eq(postingSearch.postingId, draft.id as never)),
  ).toHaveLength(1)

  app.setNow('2026-04-20T12:00:00+09:00')
  const open = await read(draft.id)
  expect(open).toMatchObject({ viewerCanCancel: true, draft: null })
  const { cancelPosting } = await app.as(made.owner).run(CANCEL, { id: draft.id, version: open.version, reason: 'FILLED' })
  expect(cancelPosting).toEqual({ status: 'ENDED', endReason: 'FILLED', invalidOn: '2026-04-20', isOpen: false })
  expect(
    await app.db
      .select()
      .from(postingSearch)
      .where(eq(postingSearch.postingId, draft.id as never)),
  ).toEqual([])
  expect(
    await app.db
      .select()
      .from(postingOpenPeriods)
      .where(eq(postingOpenPeriods.postingId, draft.id as never)),
  ).toMatchObject([{ openFrom: '2026-04-01', openTo: '2026-04-20', hires: 1 }])
  const audit = await app.db.select().from(auditRecords).where(eq(auditRecords.object, draft.id))
  expect(audit.map(({ action }) => action).toSorted()).toEqual(
    ['acceptPosting', 'cancelPosting', 'draftPosting', 'returnPosting', 'submitPosting', 'submitPosting'].toSorted(),
  )
})

test('each decision reaches the employer live and by mail, without what only the page may show', async () => {
  const { id } = await submitted()
  await app.as(counter).run(RETURN, { id, reasons: [{ path: 'work.duties', reason: '内部だけの理由です' }] })
  const mine = () => app.db.select().from(mails).where(eq(mails.to, made.ownerEmail))
  expect((await mine()).map(({ template }) => template)).toEqual(['postingReturned'])
  expect((await mine())[0]?.text).not.toContain('内部だけの理由です')
  const events = await app.db.select().from(inboxEvents).where(eq(inboxEvents.party, made.employer.id))
  expect(events).toMatchObject([{ kind: 'POSTING', subject: id, seq: 1 }])
  const back = await read(id)
  await app.as(made.owner).run(SUBMIT, { id, version: back.version })
  await app.as(counter).run(ACCEPT, { id })
  expect((await mine()).map(({ template }) => template).toSorted()).toEqual(['postingAccepted', 'postingReturned'])
})

describe('problems', () => {
  test('a draft with problems is not submitted, and says where they are', async () => {
    const draft = await written(typedWith({ work: { title: undefined }, wage: { baseFrom: '100000' } }))
    const { submitPosting } = await app.as(made.owner).run(SUBMIT, draft)
    expect(submitPosting).toMatchObject({
      code: 'DRAFT_INCOMPLETE',
      problems: [
        { path: 'work.title', code: 'REQUIRED', severity: 'ERROR' },
        { path: 'wage.baseFrom', code: 'BELOW_MINIMUM_WAGE', severity: 'ERROR' },
      ],
    })
    expect((await rowsOf(draft.id))[0]).toMatchObject({ status: 'DRAFT', sheetId: null })
  })

  test('what is only to be confirmed passes once it is confirmed, and is kept', async () => {
    const draft = await written(typedWith({ hours: { yearlyHolidays: '100' } }))
    const asked = await app.as(made.owner).run(SUBMIT, draft)
    expect(asked.submitPosting).toMatchObject({
      code: 'DRAFT_INCOMPLETE',
      problems: [{ path: 'hours.yearlyHolidays', code: 'HOLIDAYS_CONTRADICT', severity: 'CONFIRM' }],
    })
    const acknowledge = [
      { path: 'hours.yearlyHolidays', code: 'HOLIDAYS_CONTRADICT' },
      { path: 'wage.baseFrom', code: 'BELOW_MINIMUM_WAGE' },
    ]
    const { submitPosting } = await app.as(made.owner).run(SUBMIT, { ...draft, acknowledge })
    expect(submitPosting.status).toBe('SUBMITTED')
    const [sheet] = await app.db
      .select()
      .from(postingSheets)
      .where(eq(postingSheets.postingId, draft.id as never))
    expect(sheet?.acknowledged).toEqual([acknowledge[0]])
  })

  test('the answer to a saved step brings what is wrong at once, and how far each step is', async () => {
    const { draftPosting } = await app.as(made.owner).run(DRAFT, { key: 'answer' })
    const data = { ...typedPosting()['wage'], baseTo: '1' }
    const { savePostingStep } = await app.as(made.owner).run(SAVE, { id: draftPosting.id, step: 'wage', data, version: 1 })
    expect(savePostingStep).toMatchObject({ version: 2, readyToSubmit: false, savedByName: '森下 なつき' })
    expect(savePostingStep.problems).toContainEqual({ path: 'wage.baseTo', code: 'RANGE_REVERSED' })
    const states = new Map(savePostingStep.steps.map(({ key, state }: { key: string; state: string }) => [key, state]))
    expect([states.get('wage'), states.get('kind'), states.get('pr')]).toEqual(['FIX', 'NOT_STARTED', 'NOT_STARTED'])
  })
})

describe('versions and keys', () => {
  test('two devices save the same draft: the second is shown what stands', async () => {
    const { id, version } = await written()
    const laptop = await app.as(made.owner).run(SAVE, { id, step: 'work', data: { title: '経理事務' }, version })
    expect(laptop.savePostingStep.version).toBe(version + 1)
    const { viewer: colleague } = await makeMember(app, made.employer.id)
    const phone = await app.as(colleague).run(SAVE, { id, step: 'work', data: { title: '一般事務' }, version })
    expect(phone.savePostingStep).toMatchObject({ code: 'VERSION_CONFLICT', current: { version: version + 1, savedByName: '森下 なつき' } })
    const work = phone.savePostingStep.current.steps.find(({ key }: { key: string }) => key === 'work')
    expect(work.data).toEqual({ title: '経理事務' })
    expect(await read(id)).toMatchObject({ title: '経理事務', version: version + 1 })
  })

  test('a step keeps what the other steps held, and takes only fields of the form', async () => {
    const { id, version } = await written()
    const { savePostingStep } = await app
      .as(made.owner)
      .run(SAVE, { id, step: 'pr', data: { prMessage: 'よろしくお願いします。', evil: 'x' }, version })
    const steps = new Map(savePostingStep.steps.map(({ key, data }: { key: string; data: object }) => [key, data]))
    expect(steps.get('pr')).toEqual({ prMessage: 'よろしくお願いします。' })
    expect(steps.get('wage')).toEqual(typedPosting()['wage'])
  })

  test('an older version is not submitted', async () => {
    const { id, version } = await written()
    expect((await app.as(made.owner).run(SUBMIT, { id, version: version - 1 })).submitPosting.code).toBe('VERSION_CONFLICT')
  })

  test('the same key makes one posting, also ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => app.as(made.owner).run(DRAFT, { key: 'once' })))
    expect(new Set(answers.map(({ draftPosting }) => draftPosting.id)).size).toBe(1)
    expect(await app.db.select().from(postings).where(eq(postings.employerId, made.employer.id))).toHaveLength(1)
  })
})

describe('who may', () => {
  test('viewers read, recruiters write, others find nothing', async () => {
    const { id, version } = await written()
    const { viewer: reader } = await makeMember(app, made.employer.id, 'VIEWER')
    expect(await read(id, reader)).toMatchObject({ status: 'DRAFT', viewerCanEdit: false, viewerCanSubmit: false })
    const { errors } = await app.as(reader).ask(SUBMIT, { id, version })
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    const { viewer: recruiter } = await makeMember(app, made.employer.id)
    const other = await makeEmployer(app, office)
    expect((await app.as(other.owner).run(SUBMIT, { id, version })).submitPosting.code).toBe('NOT_FOUND')
    expect(await read(id, other.owner)).toBeNull()
    expect(await read(id, counter)).toBeNull()
    expect(await read(id, null)).toBeNull()
    expect((await app.as(recruiter).run(SUBMIT, { id, version })).submitPosting.status).toBe('SUBMITTED')
  })

  test('the office in charge decides; another’s counter does not, a manager does, an auditor only reads', async () => {
    const { id } = await submitted()
    const elsewhere = await makeOffice(app, {
      code: `14${String((keys += 1)).padStart(3, '0')}`,
      prefectureCode: '14',
      name: 'みなと公共職業安定所',
    })
    const stranger = await makeStaff(app, elsewhere)
    for (const [operation, variables, field] of [
      [ACCEPT, { id }, 'acceptPosting'],
      [RETURN, { id, reasons: [{ path: 'work.title', reason: 'x' }] }, 'returnPosting'],
      [REJECT, { id, reasonCode: 'FAR_WORSE' }, 'rejectPosting'],
      [CLAIM, { id }, 'claimCase'],
    ] as const)
      expect((await app.as(stranger).run(operation, variables))[field].code).toBe('NOT_IN_OFFICE')
    const auditor = await makeStaff(app, office, 'AUDITOR')
    expect(await read(id, auditor)).toMatchObject({ status: 'SUBMITTED' })
    expect((await app.as(auditor).ask(ACCEPT, { id })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await app.as(made.owner).ask(ACCEPT, { id })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    const manager = await makeStaff(app, elsewhere, 'MANAGER')
    expect((await app.as(manager).run(ACCEPT, { id })).acceptPosting.status).toBe('OPEN')
  })

  test('staff of a center never reach a posting', async () => {
    const { id } = await submitted()
    const center = await makeOffice(app, { code: `99${String((keys += 1)).padStart(3, '0')}`, kind: 'CENTER' })
    const staff = await makeStaff(app, center, 'MANAGER')
    expect((await app.as(staff).run(ACCEPT, { id })).acceptPosting.code).toBe('NOT_FOUND')
  })

  test('reviews, drafts, claims and notes are not for strangers', async () => {
    const { id } = await opened()
    const stranger = await makeEmployer(app, office)
    expect(await read(id, stranger.owner)).toMatchObject({
      status: 'OPEN',
      reviews: [],
      draft: null,
      noteToOffice: null,
      viewerCanCancel: false,
    })
    expect(await read(id, null)).toMatchObject({ status: 'OPEN', reviews: [], draft: null, noteToOffice: null })
  })

  test('a suspended establishment starts nothing', async () => {
    const suspended = await makeEmployer(app, office, { status: 'SUSPENDED' })
    expect((await app.as(suspended.owner).run(DRAFT, { key: 'no' })).draftPosting.code).toBe('ACCOUNT_SUSPENDED')
  })
})

describe('decisions', () => {
  test('accepting a provisional employer’s posting accepts the employer with it', async () => {
    made = await makeEmployer(app, office, { status: 'PROVISIONAL' })
    const { id } = await submitted()
    await app.as(counter).run(ACCEPT, { id })
    const [employer] = await app.db.select().from(employers).where(eq(employers.id, made.employer.id))
    expect(employer).toMatchObject({ status: 'OPEN', sheetId: made.sheet.id, erasedOn: null })
    expect(employer?.employerNumber).toMatch(/^1301-\d{6}-\d$/)
  })

  test('a return needs a reason at a known field', async () => {
    const { id } = await submitted()
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
    const { id } = await submitted()
    expect((await app.as(counter).run(REJECT, { id, reasonCode: 'MISSING_CONDITIONS' })).rejectPosting).toEqual({ status: 'REJECTED' })
    expect(await read(id)).toMatchObject({
      status: 'REJECTED',
      viewerCanSubmit: false,
      reviews: [
        { outcome: 'REJECTED', reasons: [{ label: '不受理の理由', reason: '法令で示すことになっている労働条件が、示されていません。' }] },
      ],
    })
    expect((await app.as(made.owner).run(COPY, { id, key: 'again' })).copyPosting).toMatchObject({
      status: 'DRAFT',
      title: '経理事務／月次決算まで',
      draft: { problems: [] },
    })
  })

  test('of ten decisions at once exactly one is made', async () => {
    const { id } = await submitted()
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
    const waiting = await Promise.all(Array.from({ length: 5 }, () => submitted()))
    const answers = await Promise.all(waiting.map(({ id }) => app.as(counter).run(ACCEPT, { id })))
    const numbers = answers.map(({ acceptPosting }) => Number(acceptPosting.postingNumber.slice(6))).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
  })

  test('a dry run lists what acceptance would change, and writes nothing', async () => {
    const { id } = await submitted()
    const before = await rowsOf(id)
    const count = async () => (await app.db.select().from(auditRecords)).length + (await app.db.select().from(mails)).length
    const rows = await count()
    const { acceptPosting } = await app.as(counter).run(ACCEPT, { id, dryRun: true })
    expect(acceptPosting.changes.map(({ object, field, after }: Answer) => [object, field, after])).toEqual([
      [id, 'status', 'OPEN'],
      [id, 'postingNumber', expect.stringMatching(/^13010-\d{8}$/)],
      [id, 'acceptedOn', '2026-04-01'],
      [id, 'validUntil', '2026-06-30'],
    ])
    expect(await rowsOf(id)).toEqual(before)
    expect(await count()).toBe(rows)
    const tried = acceptPosting.changes[1].after
    expect((await app.as(counter).run(ACCEPT, { id })).acceptPosting.postingNumber).toBe(tried)
  })

  test('a version that is named must be the one that stands', async () => {
    const { id, version } = await submitted()
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
    const { id } = await submitted()
    expect((await app.as(counter).run(ACCEPT, { id })).acceptPosting).toMatchObject({ acceptedOn: day, validUntil })
  })
})

describe('taking back, erasing, copying, pausing', () => {
  test('a submission is taken back until somebody at the office looks at it', async () => {
    const { id, version } = await submitted()
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
    const draft = await written()
    expect((await app.as(made.owner).run(DISCARD, draft)).discardPosting).toEqual({ id: draft.id })
    expect(await rowsOf(draft.id)).toEqual([])
    const waiting = await submitted()
    expect((await app.as(made.owner).run(DISCARD, waiting)).discardPosting.code).toBe('POSTING_NOT_DRAFT')
    await app.as(counter).run(RETURN, { id: waiting.id, reasons: [{ path: 'work.title', reason: '確かめてください。' }] })
    const { version } = await read(waiting.id)
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
    const { id } = await opened(form)
    const { copyPosting } = await app.as(made.owner).run(COPY, { id, key: 'copy' })
    expect(copyPosting).toMatchObject({
      status: 'DRAFT',
      title: '経理事務／月次決算まで',
      draft: { problems: [{ path: 'work.termMonths', code: 'TERM_REQUIRED' }] },
    })
    const [copy] = await rowsOf(copyPosting.id)
    expect(copy).toMatchObject({ lineageId: id, postingNumber: null, acceptedOn: null, validUntil: null, sheetId: null })
  })

  test('applications can be paused and resumed while it is open; it stays open', async () => {
    const { id, version } = await opened()
    const { pausePosting } = await app.as(made.owner).run(PAUSE, { id, version })
    expect(pausePosting).toEqual({ applicationsPaused: true, version: version + 1, status: 'OPEN' })
    expect((await app.as(made.owner).run(RESUME, { id, version: version + 1 })).resumePosting).toEqual({ applicationsPaused: false })
    const draft = await written()
    expect((await app.as(made.owner).run(PAUSE, draft)).pausePosting.code).toBe('POSTING_NOT_OPEN')
  })

  test('a member ends a posting as filled or by changed plans, once', async () => {
    const { id, version } = await opened()
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
  await written()
  const first = await submitted()
  app.setNow('2026-04-02T09:00:00+09:00')
  const second = await submitted()
  app.setNow('2026-04-03T09:00:00+09:00')
  await submitted()
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
