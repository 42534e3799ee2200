import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { makeOffice } from '../../../test/actors.ts'
import { type Browser, browser, mailedKey } from '../../../test/browser.ts'
import type { Viewer } from '../../graph/context.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import type { Id } from '../../kernel/ids.ts'
import { newId } from '../../platform/db/columns.ts'
import { auditRecords, inboxEvents } from '../../platform/db/platform.table.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { sweepExpiredSeekers } from './seekers.jobs.ts'
import { currentSeekerSheet, extendByEvent } from './seekers.steps.ts'
import { type SeekerRow, seekers, seekerSheets, seekerValidPeriods } from './seekers.table.ts'

const PASSWORD = 'Tsukuba7#gawa'
const DRAFT = `id version readyToSubmit problems { path code severity message } steps { key data state summary errors preview { key value } }`
const SAVE = `mutation ($data: FormData!, $version: Int!, $step: String = "basics") { saveRegistration(step: $step, data: $data, version: $version) {
  __typename ... on Draft { ${DRAFT} } ... on Refusal { code current { id ... on Draft { version steps { data } } } } } }`
const SUBMIT = `mutation ($version: Int!) { submitRegistration(version: $version) {
  __typename
  ... on Seeker { id seekerNumber kind status isValid invalidReason appliedOn validUntil validUntilAt published name nameKana office { code name }
    sheet { age addressLine postalCode phone birthDate } draft { version } }
  ... on Refusal { code problems { path code message } } } }`
const ME = `{ viewer { kind account { displayName } inboxSeq seeker { id status invalidReason isValid validUntil validUntilAt version name sheet { name } draft { ${DRAFT} } } } }`

const BASICS = {
  name: '秋庭 健太',
  nameKana: 'あきば けんた',
  birthDate: '1993-7-21',
  postalCode: '１００－０００１',
  address: '千代田9-9-9 201',
  phone: '０９０-0000-0000',
  workSituation: 'UNEMPLOYED',
  schoolSituation: 'NONE',
  wishedKind: 'FULL_TIME',
}

let app: TestApp
let office: OfficeRow
let occupation: string
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  office = await makeOffice(app)
  const { registrationForm } = await app
    .as(null)
    .run('{ registrationForm { key title fields { key label kind required help max options { value label } } } }')
  occupation = registrationForm[0].fields.find((f: { key: string }) => f.key === 'wishedOccupations').options[0].value
})
afterAll(() => app.close())
beforeEach(() => app.setNow('2026-11-21T10:00:00+09:00'))

let count = 0
async function openSeeker(): Promise<Browser> {
  const [email, by] = [`seeker${++count}@mail.example`, browser(app)]
  const input = { email, purpose: 'OPEN_SEEKER' }
  await by.run('mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename } }', {
    input: { ...input, termsVersion: TERMS_VERSION },
  })
  await by.run('mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename } }', {
    input: { ...input, authenticationKey: await mailedKey(app, email), password: PASSWORD, confirmation: PASSWORD },
  })
  return by
}
const save = async (by: Browser, data: Record<string, unknown>, version = 1) => (await by.run(SAVE, { data, version })).saveRegistration
const submit = async (by: Browser, version = 2) => (await by.run(SUBMIT, { version })).submitRegistration
const filled = (more: Record<string, unknown> = {}) => ({ ...BASICS, wishedOccupations: [occupation], ...more })
async function submitWith(more: Record<string, unknown>) {
  const by = await openSeeker()
  await save(by, filled(more))
  return submit(by)
}
const problemsOf = (answer: { problems: { path: string; code: string }[] }) => answer.problems.map((p) => `${p.path} ${p.code}`)

