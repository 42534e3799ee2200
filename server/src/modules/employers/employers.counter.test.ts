import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeEmployer, makeOffice, makeStaff } from '../../../test/actors.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import { codeActs, establishment, ISSUE, REGISTER_EMPLOYER } from '../../../test/code-acts.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { auditRecords, numberCounters } from '../../platform/db/platform.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { accountCreationCodes } from './employers.codes.table.ts'
import { employers, employerSheets } from './employers.table.ts'

let app: TestApp
let office: OfficeRow
let staff: Record<'counter' | 'elsewhere' | 'manager' | 'auditor' | 'center', ViewerOf<'staff'>>
beforeAll(async () => {
  app = await testApp()
  office = await makeOffice(app)
  const other = await makeOffice(app, { code: '27010', prefectureCode: '27', municipalityCode: '27127', postalPrefixes: ['530'] })
  const center = await makeOffice(app, { code: '13900', kind: 'CENTER', postalPrefixes: [] })
  staff = {
    counter: await makeStaff(app, office),
    elsewhere: await makeStaff(app, other),
    manager: await makeStaff(app, other, 'MANAGER'),
    auditor: await makeStaff(app, office, 'AUDITOR'),
    center: await makeStaff(app, center),
  }
}, 60_000)
afterAll(() => app.close())
beforeEach(() => app.setNow('2026-11-20T10:00:00+09:00'))

const act = codeActs(
  () => app,
  () => staff.counter,
)
const tables = [employers, employerSheets, accountCreationCodes, auditRecords, numberCounters]
const everything = () => Promise.all(tables.map((table) => app.db.select().from(table)))
const problemsOf = async (more: Record<string, unknown>) =>
  (await act.register(more)).problems.map((p: { path: string; code: string }) => `${p.path} ${p.code}`)

describe('an establishment registered at the counter', () => {
  it('gets its number and its office by the place, and has no My Page yet', async () => {
    const made = await act.register({ phone: '03-1111-0001' })
    expect(made).toMatchObject({
      __typename: 'Employer',
      name: '有限会社ほしぞら工房',
      status: 'UNOPENED',
      addressLine: '東京都千代田区千代田7-7-7',
      phone: '03-1111-0001',
      office: { name: '汐見公共職業安定所' },
      accountCreationCode: null,
    })
    expect(made.employerNumber).toMatch(/^1301-\d{6}-\d$/u)
    const [sheet] = await app.db.select().from(employerSheets).where(eq(employerSheets.employerId, made.id))
    expect(sheet).toMatchObject({
      nameKana: 'ユウゲンガイシャホシゾラコウボウ',
      postalCode: '1000001',
      prefectureCode: '13',
      municipalityCode: '13101',
      outcome: 'ACCEPTED',
      employeesHere: 4,
      leaveRecords: { childcare: null, nursingCare: null, sickChildCare: null },
      insurances: [],
    })
  })

  it('is made once for one key, and not at all in a dry run', async () => {
    const before = await everything()
    const input = { phone: '03-1111-0002' }
    const tried = await act.register(input, { key: 'once', dryRun: true })
    expect(tried).toEqual({
      __typename: 'Preview',
      changes: [
        { field: 'employerNumber', before: null, after: expect.stringMatching(/^1301-/u) },
        { field: 'name', before: null, after: '有限会社ほしぞら工房' },
        { field: 'office', before: null, after: '汐見公共職業安定所' },
        { field: 'status', before: null, after: 'UNOPENED' },
      ],
    })
    expect(await everything()).toEqual(before)
    const [first, again] = [await act.register(input, { key: 'once' }), await act.register(input, { key: 'once' })]
    expect(again.id).toBe(first.id)
    expect((await act.register({ phone: '03-1111-0003' }, { key: 'once' })).code).toBe('KEY_REUSED')
  })

  it('is asked about when phone or firm are known already, and passes once confirmed', async () => {
    const known = await act.register({ phone: '03-1111-0004', corporateNumber: '7000012050002' })
    const twin = { phone: '(03)1111 0004', name: '星空工房' }
    const asked = await act.register(twin)
    expect(asked).toMatchObject({
      code: 'PROBLEMS',
      problems: [
        { path: 'phone', code: 'ESTABLISHMENT_EXISTS', severity: 'CONFIRM', message: expect.stringContaining(known.employerNumber) },
      ],
    })
    expect(await problemsOf({ corporateNumber: '7000012050002' })).toEqual(['phone ESTABLISHMENT_EXISTS'])
    const acknowledge = [{ path: 'phone', code: 'ESTABLISHMENT_EXISTS' }]
    expect((await act.register(twin, { acknowledge })).__typename).toBe('Employer')
  })

  it('is refused with a word at the field, whatever is typed', async () => {
    expect(await problemsOf({ name: ' ', nameKana: '星空', postalCode: '100' })).toEqual([
      'name REQUIRED',
      'nameKana NOT_KANA',
      'postalCode NOT_A_POSTAL_CODE',
    ])
    expect(await problemsOf({ postalCode: '0000000' })).toEqual(['postalCode UNKNOWN_POSTAL_CODE'])
    expect(await problemsOf({ industryCode: '印刷', municipalityCode: '99999' })).toEqual([
      'municipalityCode NOT_A_CHOICE',
      'industryCode NOT_A_CHOICE',
    ])
    expect(await problemsOf({ employeesHere: -1, phone: '1234' })).toEqual(['phone NOT_A_PHONE', 'employeesHere TOO_SMALL'])
    expect(await problemsOf({ corporateNumber: '1234567890123' })).toEqual(['corporateNumber CORPORATE_NUMBER_CHECK_DIGIT'])
    for (const typed of ['a\u0000b', 'a\ud800', 'あ'.repeat(3000)]) {
      const [problem, ...others] = await problemsOf({ business: typed })
      expect(problem).toMatch(/^business (FORBIDDEN_CHARACTER|TOO_LONG)$/u)
      expect(others).toEqual([])
    }
  })

  it('takes the municipality that the clerk names where a postal code serves two', async () => {
    const made = await act.register({ phone: '03-1111-0005', municipalityCode: '13102' })
    expect(made).toMatchObject({ addressLine: '東京都中央区千代田7-7-7' })
  })
})

