import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEmployer, makeOffice, makeRegistrant, makeSeeker, makeStaff } from '../../test/actors.ts'
import { testApp, type TestApp } from '../../test/app.ts'
import { mailsTo } from '../../test/browser.ts'
import type { ViewerOf } from '../graph/context.ts'
import { accounts } from '../modules/accounts/accounts.table.ts'
import type { OfficeRow } from '../modules/offices/offices.table.ts'
import { auditRecords } from '../platform/db/platform.table.ts'

const FIND = `query ($number: String!) { staffAccounts(number: $number, purpose: "本人が窓口に来た") { id email status name } }`
const act = (name: string) => `mutation ($input: AccountActInput!, $dryRun: Boolean!) { answer: ${name}(input: $input, dryRun: $dryRun) {
  __typename ... on StaffAccount { status } ... on Preview { changes { field before after } } ... on Refusal { code problems { path code } } } }`
const RESCUE = `mutation ($input: RescueAccountInput!) { answer: rescueAccount(input: $input) {
  __typename ... on StaffAccount { email } ... on Refusal { code problems { path code } } } }`

let app: TestApp
let office: OfficeRow
let clerk: ViewerOf<'staff'>
let stranger: ViewerOf<'staff'>
let ofCenter: ViewerOf<'staff'>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  office = await makeOffice(app)
  clerk = await makeStaff(app, office)
  stranger = await makeStaff(app, await makeOffice(app, { code: '27010' }))
  ofCenter = await makeStaff(app, await makeOffice(app, { code: '13900', kind: 'CENTER' }))
})
afterAll(() => app.close())

const run = async (staff: ViewerOf<'staff'>, name: string, accountId: string, { purpose = '運転免許証で確かめた', dryRun = false } = {}) =>
  (await app.as(staff).run(act(name), { input: { accountId, purpose }, dryRun })).answer
const rescue = async (staff: ViewerOf<'staff'>, accountId: string, newEmail: string | null, purpose = '運転免許証で確かめた') =>
  (await app.as(staff).run(RESCUE, { input: { accountId, purpose, newEmail } })).answer
const accountOf = async (id: string) =>
  (
    await app.db
      .select()
      .from(accounts)
      .where(eq(accounts.id, id as `acc_${string}`))
  )[0]!

it('finds who signs in: a seeker at any public office, members at the competent one, nobody for a center; the look is recorded', async () => {
  const seeker = await makeSeeker(app, office)
  const firm = await makeEmployer(app, office)
  const find = async (staff: ViewerOf<'staff'>, number: string | null) => (await app.as(staff).run(FIND, { number })).staffAccounts
  for (const staff of [clerk, stranger])
    expect(await find(staff, seeker.seeker.seekerNumber)).toMatchObject([{ email: seeker.email, status: 'OPEN', name: seeker.sheet.name }])
  expect(await find(clerk, firm.employer.employerNumber)).toMatchObject([{ email: firm.ownerEmail }])
  expect(await find(stranger, firm.employer.employerNumber)).toEqual([])
  expect(await find(ofCenter, seeker.seeker.seekerNumber)).toEqual([])
  const looks = await app.db.select().from(auditRecords).where(eq(auditRecords.person, seeker.viewer.accountId))
  expect(looks.map(({ action, purpose }) => [action, purpose])).toContainEqual(['staffAccounts', '本人が窓口に来た'])
})