const staff = (role: 'COUNTER' | 'AUDITOR', center = false): Viewer => ({
  kind: 'staff',
  accountId: newId('acc'),
  staffId: newId('stf'),
  officeId: office.id,
  role,
  center,
})
const rowOf = async (id: Id<'skr'>): Promise<SeekerRow> => (await app.db.select().from(seekers).where(eq(seekers.id, id)))[0]!
async function makeValid(validUntil: string, more: Partial<SeekerRow> = {}) {
  const [row] = await app.db
    .insert(seekers)
    .values({
      kind: 'REGISTERED',
      status: 'VALID',
      officeId: office.id,
      validUntil,
      appliedOn: '2026-09-01',
      createdAt: app.clock.now(),
      ...more,
    })
    .returning()
  await app.db.insert(seekerValidPeriods).values({ seekerId: row!.id, validFrom: '2026-09-01' })
  return row!
}
const extend = (id: Id<'skr'>, on: string) =>
  inTransaction(app.as(null).context(), {}, async (tx) => ({ id, validUntil: (await extendByEvent(tx, id, on))?.validUntil }))

describe('opening a seeker My Page', () => {
  it('leads from the key to a valid registration with number, office and last day', async () => {
    const by = await openSeeker()
    const { viewer } = await by.run(ME)
    expect(viewer).toMatchObject({ kind: 'SEEKER', seeker: { status: 'DRAFT', isValid: false, validUntil: null } })
    expect(viewer.account.displayName).toMatch(/@mail\.example$/)
    expect(viewer.seeker.draft).toMatchObject({ version: 1, readyToSubmit: false, steps: [{ key: 'basics', state: 'NOT_STARTED' }] })

    const draft = await save(by, filled())
    expect(draft).toMatchObject({ version: 2, readyToSubmit: true, problems: [], steps: [{ state: 'DONE', errors: 0 }] })
    expect(draft.steps[0].data.postalCode).toBe('１００－０００１')
    expect(draft.steps[0].summary).toMatch(/^秋庭 健太・アキバ ケンタ・1993年7月21日・100-0001/)

    const seeker = await submit(by)
    expect(seeker).toMatchObject({
      kind: 'ONLINE',
      status: 'VALID',
      isValid: true,
      appliedOn: '2026-11-21',
      validUntil: '2027-01-31',
      validUntilAt: '2027-01-31T15:00:00.000Z',
      published: false,
      name: '秋庭 健太',
      nameKana: 'アキバ ケンタ',
      office: { code: '13010' },
      sheet: {
        age: 33,
        addressLine: '東京都千代田区千代田9-9-9 201',
        postalCode: '1000001',
        phone: '090-0000-0000',
        birthDate: '1993-07-21',
      },
      draft: { version: 2 },
    })
    expect(seeker.seekerNumber).toMatch(/^13010-\d{8}$/)
    expect((await by.run(ME)).viewer).toMatchObject({
      account: { displayName: '秋庭 健太' },
      inboxSeq: 1,
      seeker: { version: 2, sheet: { name: '秋庭 健太' } },
    })
    expect(await app.db.select().from(seekerValidPeriods).where(eq(seekerValidPeriods.seekerId, seeker.id))).toEqual([
      { seekerId: seeker.id, validFrom: '2026-11-21', validTo: null },
    ])
    expect(await app.db.select().from(seekerSheets).where(eq(seekerSheets.seekerId, seeker.id))).toMatchObject([
      { number: 1, municipalityCode: '13101', wishedOccupations: [occupation], wishedKind: 'FULL_TIME' },
    ])
    const told = await app.db.select().from(inboxEvents).where(eq(inboxEvents.subject, seeker.id))
    expect(told.map((e) => `${e.party} ${e.kind}`)).toEqual(expect.arrayContaining([`${office.id} SEEKER`, `${seeker.id} SEEKER`]))
    expect(told).toHaveLength(2)
  })

  it('saves what was typed and says what is left, without refusing anything', async () => {
    const by = await openSeeker()
    const draft = await save(by, { name: '秋庭', nameKana: '秋庭', birthDate: '2001-02-30' })
    expect(draft.steps[0]).toMatchObject({ state: 'FIX', data: { birthDate: '2001-02-30' } })
    expect(problemsOf(draft)).toEqual(
      expect.arrayContaining(['basics.nameKana NOT_KANA', 'basics.birthDate NOT_A_DATE', 'basics.phone REQUIRED']),
    )
    expect(await submit(by)).toMatchObject({ __typename: 'Refusal', code: 'DRAFT_INCOMPLETE' })
    expect((await by.run(ME)).viewer.seeker).toMatchObject({ status: 'DRAFT', draft: { steps: [{ data: { name: '秋庭' } }] } })
  })

  it('never overwrites a newer version, and shows it', async () => {
    const by = await openSeeker()
    await save(by, { name: '先に' })
    const late = await save(by, { name: '後から' })
    expect(late).toMatchObject({ code: 'VERSION_CONFLICT', current: { version: 2, steps: [{ data: { name: '先に' } }] } })
    expect(await submit(by, 1)).toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  it('is done once, also when the button is pressed ten times at once', async () => {
    const by = await openSeeker()
    await save(by, filled())
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(by)))
    expect(answers.filter((a) => a.__typename === 'Seeker')).toHaveLength(1)
    expect(answers.filter((a) => a.code === 'REGISTRATION_DONE')).toHaveLength(9)
  })

  it('finds no place for a postal code that nobody has, and no more than three occupations', async () => {
    expect(problemsOf(await submitWith({ postalCode: '999-9999' }))).toEqual(['basics.postalCode UNKNOWN_POSTAL_CODE'])
    const many = Array.from({ length: 4 }, () => occupation)
    expect(problemsOf(await submitWith({ wishedOccupations: many }))).toEqual(['basics.wishedOccupations TOO_MANY_ROWS'])
    expect(problemsOf(await submitWith({ wishedOccupations: ['999'] }))).toEqual(['basics.wishedOccupations NOT_A_CHOICE'])
  })

  it('takes nobody but the seeker, and no step that is not there', async () => {
    const answer = await app.as(null).ask(SAVE, { data: {}, version: 1 })
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const by = await openSeeker()
    await expect(by.run(SAVE, { data: {}, version: 1, step: 'other' })).rejects.toThrow('この段はありません')
  })
})

