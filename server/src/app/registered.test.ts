import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, makeSeeker, makeStaff } from '../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../test/app.ts'
import { browser, mailedKey, mailsTo } from '../../test/browser.ts'
import { codeActs, establishment } from '../../test/code-acts.ts'
import { CHANGE_AWAITED, person, REGISTER_SEEKER, registeredActs, someEmail } from '../../test/registered-acts.ts'
import type { Viewer, ViewerOf } from '../graph/context.ts'
import { accounts, authenticationKeys, awaitedAccounts } from '../modules/accounts/accounts.table.ts'
import { accountCreationCodes } from '../modules/employers/employers.codes.table.ts'
import { employerMembers, employers, employerSheets } from '../modules/employers/employers.table.ts'
import type { OfficeRow } from '../modules/offices/offices.table.ts'
import { seekers, seekerSheets, seekerValidPeriods } from '../modules/seekers/seekers.table.ts'
import { newId } from '../platform/db/columns.ts'
import { auditRecords, inboxEvents, numberCounters } from '../platform/db/platform.table.ts'

const NOW = '2026-11-20T10:00:00+09:00'
let app: TestApp
let office: OfficeRow
let staff: Record<'counter' | 'elsewhere' | 'manager' | 'auditor' | 'center', ViewerOf<'staff'>>
beforeAll(async () => {
  app = await testApp({ now: NOW })
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
beforeEach(() => app.setNow(NOW))

const clerk = () => staff.counter
const act = registeredActs(() => app, clerk)
const paper = codeActs(() => app, clerk)
const PEOPLE = [accounts, awaitedAccounts, authenticationKeys, seekers, seekerSheets, seekerValidPeriods]
const REST = [employers, employerSheets, accountCreationCodes, auditRecords, numberCounters, inboxEvents]
const everything = () => Promise.all([...PEOPLE, ...REST].map((table) => app.db.select().from(table)))
const problems = (answer: Answer) => answer.problems.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)
const awaitedOf = async (opens: string) => (await app.db.select().from(awaitedAccounts).where(eq(awaitedAccounts.opens, opens)))[0]!
const newest = async (email: string) => (await mailsTo(app, email)).at(-1)!

describe('way 2: a seeker whom staff registered with an address', () => {
  it('is valid at once, gets a key by mail for the address, and signs in as the registered seeker', async () => {
    const email = someEmail()
    const made = await act.registerSeeker({ myPageEmail: email.toUpperCase() })
    expect(made).toMatchObject({
      __typename: 'Seeker',
      kind: 'REGISTERED',
      status: 'VALID',
      isValid: true,
      appliedOn: '2026-11-20',
      validUntil: '2027-01-31',
      name: '秋庭 健太',
      nameKana: 'アキバ ケンタ',
      office: { name: '汐見公共職業安定所' },
      sheet: { addressLine: '東京都千代田区千代田9-9-9 201', phone: '090-0000-0000' },
      awaitedAccount: { email, openedAt: null, version: 1 },
    })
    expect(made.seekerNumber).toMatch(/^13010-\d{8}$/u)
    const by = browser(app)
    expect(await act.ask(email, by)).toMatchObject({ __typename: 'KeyRequest', email, sender: expect.stringMatching(/@/u) })
    expect((await newest(email)).template).toBe('openRegistered')
    expect(await act.setPassword(email, await mailedKey(app, email), by)).toEqual({
      __typename: 'Viewer',
      kind: 'SEEKER',
      account: { email },
      seeker: {
        id: made.id,
        kind: 'REGISTERED',
        status: 'VALID',
        isValid: true,
        seekerNumber: made.seekerNumber,
        name: '秋庭 健太',
        draft: null,
      },
      employer: null,
      member: null,
    })
    expect(await by.session()).toMatchObject({ viewer: { kind: 'seeker', seekerId: made.id } })
    expect((await awaitedOf(made.id)).openedAt).not.toBeNull()
    const written = await app.db.select().from(auditRecords).where(eq(auditRecords.person, made.id))
    expect(written.map(({ action }) => action)).toEqual(expect.arrayContaining(['registerSeeker', 'openRegisteredSeeker']))
  })

  it('belongs to the office of whoever registered, whatever the address, and may be registered without a My Page', async () => {
    const made = await act.registerSeeker({}, { by: staff.elsewhere })
    expect(made).toMatchObject({ __typename: 'Seeker', awaitedAccount: null, sheet: { addressLine: expect.stringContaining('千代田区') } })
    expect(made.seekerNumber).toMatch(/^27010-/u)
    expect((await act.registerSeeker({ myPageEmail: ' ' })).awaitedAccount).toBeNull()
  })

  it('is refused at the field: whom R17 keeps out, what is no choice, an address that cannot be right', async () => {
    const refused = async (more: object) => problems(await act.registerSeeker(more))
    expect(await refused({ birthDate: '2010-11-21' })).toEqual(['birthDate TOO_YOUNG'])
    expect((await act.registerSeeker({ birthDate: '2010-11-20' })).__typename).toBe('Seeker')
    expect(await refused({ schoolSituation: 'HIGH_SCHOOL_DAY' })).toEqual(['schoolSituation PUPIL'])
    expect((await act.registerSeeker({ schoolSituation: 'HIGH_SCHOOL_EVENING' })).__typename).toBe('Seeker')
    expect(await refused({ name: ' ', postalCode: '0000000', wishedKind: 'いつでも', myPageEmail: 'akiba@mail' })).toEqual([
      'name REQUIRED',
      'wishedKind NOT_A_CHOICE',
      'postalCode UNKNOWN_POSTAL_CODE',
      'myPageEmail NOT_AN_EMAIL',
    ])
  })

  it('is made once for one key, and a trial writes nothing and says what would change', async () => {
    const [myPageEmail, before] = [someEmail(), await everything()]
    const tried = await act.registerSeeker({ myPageEmail }, { key: 'seeker once', dryRun: true })
    expect(tried).toEqual({
      __typename: 'Preview',
      changes: [
        { field: 'seekerNumber', before: null, after: expect.stringMatching(/^13010-/u) },
        { field: 'seekerName', before: null, after: '秋庭 健太' },
        { field: 'office', before: null, after: '汐見公共職業安定所' },
        { field: 'status', before: null, after: 'VALID' },
        { field: 'seekerValidUntil', before: null, after: '2027-01-31' },
        { field: 'myPageEmail', before: null, after: myPageEmail },
      ],
    })
    expect(await everything()).toEqual(before)
    const [first, again] = [
      await act.registerSeeker({ myPageEmail }, { key: 'seeker once' }),
      await act.registerSeeker({ myPageEmail }, { key: 'seeker once' }),
    ]
    expect(again.id).toBe(first.id)
    expect((await act.registerSeeker({ myPageEmail: someEmail() }, { key: 'seeker once' })).code).toBe('KEY_REUSED')
  })
})

describe('way 7: an establishment that staff registered with an address', () => {
  it('is opened by the key that went there, with its owner, and the paper of a code is dead', async () => {
    const [email, by] = [someEmail(), browser(app)]
    const { id, employerNumber } = await paper.register({ myPageEmail: email, email: 'info@firm.example' })
    const { creationCode } = await paper.issue(employerNumber)
    expect(await act.open(email, by)).toEqual({
      __typename: 'Viewer',
      kind: 'EMPLOYER',
      account: { email },
      seeker: null,
      employer: { id, employerNumber, status: 'OPEN' },
      member: { name: '代表の担当者', role: 'OWNER' },
    })
    expect((await by.session())?.viewer).toMatchObject({ kind: 'employer', employerId: id, role: 'OWNER' })
    expect(await paper.kept({ code: creationCode })).toMatchObject({ state: 'REVOKED' })
    expect(await app.db.$count(employerMembers, eq(employerMembers.employerId, id))).toBe(1)
  })

  it('waits for the address of its My Page, not for the contact address of the sheet', async () => {
    const contact = someEmail()
    await paper.register({ email: contact })
    await act.ask(contact)
    expect((await newest(contact)).template).toBe('notRegistered')
  })

  it('is part of what one idempotency key stands for, and of the trial', async () => {
    const [myPageEmail, phone] = [someEmail(), establishment().phone]
    const tried = await paper.register({ phone, myPageEmail }, { key: 'firm once', dryRun: true })
    expect(tried.changes).toContainEqual({ field: 'myPageEmail', before: null, after: myPageEmail })
    expect(await awaitedFor(myPageEmail)).toHaveLength(0)
    expect((await paper.register({ phone, myPageEmail }, { key: 'firm once' })).__typename).toBe('Employer')
    expect((await paper.register({ phone, myPageEmail: someEmail() }, { key: 'firm once' })).code).toBe('KEY_REUSED')
  })

  it('that was opened with its code first waits for nothing any more: the key that was mailed is dead', async () => {
    const email = someEmail()
    const { id, employerNumber, phone } = await paper.register({ myPageEmail: email })
    await act.ask(email)
    const key = await mailedKey(app, email)
    const [code, own] = [(await paper.issue(employerNumber)).creationCode, someEmail()]
    await paper.show({ employerNumber, phone, code, email: own })
    expect((await paper.setPassword(own, await mailedKey(app, own))).kind).toBe('EMPLOYER')
    expect((await act.setPassword(email, key)).code).toBe('KEY_DEAD')
    await act.ask(email)
    expect((await newest(email)).template).toBe('notRegistered')
    expect(await app.db.$count(employerMembers, eq(employerMembers.employerId, id))).toBe(1)
  })
})

const awaitedFor = (email: string) => app.db.select().from(awaitedAccounts).where(eq(awaitedAccounts.email, email))

describe('the key', () => {
  it('lives 49 minutes 59 seconds and dies at 50 minutes; the newest one alone works', async () => {
    const email = someEmail()
    await act.registerSeeker({ myPageEmail: email })
    await act.ask(email)
    const first = await mailedKey(app, email)
    expect((await act.resend(email)).__typename).toBe('KeyRequest')
    expect((await act.setPassword(email, first)).code).toBe('KEY_DEAD')
    const validUntil = async () => {
      const keys = await app.db.select().from(authenticationKeys).where(eq(authenticationKeys.email, email))
      return keys.find(({ replacedAt }) => replacedAt === null)!.validUntil
    }
    const second = await mailedKey(app, email)
    app.setNow(await validUntil())
    expect((await act.setPassword(email, second)).code).toBe('KEY_DEAD')
    expect((await act.resend(email)).__typename).toBe('KeyRequest')
    app.setNow(new Date((await validUntil()).getTime() - 1000))
    expect((await act.setPassword(email, await mailedKey(app, email))).kind).toBe('SEEKER')
  })

  it('survives nine wrong tries and not ten', async () => {
    const [kind, hard] = [someEmail(), someEmail()]
    for (const [email, wrong] of [
      [kind, 9],
      [hard, 10],
    ] as const) {
      await act.registerSeeker({ myPageEmail: email })
      await act.ask(email)
      for (let n = 0; n < wrong; n++) expect((await act.setPassword(email, '22222222')).code).toBe('KEY_DEAD')
    }
    expect((await act.setPassword(kind, await mailedKey(app, kind))).kind).toBe('SEEKER')
    expect((await act.setPassword(hard, await mailedKey(app, hard))).code).toBe('KEY_DEAD')
  })

  it('of two devices that hold it opens once, and a second opening is told by the mail alone', async () => {
    const email = someEmail()
    const { id } = await act.registerSeeker({ myPageEmail: email })
    await act.ask(email)
    const key = await mailedKey(app, email)
    const answers = await Promise.all([1, 2, 3].map(() => act.setPassword(email, key)))
    expect(answers.map(({ kind, code }): string => kind ?? code).toSorted()).toEqual(['KEY_DEAD', 'KEY_DEAD', 'SEEKER'])
    expect(await app.db.$count(accounts, eq(accounts.email, email))).toBe(1)
    expect((await app.db.select().from(seekers).where(eq(seekers.id, id)))[0]?.accountId).not.toBeNull()
    expect((await act.ask(email)).__typename).toBe('KeyRequest')
    expect(await newest(email)).toMatchObject({ template: 'accountExists', text: expect.not.stringContaining('認証キー: ') })
  })

  it('is not sent to an address that nobody registered, and the mail says what can be done', async () => {
    const email = someEmail()
    expect((await act.ask(email)).__typename).toBe('KeyRequest')
    expect(await newest(email)).toMatchObject({ template: 'notRegistered', text: expect.stringContaining('/open/registered') })
    expect((await act.setPassword(email, '22222222')).code).toBe('KEY_DEAD')
  })
})

describe('an address that waits', () => {
  it('cannot be one that signs in already, nor wait for two, however both counters hurry', async () => {
    const known = await makeSeeker(app, office)
    expect(problems(await act.registerSeeker({ myPageEmail: known.email }))).toEqual(['myPageEmail EMAIL_TAKEN'])
    const email = someEmail()
    await paper.register({ myPageEmail: email })
    expect(problems(await act.registerSeeker({ myPageEmail: email }))).toEqual(['myPageEmail EMAIL_AWAITED'])
    const raced = someEmail()
    const answers = await Promise.all([1, 2, 3, 4].map(() => act.registerSeeker({ myPageEmail: raced })))
    expect(answers.filter(({ __typename }) => __typename === 'Seeker')).toHaveLength(1)
    for (const answer of answers.filter(({ code }) => code)) expect(problems(answer)).toEqual(['myPageEmail EMAIL_AWAITED'])
  })

  it('that opened another My Page meanwhile gets no key, and its reader learns why', async () => {
    const email = someEmail()
    const { id } = await act.registerSeeker({ myPageEmail: email })
    const other = await makeSeeker(app, office)
    await app.db.update(accounts).set({ email }).where(eq(accounts.id, other.viewer.accountId))
    expect((await act.ask(email)).__typename).toBe('KeyRequest')
    expect((await newest(email)).template).toBe('registeredElsewhere')
    const right = someEmail()
    expect(await act.change(id, right)).toMatchObject({ __typename: 'AwaitedAccount', email: right, version: 2 })
    expect((await act.open(right)).seeker.id).toBe(id)
  })

  it('is mended by its own counter or a manager before it was opened: the key of the wrong one is dead, the right one opens', async () => {
    const [typo, right] = [someEmail(), someEmail()]
    const { id } = await act.registerSeeker({ myPageEmail: typo })
    await act.ask(typo)
    const stray = await mailedKey(app, typo)
    const before = await everything()
    expect(await act.change(id, right, { dryRun: true })).toEqual({
      __typename: 'Preview',
      changes: [{ field: 'myPageEmail', before: typo, after: right }],
    })
    expect(await everything()).toEqual(before)
    expect((await act.change(id, right, { version: 2 })).code).toBe('VERSION_CONFLICT')
    expect(problems(await act.change(id, 'right@mail'))).toEqual(['email NOT_AN_EMAIL'])
    expect(await act.change(id, right, { by: staff.manager, version: 1 })).toMatchObject({ email: right, version: 2 })
    expect((await act.setPassword(typo, stray)).code).toBe('KEY_DEAD')
    expect((await act.open(right)).seeker.id).toBe(id)
    expect(await act.change(id, someEmail())).toMatchObject({
      code: 'MY_PAGE_OPENED',
      message: expect.stringContaining('もう開かれています'),
    })
  })

  it('cannot become one that waits for somebody else or signs in already', async () => {
    const [mine, others] = [someEmail(), someEmail()]
    const { id } = await act.registerSeeker({ myPageEmail: mine })
    await act.registerSeeker({ myPageEmail: others })
    const known = await makeSeeker(app, office)
    expect(problems(await act.change(id, others))).toEqual(['email EMAIL_AWAITED'])
    expect(problems(await act.change(id, known.email))).toEqual(['email EMAIL_TAKEN'])
    expect((await awaitedOf(id)).email).toBe(mine)
  })

  it('is another counter’s to leave alone: refused, and the refusal is on record', async () => {
    const { id } = await paper.register({ myPageEmail: someEmail() })
    expect((await act.change(id, someEmail(), { by: staff.elsewhere })).code).toBe('NOT_IN_OFFICE')
    const refusals = await app.db.select().from(auditRecords).where(eq(auditRecords.object, id))
    expect(refusals.map(({ action }) => action)).toContain('refused')
    expect((await act.change(id, someEmail(), { by: staff.center })).code).toBe('NOT_FOUND')
    expect((await act.registerSeeker({}, { by: staff.center })).code).toBe('NOT_ALLOWED')
    const { id: without } = await act.registerSeeker()
    expect((await act.change(without, someEmail(), { by: staff.elsewhere })).code).toBe('NOT_IN_OFFICE')
    expect((await act.change(without, someEmail(), { by: staff.center })).code).toBe('NOT_FOUND')
    expect((await act.change(newId('skr'), someEmail())).code).toBe('NOT_FOUND')
    expect(await app.db.$count(awaitedAccounts, eq(awaitedAccounts.opens, without))).toBe(0)
  })

  it('may come later than the registration, for seekers and establishments without a My Page, and opens then', async () => {
    const [{ id: seeker }, { id: firm }] = [await act.registerSeeker(), await paper.register()]
    const emails = [someEmail(), someEmail()]
    const before = await everything()
    expect(await act.change(seeker, emails[0]!, { dryRun: true })).toEqual({
      __typename: 'Preview',
      changes: [{ field: 'myPageEmail', before: null, after: emails[0] }],
    })
    expect(await everything()).toEqual(before)
    expect(problems(await act.change(seeker, 'typo@mail'))).toEqual(['email NOT_AN_EMAIL'])
    expect(await act.change(seeker, emails[0]!)).toMatchObject({ __typename: 'AwaitedAccount', email: emails[0], openedAt: null })
    expect(await act.change(firm, emails[1]!, { by: staff.manager })).toMatchObject({ email: emails[1], version: 1 })
    expect((await awaitedOf(firm)).officeId).toBe(office.id)
    expect((await act.open(emails[0]!)).seeker.id).toBe(seeker)
    expect((await act.open(emails[1]!)).employer).toMatchObject({ id: firm, status: 'OPEN' })
    const opened = await makeSeeker(app, office)
    expect((await act.change(opened.seeker.id, someEmail())).code).toBe('MY_PAGE_OPENED')
    await app.db.update(seekers).set({ accountId: null, sheetId: null }).where(eq(seekers.id, opened.seeker.id))
    expect((await act.change(opened.seeker.id, someEmail())).code).toBe('NOT_FOUND')
  })

  it('is registered and read by staff alone', async () => {
    const { id } = await paper.register({ myPageEmail: someEmail() })
    const made = await makeSeeker(app, office)
    const outsiders: (Viewer | null)[] = [null, made.viewer, staff.auditor]
    for (const viewer of outsiders)
      for (const [text, variables] of [
        [REGISTER_SEEKER, { input: person(), key: 'x', dryRun: true }],
        [CHANGE_AWAITED, { input: { opens: id, email: 'a@mail.example' }, dryRun: true }],
      ] as const) {
        const { errors } = await app.as(viewer).ask(text, variables)
        expect(errors?.[0]?.extensions['code']).toMatch(/FORBIDDEN|UNAUTHENTICATED/u)
      }
    const email = someEmail()
    const seeker = await act.registerSeeker({ myPageEmail: email })
    const by = browser(app)
    await act.open(email, by)
    const ME = '{ viewer { seeker { id awaitedAccount { email } } } }'
    expect((await by.run(ME)).viewer.seeker).toEqual({ id: seeker.id, awaitedAccount: null })
    const NODE = 'query ($id: ID!) { node(id: $id) { ... on Employer { awaitedAccount { email } } } }'
    const read = async (viewer: ViewerOf<'staff'>) => (await app.as(viewer).run(NODE, { id })).node?.awaitedAccount?.email ?? null
    expect(await read(staff.counter)).toMatch(/@mail\.example$/u)
    expect([await read(staff.elsewhere), await read(staff.center)]).toEqual([null, null])
  })
})
