import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MadeEmployer, makeEmployer, makeMember, makeOffice, makeStaff } from '../../../test/actors.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import { DRAFT, SAVE, SUBMIT, CANCEL, CLAIM, ACCEPT, RETURN, REJECT, nextKey, postingActs } from '../../../test/posting-acts.ts'
import { typedPosting, typedWith } from '../../../test/posting-form.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { auditRecords, inboxEvents, mails } from '../../platform/db/platform.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postingOpenPeriods, postings, postingSearch } from './postings.table.ts'

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

test('a posting lives from the first word to its end: written, submitted, returned, submitted again, accepted, cancelled', async () => {
  const draft = await act.writtenStepByStep(typedPosting())
  expect(draft.version).toBe(9)
  expect(await act.read(draft.id)).toMatchObject({
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
  expect(await act.read(draft.id)).toMatchObject({ viewerCanSubmit: false, viewerCanEdit: false, noteToOffice: '急ぎではありません' })

  const reasons = [{ path: 'wage.baseFrom', reason: '下限の額を確かめてください。' }]
  const returned = await app.as(counter).run(RETURN, { id: draft.id, reasons, comment: 'お手数ですが、お願いします。' })
  expect(returned.returnPosting).toEqual({ status: 'RETURNED' })
  const back = await act.read(draft.id)
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
  const open = await act.read(draft.id)
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
  const { id } = await act.submitted()
  await app.as(counter).run(RETURN, { id, reasons: [{ path: 'work.duties', reason: '内部だけの理由です' }] })
  const mine = () => app.db.select().from(mails).where(eq(mails.to, made.ownerEmail))
  expect((await mine()).map(({ template }) => template)).toEqual(['postingReturned'])
  expect((await mine())[0]?.text).not.toContain('内部だけの理由です')
  const events = await app.db.select().from(inboxEvents).where(eq(inboxEvents.party, made.employer.id)).orderBy(inboxEvents.seq)
  expect(events.at(-1)).toMatchObject({ kind: 'POSTING', subject: id, seq: events.length })
  const back = await act.read(id)
  await app.as(made.owner).run(SUBMIT, { id, version: back.version })
  await app.as(counter).run(ACCEPT, { id })
  expect((await mine()).map(({ template }) => template).toSorted()).toEqual(['postingAccepted', 'postingReturned'])
})

describe('problems', () => {
  test('a draft with problems is not submitted, and says where they are', async () => {
    const draft = await act.written(typedWith({ work: { title: undefined }, wage: { baseFrom: '100000' } }))
    const { submitPosting } = await app.as(made.owner).run(SUBMIT, draft)
    expect(submitPosting).toMatchObject({
      code: 'DRAFT_INCOMPLETE',
      problems: [
        { path: 'work.title', code: 'REQUIRED', severity: 'ERROR' },
        { path: 'wage.baseFrom', code: 'BELOW_MINIMUM_WAGE', severity: 'ERROR' },
      ],
    })
    expect((await act.rowsOf(draft.id))[0]).toMatchObject({ status: 'DRAFT', sheetId: null })
  })

  test('what is only to be confirmed passes once it is confirmed, and is kept', async () => {
    const draft = await act.written(typedWith({ hours: { yearlyHolidays: '100' } }))
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
    const { id, version } = await act.written()
    const laptop = await app.as(made.owner).run(SAVE, { id, step: 'work', data: { title: '経理事務' }, version })
    expect(laptop.savePostingStep.version).toBe(version + 1)
    const { viewer: colleague } = await makeMember(app, made.employer.id)
    const phone = await app.as(colleague).run(SAVE, { id, step: 'work', data: { title: '一般事務' }, version })
    expect(phone.savePostingStep).toMatchObject({ code: 'VERSION_CONFLICT', current: { version: version + 1, savedByName: '森下 なつき' } })
    const work = phone.savePostingStep.current.steps.find(({ key }: { key: string }) => key === 'work')
    expect(work.data).toEqual({ title: '経理事務' })
    expect(await act.read(id)).toMatchObject({ title: '経理事務', version: version + 1 })
  })

  test('a step keeps what the other steps held, and takes only fields of the form', async () => {
    const { id, version } = await act.written()
    const { savePostingStep } = await app
      .as(made.owner)
      .run(SAVE, { id, step: 'pr', data: { prMessage: 'よろしくお願いします。', evil: 'x' }, version })
    const steps = new Map(savePostingStep.steps.map(({ key, data }: { key: string; data: object }) => [key, data]))
    expect(steps.get('pr')).toEqual({ prMessage: 'よろしくお願いします。' })
    expect(steps.get('wage')).toEqual(typedPosting()['wage'])
  })

  test('an older version is not submitted', async () => {
    const { id, version } = await act.written()
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
    const { id, version } = await act.written()
    const { viewer: reader } = await makeMember(app, made.employer.id, 'VIEWER')
    expect(await act.read(id, reader)).toMatchObject({ status: 'DRAFT', viewerCanEdit: false, viewerCanSubmit: false })
    const { errors } = await app.as(reader).ask(SUBMIT, { id, version })
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    const { viewer: recruiter } = await makeMember(app, made.employer.id)
    const other = await makeEmployer(app, office)
    expect((await app.as(other.owner).run(SUBMIT, { id, version })).submitPosting.code).toBe('NOT_FOUND')
    expect(await act.read(id, other.owner)).toBeNull()
    expect(await act.read(id, counter)).toBeNull()
    expect(await act.read(id, null)).toBeNull()
    expect((await app.as(recruiter).run(SUBMIT, { id, version })).submitPosting.status).toBe('SUBMITTED')
  })

  test('the office in charge decides; another’s counter does not, a manager does, an auditor only reads', async () => {
    const { id } = await act.submitted()
    const elsewhere = await makeOffice(app, {
      code: `14${nextKey()}`,
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
    expect(await act.read(id, auditor)).toMatchObject({ status: 'SUBMITTED' })
    expect((await app.as(auditor).ask(ACCEPT, { id })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await app.as(made.owner).ask(ACCEPT, { id })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    const manager = await makeStaff(app, elsewhere, 'MANAGER')
    expect((await app.as(manager).run(ACCEPT, { id })).acceptPosting.status).toBe('OPEN')
  })

  test('staff of a center never reach a posting', async () => {
    const { id } = await act.submitted()
    const center = await makeOffice(app, { code: `99${nextKey()}`, kind: 'CENTER' })
    const staff = await makeStaff(app, center, 'MANAGER')
    expect((await app.as(staff).run(ACCEPT, { id })).acceptPosting.code).toBe('NOT_FOUND')
  })

  test('reviews, drafts, claims and notes are not for strangers', async () => {
    const { id } = await act.opened()
    const stranger = await makeEmployer(app, office)
    expect(await act.read(id, stranger.owner)).toMatchObject({
      status: 'OPEN',
      reviews: [],
      draft: null,
      noteToOffice: null,
      viewerCanCancel: false,
    })
    expect(await act.read(id, null)).toMatchObject({ status: 'OPEN', reviews: [], draft: null, noteToOffice: null })
  })

  test('a suspended establishment starts nothing', async () => {
    const suspended = await makeEmployer(app, office, { status: 'SUSPENDED' })
    expect((await app.as(suspended.owner).run(DRAFT, { key: 'no' })).draftPosting.code).toBe('ACCOUNT_SUSPENDED')
  })
})