describe('who may open one (R17)', () => {
  it('is 16 from 00:00 of the birthday, not a moment before', async () => {
    app.setNow('2026-11-20T23:59:50+09:00')
    expect(problemsOf(await submitWith({ birthDate: '2010-11-21' }))).toEqual(['basics.birthDate TOO_YOUNG'])
    app.setNow('2026-11-21T00:00:00+09:00')
    expect((await submitWith({ birthDate: '2010-11-21' })).sheet.age).toBe(16)
  })

  it('born on 29 February is 16 on that day in a leap year', async () => {
    app.setNow('2028-02-28T23:59:50+09:00')
    expect(problemsOf(await submitWith({ birthDate: '2012-02-29' }))).toEqual(['basics.birthDate TOO_YOUNG'])
    app.setNow('2028-02-29T00:00:00+09:00')
    expect((await submitWith({ birthDate: '2012-02-29' })).isValid).toBe(true)
  })

  it.each(['NONE', 'HIGH_SCHOOL_EVENING', 'HIGH_SCHOOL_CORRESPONDENCE', 'VOCATIONAL', 'UNIVERSITY'])(
    'may with school %s',
    async (school) => {
      expect((await submitWith({ schoolSituation: school })).isValid).toBe(true)
    },
  )

  it.each(['JUNIOR_HIGH', 'HIGH_SCHOOL_DAY'])('is no pupil of %s', async (school) => {
    expect(problemsOf(await submitWith({ schoolSituation: school }))).toEqual(['basics.schoolSituation PUPIL'])
  })

  it('is born on a day that can be: neither to come nor before living memory', async () => {
    expect(problemsOf(await submitWith({ birthDate: '2027-01-01' }))).toEqual(['basics.birthDate TOO_YOUNG'])
    expect(problemsOf(await submitWith({ birthDate: '93-07-21' }))).toEqual(['basics.birthDate NOT_A_DATE'])
  })
})