describe('who may register and issue', () => {
  it('the counter of the place’s office and managers; another counter is refused, a center finds nothing, auditors only read', async () => {
    const { employerNumber } = await act.register({ phone: '03-2222-0001' })
    const register = (by: ViewerOf<'staff'>, phone: string) => act.register({ phone }, { by })
    expect((await register(staff.elsewhere, '03-2222-0002')).code).toBe('NOT_IN_OFFICE')
    expect((await act.issue(employerNumber, { by: staff.elsewhere })).code).toBe('NOT_IN_OFFICE')
    expect((await register(staff.center, '03-2222-0003')).code).toBe('NOT_ALLOWED')
    expect((await act.issue(employerNumber, { by: staff.center })).code).toBe('NOT_FOUND')
    expect((await register(staff.manager, '03-2222-0004')).__typename).toBe('Employer')
    expect((await act.issue(employerNumber, { by: staff.manager })).__typename).toBe('IssuedAccountCreationCode')
    const outsiders = [staff.auditor, null]
    for (const viewer of outsiders)
      for (const [text, variables] of [
        [REGISTER_EMPLOYER, { input: establishment(), key: 'x', dryRun: true }],
        [ISSUE, { employerNumber, dryRun: true }],
      ] as const) {
        const { errors } = await app.as(viewer).ask(text, variables)
        expect(errors?.[0]?.extensions['code']).toMatch(/FORBIDDEN|UNAUTHENTICATED/u)
      }
  })

  it('nobody but staff in charge reads of a code, and a look at its paper is recorded', async () => {
    const { employerNumber, id } = await act.register({ phone: '03-2222-0005' })
    const { slip } = await act.issue(employerNumber)
    const SLIP = `query ($id: ID!) { accountCreationCode(id: $id) { state lastDay office { name phone } employer { name employerNumber } } }`
    const read = async (by: ViewerOf<'staff'>) => (await app.as(by).run(SLIP, { id: slip.id })).accountCreationCode
    expect(await read(staff.counter)).toEqual({
      state: 'ISSUED',
      lastDay: '2026-12-20',
      office: { name: '汐見公共職業安定所', phone: '00-0000-0001' },
      employer: { name: '有限会社ほしぞら工房', employerNumber },
    })
    expect([await read(staff.elsewhere), await read(staff.center)]).toEqual([null, null])
    expect(await read(staff.manager)).toMatchObject({ state: 'ISSUED' })
    const looks = await app.db.select().from(auditRecords).where(eq(auditRecords.object, slip.id))
    expect(looks.filter(({ action }) => action === 'lookAtCreationCode').map(({ actor }) => actor)).toEqual([
      staff.counter.accountId,
      staff.manager.accountId,
    ])
    const NODE = `query ($id: ID!) { node(id: $id) { ... on Employer { accountCreationCode { state wrongTries issuedBy { name } } } } }`
    const seen = async (by: ViewerOf<'staff'>) => (await app.as(by).run(NODE, { id })).node?.accountCreationCode
    expect(await seen(staff.counter)).toEqual({ state: 'ISSUED', wrongTries: 0, issuedBy: { name: '窪田 真央' } })
    expect(await seen(staff.auditor)).toMatchObject({ state: 'ISSUED' })
    expect([await seen(staff.elsewhere), await seen(staff.center)]).toEqual([null, undefined])
  })

  it('a list for staff holds an office’s own, and any one by its number', async () => {
    const made = await act.register({ phone: '03-2222-0006' })
    const LIST = `query ($n: String, $after: String) { staffEmployers(status: [UNOPENED], employerNumber: $n, first: 2, after: $after) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`
    const list = async (by: ViewerOf<'staff'>, variables = {}) => (await app.as(by).run(LIST, variables)).staffEmployers
    const first = await list(staff.counter)
    expect(first.nodes[0].id).toBe(made.id)
    const second = await list(staff.counter, { after: first.pageInfo.endCursor })
    expect(second.nodes[0].id).not.toBe(first.nodes[1].id)
    expect((await list(staff.elsewhere)).totalCount).toBe(0)
    expect((await list(staff.elsewhere, { n: made.employerNumber.replaceAll('-', '') })).nodes).toEqual([{ id: made.id }])
    expect((await list(staff.center, { n: made.employerNumber })).totalCount).toBe(0)
    expect((await list(staff.auditor)).totalCount).toBe(first.totalCount)
  })
})

