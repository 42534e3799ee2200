import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEmployer, type MadeEmployer, makeMember, makeOffice } from '../../test/actors.ts'
import { testApp, type TestApp } from '../../test/app.ts'
import { browser, mailedKey, mailsTo, rememberAccount } from '../../test/browser.ts'
import type { OfficeRow } from '../modules/offices/offices.table.ts'
import { TERMS_VERSION } from '../i18n/terms.ja.ts'
import { hashPassword } from '../modules/accounts/passwords.ts'
import { accounts } from '../modules/accounts/accounts.table.ts'
import { eq } from 'drizzle-orm'

const PASSWORD = 'Tsukuba7#gawa'
const ADD = `mutation ($input: AddMemberInput!) { addMember(input: $input) { __typename ... on EmployerMember { id status role email } ... on Refusal { code } } }`
const REMOVE = `mutation ($id: ID!) { removeMember(memberId: $id) { __typename ... on EmployerMember { status } ... on Refusal { code } } }`
const HAND_OVER = `mutation ($id: ID!) { handOverOwnership(memberId: $id, currentPassword: "${PASSWORD}") { __typename ... on EmployerMember { role } ... on Refusal { code } } }`
const LIST = '{ employerMembers { seatsLeft viewerCanAdd nodes { id name role status email viewerCanRemove } } }'
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename ... on Viewer { kind employer { id } member { id role } } ... on Refusal { code } } }`
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename ... on Viewer { employer { id } employers { id } } ... on Refusal { code } } }`
const CHOOSE = `mutation ($id: ID!) { chooseEmployer(employerId: $id) { __typename ... on Viewer { employer { id } } ... on Refusal { code } } }`

let app: TestApp
let office: OfficeRow
let firm: MadeEmployer
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  office = await makeOffice(app)
  firm = await makeEmployer(app, office)
})
afterAll(() => app.close())

let count = 0
const someEmail = () => `invited${++count}@mail.example`
const add = async (of: MadeEmployer, email = someEmail()) =>
  (await app.as(of.owner).run(ADD, { input: { email, name: '海野 しおり', role: 'RECRUITER', key: `key ${++count}` } })).addMember
const join = async (email: string, by = browser(app)) => {
  const input = { email, purpose: 'MEMBER', authenticationKey: await mailedKey(app, email), password: PASSWORD, confirmation: PASSWORD }
  return (await by.run(REGISTER, { input: { ...input, termsVersion: TERMS_VERSION } })).registerPassword
}

it('of twenty adds at the same time ten find a seat, and the list says that none is left', async () => {
  const full = await makeEmployer(app, office)
  const answers = await Promise.all(Array.from({ length: 20 }, () => add(full)))
  expect(answers.filter(({ code }) => code === 'MEMBERS_FULL')).toHaveLength(10)
  const { employerMembers } = await app.as(full.owner).run(LIST)
  expect(employerMembers).toMatchObject({ seatsLeft: 0, viewerCanAdd: false })
  expect(employerMembers.nodes).toHaveLength(11)
})

it('an invited person joins with the mailed key; removed, the cookie is a visitor’s and the sign-in says why', async () => {
  const email = someEmail()
  const { id } = await add(firm, email)
  expect((await mailsTo(app, email))[0]!.subject).not.toContain(firm.sheet.name)
  const guest = browser(app)
  expect(await join(email, guest)).toMatchObject({
    kind: 'EMPLOYER',
    employer: { id: firm.employer.id },
    member: { id, role: 'RECRUITER' },
  })
  expect((await app.as(firm.owner).run(REMOVE, { id })).removeMember).toEqual({ __typename: 'EmployerMember', status: 'REMOVED' })
  expect(await guest.session()).toBeNull()
  const [account] = await app.db.select().from(accounts).where(eq(accounts.email, email))
  await rememberAccount(app, account!.id)
  const SIGN_IN = `mutation { signIn(email: "${email}", password: "${PASSWORD}") { ... on Refusal { code } } }`
  expect((await browser(app).run(SIGN_IN)).signIn.code).toBe('MEMBER_REMOVED')
})

it('a member of two establishments joins the second with key and password, and chooses between both in a new session', async () => {
  const second = await makeEmployer(app, office)
  const email = someEmail()
  await add(firm, email)
  await join(email)
  await add(second, email)
  const one = browser(app)
  const accept = async (password: string) =>
    (await one.run(ACCEPT, { input: { email, authenticationKey: await mailedKey(app, email), password } })).acceptInvitation
  expect((await accept('Wrong#pass1')).code).toBe('PROBLEMS')
  const entered = await accept(PASSWORD)
  expect(entered.employer.id).toBe(second.employer.id)
  expect(entered.employers).toHaveLength(2)
  const before = one.token()
  expect((await one.run(CHOOSE, { id: firm.employer.id })).chooseEmployer.employer.id).toBe(firm.employer.id)
  expect(one.token()).not.toBe(before)
  const stranger = await makeEmployer(app, office)
  expect((await one.run(CHOOSE, { id: stranger.employer.id })).chooseEmployer.code).toBe('NOT_FOUND')
})

it('only the owner changes members, another owner finds nobody, and the last owner stays', async () => {
  const { viewer: recruiter } = await makeMember(app, firm.employer.id)
  const { viewer: reader } = await makeMember(app, firm.employer.id, 'VIEWER')
  const stranger = await makeEmployer(app, office)
  for (const by of [recruiter, reader]) {
    expect((await app.as(by).ask(REMOVE, { id: recruiter.memberId })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await app.as(by).run(LIST)).employerMembers.nodes.every(({ email }: { email: null }) => email === null)).toBe(true)
  }
  expect((await app.as(stranger.owner).run(REMOVE, { id: recruiter.memberId })).removeMember.code).toBe('NOT_FOUND')
  expect((await app.as(firm.owner).run(REMOVE, { id: firm.owner.memberId })).removeMember.code).toBe('OWNER_STAYS')
  await app.db
    .update(accounts)
    .set({ passwordHash: await hashPassword(PASSWORD) })
    .where(eq(accounts.id, firm.owner.accountId))
  const wrong = HAND_OVER.replace(PASSWORD, 'Wrong#pass1')
  expect((await app.as(firm.owner).run(wrong, { id: recruiter.memberId })).handOverOwnership.code).toBe('PROBLEMS')
  expect((await app.as(firm.owner).run(HAND_OVER, { id: recruiter.memberId })).handOverOwnership.role).toBe('OWNER')
  const { nodes } = (await app.as({ ...recruiter, role: 'OWNER' }).run(LIST)).employerMembers
  expect(nodes.filter(({ role }: { role: string }) => role === 'OWNER').map(({ id }: { id: string }) => id)).toEqual([recruiter.memberId])
})