describe('validity (R14)', () => {
  it.each([
    ['2026-12-31T23:59:00+09:00', '2027-02-28'],
    ['2027-12-31T00:00:00+09:00', '2028-02-29'],
    ['2026-11-30T23:59:00+09:00', '2027-01-31'],
    ['2026-12-01T00:00:00+09:00', '2027-02-28'],
  ])('applied for at %s lasts to %s', async (now, validUntil) => {
    app.setNow(now)
    expect((await submitWith({})).validUntil).toBe(validUntil)
  })

  it('ends at 24:00 of the last day for every reader before the sweep, which writes it once', async () => {
    const by = await openSeeker()
    await save(by, filled())
    const { id } = await submit(by)
    app.setNow('2027-01-31T23:59:55+09:00')
    expect((await app.as({ kind: 'seeker', accountId: newId('acc'), seekerId: id }).run(ME)).viewer.seeker).toMatchObject({
      status: 'VALID',
      isValid: true,
    })
    app.setNow('2027-02-01T00:00:00+09:00')
    const read = async () => (await app.as({ kind: 'seeker', accountId: newId('acc'), seekerId: id }).run(ME)).viewer.seeker
    const before = await read()
    expect(before).toMatchObject({ status: 'INVALID', invalidReason: 'EXPIRED', isValid: false })
    expect((await rowOf(id)).status).toBe('VALID')
    expect(await sweepExpiredSeekers(app.as(null).context())).toBeGreaterThanOrEqual(1)
    expect(await rowOf(id)).toMatchObject({
      status: 'INVALID',
      invalidReason: 'EXPIRED',
      invalidOn: '2027-02-01',
      validUntil: '2027-01-31',
    })
    expect(await read()).toEqual({ ...before, version: before.version + 1 })
    const after = await rowOf(id)
    expect(await sweepExpiredSeekers(app.as(null).context())).toBe(0)
    expect(await rowOf(id)).toEqual(after)
    expect(await app.db.select().from(seekerValidPeriods).where(eq(seekerValidPeriods.seekerId, id))).toMatchObject([
      { validTo: '2027-01-31' },
    ])
  })

  it('does not end while unemployment benefit is paid, nor for drafts', async () => {
    app.setNow('2027-03-01T00:00:00+09:00')
    const benefit = await makeValid('2027-02-28', { receivesBenefit: true })
    const last = await makeValid('2027-03-01')
    await sweepExpiredSeekers(app.as(null).context())
    expect([(await rowOf(benefit.id)).status, (await rowOf(last.id)).status]).toEqual(['VALID', 'VALID'])
  })

  it('is written by two sweeps at once without doubling', async () => {
    app.setNow('2027-05-01T00:00:00+09:00')
    await sweepExpiredSeekers(app.as(null).context())
    const due = await Promise.all(Array.from({ length: 5 }, () => makeValid('2027-04-30')))
    const written = await Promise.all([1, 2].map(() => sweepExpiredSeekers(app.as(null).context())))
    expect(written[0]! + written[1]!).toBe(5)
    expect((await rowOf(due[0]!.id)).version).toBe(2)
  })

  it('grows by a month for an event in its last month, once, and not before', async () => {
    const seeker = await makeValid('2027-01-31')
    expect((await extend(seeker.id, '2026-12-31')) as object).toMatchObject({ validUntil: '2027-01-31' })
    expect((await extend(seeker.id, '2027-01-01')) as object).toMatchObject({ validUntil: '2027-02-28' })
    expect((await extend(seeker.id, '2027-01-20')) as object).toMatchObject({ validUntil: '2027-02-28' })
    const ended = await makeValid('2027-01-31')
    expect((await extend(ended.id, '2027-02-01')) as object).toMatchObject({ validUntil: '2027-01-31' })
  })

  it('keeps the sheet that an application will hold', async () => {
    const by = await openSeeker()
    const { seeker } = (await by.run(ME)).viewer
    const sheet = () => {
      let found: unknown
      return inTransaction(app.as(null).context(), {}, async (tx) => {
        found = await currentSeekerSheet(tx, seeker.id)
        return { id: seeker.id as string }
      }).then(() => found)
    }
    expect(await sheet()).toBeNull()
    await save(by, filled())
    await submit(by)
    expect(await sheet()).toMatchObject({ number: 1, name: '秋庭 健太' })
  })
})