it('finds a registrant for the own center, and a colleague for managers of the same kind of office', async () => {
  const find = async (staff: ViewerOf<'staff'>, number: string) => (await app.as(staff).run(FIND, { number })).staffAccounts
  const center = await makeOffice(app, { code: '13901', kind: 'CENTER' })
  const host = await makeStaff(app, center)
  const { email: rightEmail } = await accountOf((await makeSeeker(app, office)).viewer.accountId)
  const guest = await makeRegistrant(app, center, host)
  expect(await find(host, guest.entryNumber)).toMatchObject([{ id: guest.accountId, name: guest.name }])
  for (const staff of [clerk, ofCenter]) expect(await find(staff, guest.entryNumber)).toEqual([])
  const { email } = await accountOf(clerk.accountId)
  const manager = await makeStaff(app, await makeOffice(app, { code: '27011' }), 'MANAGER')
  const centerManager = await makeStaff(app, center, 'MANAGER')
  expect(await find(manager, email.toUpperCase())).toMatchObject([{ id: clerk.accountId }])
  expect(await find(manager, rightEmail)).toEqual([])
  for (const staff of [clerk, stranger, centerManager]) expect(await find(staff, email)).toEqual([])
  expect((await rescue(centerManager, clerk.accountId, null)).code).toBe('NOT_FOUND')
  expect((await rescue(centerManager, host.accountId, null)).__typename).toBe('StaffAccount')
})

it('suspends and resumes, after a trial that changes nothing, only whom this office serves', async () => {
  const { owner } = await makeEmployer(app, office)
  expect(await run(clerk, 'suspendAccount', owner.accountId, { dryRun: true })).toMatchObject({
    __typename: 'Preview',
    changes: [{ field: 'accountStatus', before: 'OPEN', after: 'SUSPENDED' }],
  })
  for (const staff of [stranger, ofCenter]) expect((await run(staff, 'suspendAccount', owner.accountId)).code).toBe('NOT_FOUND')
  expect((await accountOf(owner.accountId)).status).toBe('OPEN')
  expect(await run(clerk, 'suspendAccount', owner.accountId)).toMatchObject({ status: 'SUSPENDED' })
  expect((await run(clerk, 'suspendAccount', owner.accountId)).code).toBe('ALREADY_DECIDED')
  expect((await run(stranger, 'suspendAccount', owner.accountId)).code).toBe('NOT_FOUND')
  expect(await run(clerk, 'resumeAccount', owner.accountId)).toMatchObject({ status: 'OPEN' })
})

it('lets somebody in again under another address: the old one is told, and no old password fits', async () => {
  const { viewer, email } = await makeSeeker(app, office)
  const before = await accountOf(viewer.accountId)
  expect(await rescue(stranger, viewer.accountId, 'Neu-Adresse@Mail.example')).toMatchObject({ email: 'neu-adresse@mail.example' })
  const after = await accountOf(viewer.accountId)
  expect(after.email).toBe('neu-adresse@mail.example')
  expect(after.passwordHash).not.toBe(before.passwordHash)
  expect((await mailsTo(app, email)).at(-1)?.template).toBe('emailChanged')
  expect((await mailsTo(app, 'neu-adresse@mail.example')).at(-1)?.template).toBe('rescued')
  const other = await makeSeeker(app, office)
  expect((await rescue(clerk, other.viewer.accountId, 'neu-adresse@mail.example')).code).toBe('EMAIL_TAKEN')
  expect((await rescue(ofCenter, other.viewer.accountId, null)).code).toBe('NOT_FOUND')
})

it('a colleague is served by managers, nobody by oneself', async () => {
  const manager = await makeStaff(app, office, 'MANAGER')
  expect((await rescue(clerk, manager.accountId, null)).code).toBe('NOT_FOUND')
  expect((await rescue(manager, manager.accountId, null)).code).toBe('NOT_FOUND')
  expect((await rescue(manager, clerk.accountId, null)).__typename).toBe('StaffAccount')
})

it.each([
  ['', 'REQUIRED'],
  [' ', 'REQUIRED'],
  ['\u0000', 'FORBIDDEN_CHARACTER'],
  ['あ'.repeat(301), 'TOO_LONG'],
])('the purpose %j is a problem at its field', async (purpose, code) => {
  const { viewer } = await makeSeeker(app, office)
  expect((await rescue(clerk, viewer.accountId, null, purpose)).problems).toEqual([{ path: 'purpose', code }])
})