describe('a code', () => {
  it('is shown once with what the paper says, and a new one replaces it', async () => {
    const { employerNumber } = await act.register({ phone: '03-3333-0001' })
    const first = await act.issue(employerNumber.replaceAll('-', ''))
    expect(first).toMatchObject({
      creationCode: expect.stringMatching(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/u),
      slip: { state: 'ISSUED', lastDay: '2026-12-20', wrongTries: 0, employer: { employerNumber } },
    })
    const second = await act.issue(employerNumber)
    expect((await act.kept({ code: first.creationCode })).state).toBe('REVOKED')
    expect((await act.kept({ code: second.creationCode })).state).toBe('ISSUED')
  })

  it('is issued in no dry run', async () => {
    const { employerNumber } = await act.register({ phone: '03-3333-0002' })
    await act.issue(employerNumber)
    const before = await everything()
    expect(await act.issue(employerNumber, { dryRun: true })).toEqual({
      __typename: 'Preview',
      changes: [
        { field: 'state', before: 'ISSUED', after: 'REVOKED' },
        { field: 'state', before: null, after: 'ISSUED' },
        { field: 'lastDay', before: null, after: '2026-12-20' },
      ],
    })
    expect(await everything()).toEqual(before)
  })

  it('is one, however many clerks issue at once', async () => {
    const { employerNumber, id } = await act.register({ phone: '03-3333-0003' })
    const clerks = await Promise.all(Array.from({ length: 6 }, () => makeStaff(app, office)))
    const answers = await Promise.all(clerks.map((by) => act.issue(employerNumber, { by })))
    expect(answers.map(({ __typename }) => __typename)).toEqual(answers.map(() => 'IssuedAccountCreationCode'))
    const rows = await app.db.select().from(accountCreationCodes).where(eq(accountCreationCodes.employerId, id))
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['ISSUED', 'REVOKED', 'REVOKED', 'REVOKED', 'REVOKED', 'REVOKED'])
  })

  it('is not for an establishment that has its My Page: staff are told so', async () => {
    const { employer } = await makeEmployer(app, office)
    const refused = await act.issue(employer.employerNumber!)
    expect(refused).toMatchObject({ code: 'EMPLOYER_HAS_MY_PAGE', message: expect.stringContaining('もう開かれています') })
    expect((await act.issue('1301-999999-9')).code).toBe('NOT_FOUND')
    expect((await act.issue('なにか')).code).toBe('NOT_FOUND')
  })
})