describe('a seeker in the graph', () => {
  const STAFF = `query ($number: String!, $purpose: String!) { staffSeeker(seekerNumber: $number, purpose: $purpose) { id name status draft { id } sheet { phone } } }`

  it('is found by staff with a purpose, and the look is recorded', async () => {
    const by = await openSeeker()
    await save(by, filled())
    const { id, seekerNumber } = await submit(by)
    const wide = seekerNumber.replaceAll(/\d/g, (d: string) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).replace('-', '－')
    const counter = staff('COUNTER')
    const { staffSeeker } = await app.as(counter).run(STAFF, { number: wide, purpose: '紹介の相談' })
    expect(staffSeeker).toMatchObject({ id, name: '秋庭 健太', draft: null })
    const looks = await app.db.select().from(auditRecords).where(eq(auditRecords.action, 'lookAtSeeker'))
    expect(looks).toMatchObject([{ actorKind: 'staff', office: office.id, object: id, person: id, purpose: '紹介の相談' }])
    expect(JSON.stringify(looks)).not.toContain('秋庭')
    await expect(app.as(counter).run(STAFF, { number: seekerNumber, purpose: ' ' })).rejects.toThrow('見る理由')
    expect((await app.as(counter).run(STAFF, { number: '13010-99999999', purpose: '相談' })).staffSeeker).toBeNull()
  })

  it('comes to the counter by itself as an event without the person, so that nobody’s look is recorded', async () => {
    const by = await openSeeker()
    await save(by, filled())
    const counter = await app.as(staff('COUNTER')).listen('subscription { inbox { kind subject { id } } }')
    const mine = () => app.db.select().from(auditRecords).where(eq(auditRecords.action, 'lookAtSeeker'))
    const before = await mine()
    const { id } = await submit(by)
    expect((await counter.next()).inbox).toEqual({ kind: 'SEEKER', subject: null })
    counter.stop()
    expect(await mine()).toEqual(before)
    await app.as(staff('COUNTER')).run('query ($id: ID!) { node(id: $id) { id } }', { id })
    expect((await mine()).map(({ object }) => object)).toContain(id)
  })

  it('is nobody’s to read but the person’s and the counter’s', async () => {
    const seeker = await makeValid('2027-01-31', { seekerNumber: '13010-90000001' })
    const read = async (viewer: Viewer | null) =>
      (await app.as(viewer).run('query ($id: ID!) { node(id: $id) { id } }', { id: seeker.id })).node
    const employer: Viewer = { kind: 'employer', accountId: newId('acc'), memberId: newId('mem'), employerId: newId('emp'), role: 'OWNER' }
    const other: Viewer = { kind: 'seeker', accountId: newId('acc'), seekerId: newId('skr') }
    for (const viewer of [null, employer, other, staff('AUDITOR')]) expect(await read(viewer)).toBeNull()
    expect(await read({ ...other, seekerId: seeker.id })).toEqual({ id: seeker.id })
    expect(await read(staff('COUNTER'))).toEqual({ id: seeker.id })
    const ofCenter = staff('COUNTER', true)
    expect(await read(ofCenter)).toBeNull()
    expect((await app.as(ofCenter).run(STAFF, { number: '13010-90000001', purpose: '相談' })).staffSeeker).toBeNull()
    for (const viewer of [employer, other, staff('AUDITOR')])
      expect((await app.as(viewer).ask(STAFF, { number: '13010-90000001', purpose: '相談' })).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      )
  })
})
