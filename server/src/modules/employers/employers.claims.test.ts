import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeEmployer, makeMember, makeOffice, makeStaff } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { type Browser, browser, mailedKey, mailsTo, rememberAccount } from '../../../test/browser.ts'
import { codeActs, someAddress, someEmail } from '../../../test/code-acts.ts'
import { systemContext } from '../../app/jobs.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { auditRecords } from '../../platform/db/platform.table.ts'
import { accounts } from '../accounts/accounts.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { employerClaims } from './employers.claims.table.ts'
import { sweepProvisionalEmployers, sweepProvisionalReminders } from './employers.provisional.jobs.ts'
import { employerMembers, employers } from './employers.table.ts'

let app: TestApp
let office: OfficeRow
let clerk: ViewerOf<'staff'>
let manager: ViewerOf<'staff'>
let stranger: ViewerOf<'staff'>

beforeAll(async () => {
  app = await testApp({ now: '2026-03-17T10:00:00+09:00' })
  office = await makeOffice(app)
  const other = await makeOffice(app, { code: '27010', name: '浪早公共職業安定所', prefectureCode: '27', postalPrefixes: ['530'] })
  clerk = await makeStaff(app, office)
  manager = await makeStaff(app, other, 'MANAGER')
  stranger = await makeStaff(app, other)
})
afterAll(() => app.close())
beforeEach(() => app.setNow('2026-03-17T10:00:00+09:00'))

const acts = codeActs(
  () => app,
  () => clerk,
)
const PASSWORD = 'Tsukuba7#gawa'
const NOBODY = '1301-990099-9'
const REFUSAL = '... on Refusal { code problems { path code } }'
const KEY = `mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename ${REFUSAL} } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename ${REFUSAL} } }`
const CLAIMED = 'id state employerNumber name phone words reason version viewerCanWithdraw'
const ME = `{ viewer { kind member { role name } employer { id version name status erasedOn waitingSince employerNumber office { name }
  viewerCanSubmitEstablishment viewerCanRecallEstablishment draft { version } claim { ${CLAIMED} } } } }`
const CLAIM = `mutation ($input: ClaimEmployerInput!) { claimEmployer(input: $input) { __typename ... on EmployerClaim { ${CLAIMED} } ${REFUSAL} } }`
const WITHDRAW = `mutation ($version: Int!) { withdrawEmployerClaim(version: $version) { __typename ... on EmployerClaim { state } ${REFUSAL} } }`
const ACCEPT = `mutation ($id: ID!, $dryRun: Boolean! = false, $asOwner: Boolean! = false, $version: Int) {
  acceptEmployerClaim(claimId: $id, dryRun: $dryRun, asOwner: $asOwner, version: $version) {
  __typename ... on EmployerClaim { state name } ... on Preview { changes { field after } } ${REFUSAL} } }`
const REJECT = `mutation ($id: ID!, $reason: String!, $dryRun: Boolean! = false, $version: Int) {
  rejectEmployerClaim(claimId: $id, reason: $reason, dryRun: $dryRun, version: $version) { __typename ... on EmployerClaim { state } ${REFUSAL} } }`
const OF_STAFF = `query ($id: ID!) { employerClaim(id: $id) { ${CLAIMED} email office { name } members { role name } registered { name corporateNumber phone employerNumber } } }`
const WAITS = '{ waiting { claims { total oldest { id } } employers { total oldest { id } } } }'

interface Claimant {
  by: Browser
  email: string
  me: () => Promise<Answer>
  claim: (employerNumber: string, more?: Record<string, string>) => Promise<Answer>
}
let keys = 0
async function opened(email = someEmail(), address = someAddress()): Promise<Claimant> {
  const by = browser(app, address)
  await by.run(KEY, { input: { email, purpose: 'OPEN_EMPLOYER', termsVersion: TERMS_VERSION } })
  const authenticationKey = await mailedKey(app, email)
  await by.run(REGISTER, { input: { email, purpose: 'OPEN_EMPLOYER', authenticationKey, password: PASSWORD, confirmation: PASSWORD } })
  return {
    by,
    email,
    me: async () => (await by.run(ME)).viewer,
    claim: async (employerNumber, more = {}) =>
      (await by.run(CLAIM, { input: { employerNumber, name: '浜 さちこ', key: `claim ${(keys += 1)}`, ...more } })).claimEmployer,
  }
}
async function claiming(employerNumber: string): Promise<Claimant & { id: string }> {
  const claimant = await opened()
  const { id } = await claimant.claim(employerNumber, { phone: '03-0000-7777', words: '前に求人を出しました。' })
  return { ...claimant, id }
}
/** After days without a word, and after sessions that ended: signs in anew. */
async function signInAgain({ by, email }: Claimant): Promise<void> {
  const [account] = await app.db.select().from(accounts).where(eq(accounts.email, email))
  await rememberAccount(app, account!.id)
  await by.run('mutation { signOut { __typename } }')
  await by.run(`mutation { signIn(email: "${email}", password: "${PASSWORD}") { __typename } }`)
}
const sweep = () => sweepProvisionalEmployers(systemContext(app.services))
const accept = async (id: string, more: object = {}, by = clerk) => (await app.as(by).run(ACCEPT, { id, ...more })).acceptEmployerClaim
const reject = async (id: string, reason = '代表者の方に確かめられませんでした。', by = clerk) =>
  (await app.as(by).run(REJECT, { id, reason })).rejectEmployerClaim
const statusOf = async (id: string) =>
  (
    await app.db
      .select()
      .from(employers)
      .where(eq(employers.id, id as never))
  )[0]!.status
const numberOf = async (id: string): Promise<string> =>
  (
    await app.db
      .select()
      .from(employers)
      .where(eq(employers.id, id as never))
  )[0]!.employerNumber!

describe('who has an employer number', () => {
  it('claims it in any width, is read no problem away from its field, and waits', async () => {
    const { employer } = await makeEmployer(app, office)
    const claimant = await opened()
    for (const [employerNumber, code] of [
      ['', 'REQUIRED'],
      ['1301-12', 'NOT_AN_EMPLOYER_NUMBER'],
      ['9999-123456-7', 'EMPLOYER_NUMBER_OF_NOWHERE'],
    ] as const)
      expect(await claimant.claim(employerNumber)).toEqual({
        __typename: 'Refusal',
        code: 'PROBLEMS',
        problems: [{ path: 'employerNumber', code }],
      })
    expect(await claimant.claim(NOBODY, { name: ' ', words: 'あ'.repeat(301), phone: '12' })).toMatchObject({
      problems: [{ path: 'name' }, { path: 'phone' }, { path: 'words' }],
    })
    const wide = employer.employerNumber!.replaceAll('-', '').replaceAll(/\d/gu, (d) => String.fromCodePoint(d.codePointAt(0)! + 0xfee0))
    expect(await claimant.claim(wide, { phone: '03-0000-7777' })).toMatchObject({
      state: 'PENDING',
      employerNumber: employer.employerNumber,
      viewerCanWithdraw: true,
    })
    expect((await claimant.me()).employer).toMatchObject({
      status: 'PROVISIONAL',
      waitingSince: expect.any(String),
      viewerCanSubmitEstablishment: false,
      viewerCanRecallEstablishment: false,
      claim: { state: 'PENDING' },
    })
    expect((await claimant.claim(NOBODY)).code).toBe('ESTABLISHMENT_WAITING')
  })

  it('gets the same answer for a number that nobody has, and sees nothing of the establishment anywhere before staff decide', async () => {
    const made = await makeEmployer(app, office, { name: '株式会社みえないはず', phone: '03-0000-4321', representativeName: '隠岐 しのぶ' })
    const [real, none] = [await claiming(made.employer.employerNumber!), await claiming(NOBODY)]
    const shapeOf = async ({ me }: Claimant) => {
      const { employer } = await me()
      return JSON.stringify({ ...employer, id: '', waitingSince: '', claim: { ...employer.claim, id: '', employerNumber: '' } })
    }
    expect(await shapeOf(real)).toBe(await shapeOf(none))
    const everything = `{ viewer { employers { id name employerNumber } employer { id name employerNumber addressLine phone representativeName corporateNumber
      office { name } claim { ${CLAIMED} email office { name } members { name } registered { name } } } } employerMembers { nodes { name } }
      claimed: node(id: "${made.employer.id}") { id } employerPostings(first: 5) { nodes { id } } }`
    const told = await real.by.run(everything)
    expect(told.claimed).toBeNull()
    expect(told.viewer.employer.claim).toMatchObject({ email: null, office: null, members: [], registered: null })
    for (const secret of ['みえないはず', '4321', '隠岐', office.name, made.employer.id]) expect(JSON.stringify(told)).not.toContain(secret)
    for (const source of [
      `query { employerClaim(id: "${real.id}") { id } }`,
      `mutation { acceptEmployerClaim(claimId: "${real.id}") { __typename } }`,
    ])
      await expect(real.by.run(source)).rejects.toThrow()
    const other = await opened()
    expect((await other.by.run(`{ node(id: "${real.id}") { id } }`)).node).toBeNull()
  })

  it('claims five an hour, and twenty from one address, whoever has them', async () => {
    const claimant = await opened()
    const again = async () => {
      const claim = await claimant.claim(NOBODY)
      if (claim.version) await claimant.by.run(WITHDRAW, { version: claim.version })
      return claim.code ?? claim.state
    }
    for (let n = 0; n < 5; n++) expect(await again()).toBe('PENDING')
    expect(await again()).toBe('TOO_MANY_TRIES')
    app.setNow('2026-03-17T10:59:59+09:00')
    await signInAgain(claimant)
    expect(await again()).toBe('TOO_MANY_TRIES')
    app.setNow('2026-03-17T11:00:01+09:00')
    expect(await again()).toBe('PENDING')
    const address = someAddress()
    for (let n = 0; n < 20; n++) expect((await (await opened(someEmail(), address)).claim(NOBODY)).state).toBe('PENDING')
    expect((await (await opened(someEmail(), address)).claim(NOBODY)).code).toBe('TOO_MANY_TRIES')
  })

  it('is answered with the first claim when the press came twice, and two at once are one', async () => {
    const claimant = await opened()
    const once = await claimant.claim(NOBODY, { key: 'twice' })
    expect((await claimant.claim(NOBODY, { key: 'twice' })).id).toBe(once.id)
    const racing = await opened()
    const answers = await Promise.all(Array.from({ length: 10 }, () => racing.claim(NOBODY)))
    expect(answers.filter(({ state }) => state === 'PENDING')).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'ESTABLISHMENT_WAITING')).toHaveLength(9)
  })

  it('takes it back and writes the establishment instead; what waits as a claim is not recalled as a text', async () => {
    const claimant = await claiming(NOBODY)
    const { version } = (await claimant.me()).employer
    const RECALL = `mutation { recallEstablishment(version: ${version}) { ${REFUSAL} } }`
    expect((await claimant.by.run(RECALL)).recallEstablishment.code).toBe('CLAIM_WAITING')
    expect((await claimant.by.run(WITHDRAW, { version: 9 })).withdrawEmployerClaim.code).toBe('VERSION_CONFLICT')
    expect((await claimant.by.run(WITHDRAW, { version: 1 })).withdrawEmployerClaim).toMatchObject({ state: 'WITHDRAWN' })
    expect((await claimant.me()).employer).toMatchObject({ waitingSince: null, viewerCanSubmitEstablishment: true })
    expect((await claimant.by.run(WITHDRAW, { version: 2 })).withdrawEmployerClaim.code).toBe('ALREADY_DECIDED')
    expect((await accept(claimant.id)).code).toBe('ALREADY_DECIDED')
  })
})

describe('staff', () => {
  it('see what waits for their office, with what is registered beside what the person wrote', async () => {
    const { employer, sheet } = await makeEmployer(app, office)
    const { id, email } = await claiming(employer.employerNumber!)
    expect((await app.as(clerk).run(OF_STAFF, { id })).employerClaim).toMatchObject({
      name: '浜 さちこ',
      phone: '03-0000-7777',
      words: '前に求人を出しました。',
      email,
      office: { name: office.name },
      registered: { name: sheet.name, corporateNumber: sheet.corporateNumber, phone: sheet.phone, employerNumber: employer.employerNumber },
      members: [{ role: 'OWNER' }],
    })
    const mine = (await app.as(clerk).run(WAITS)).waiting
    expect(mine.claims.total).toBeGreaterThan(0)
    expect((await app.as(manager).run(WAITS)).waiting.claims.total).toBe(mine.claims.total)
    expect((await app.as(stranger).run(WAITS)).waiting.claims.total).toBe(0)
    expect((await app.as(stranger).run(OF_STAFF, { id })).employerClaim).toBeNull()
    const [claim] = await app.db
      .select()
      .from(employerClaims)
      .where(eq(employerClaims.id, id as never))
    expect(mine.employers.oldest.map((one: { id: string }) => one.id)).not.toContain(claim!.employerId)
  })

  it('accept: with an owner there the claimant is a recruiter, the owner is told, and what was provisional is gone', async () => {
    const { employer, ownerEmail, owner } = await makeEmployer(app, office)
    const claimant = await claiming(employer.employerNumber!)
    const provisional = (await claimant.me()).employer.id
    const atHome = await app.as(owner).listen('subscription { inbox { kind } }')
    expect((await accept(claimant.id, { dryRun: true })).__typename).toBe('Preview')
    expect(await statusOf(provisional)).toBe('PROVISIONAL')
    expect(await accept(claimant.id)).toEqual({ __typename: 'EmployerClaim', state: 'ACCEPTED', name: null })
    expect((await atHome.next()).inbox.kind).toBe('MEMBER')
    expect(await statusOf(provisional)).toBe('ERASED')
    expect((await claimant.me()).kind).toBe('VISITOR')
    await signInAgain(claimant)
    expect(await claimant.me()).toMatchObject({
      member: { role: 'RECRUITER', name: '浜 さちこ' },
      employer: { id: employer.id, employerNumber: employer.employerNumber, claim: null },
    })
    const [mail] = await mailsTo(app, ownerEmail)
    expect([mail?.template, mail?.text]).toEqual(['claimantJoined', expect.stringContaining(claimant.email)])
    expect((await mailsTo(app, claimant.email)).at(-1)?.template).toBe('claimAccepted')
    const records = await app.db.select().from(auditRecords).where(eq(auditRecords.object, claimant.id))
    expect(records.map(({ action }) => action)).toEqual(['claimEmployer', 'acceptEmployerClaim'])
  })

  it('say owner: then the claimant is, and whoever was it goes on as a recruiter', async () => {
    const { employer, owner, ownerEmail } = await makeEmployer(app, office)
    const claimant = await claiming(employer.employerNumber!)
    await accept(claimant.id, { asOwner: true })
    await signInAgain(claimant)
    expect((await claimant.me()).member.role).toBe('OWNER')
    const [former] = await app.db.select().from(employerMembers).where(eq(employerMembers.id, owner.memberId))
    expect(former?.role).toBe('RECRUITER')
    expect((await mailsTo(app, ownerEmail)).at(-1)?.text).toContain('あなたは採用の担当者になりました')
  })

  it('accept where nobody is in: never opened, with a paper that is dead then, or closed by its last owner; the claimant is the owner', async () => {
    const paper = await acts.paper()
    const { employer: closed, owner } = await makeEmployer(app, office)
    await app.db.update(employers).set({ status: 'CLOSED' }).where(eq(employers.id, closed.id))
    await app.db.update(employerMembers).set({ status: 'REMOVED' }).where(eq(employerMembers.id, owner.memberId))
    for (const employerNumber of [paper.employerNumber, closed.employerNumber!]) {
      const claimant = await claiming(employerNumber)
      expect((await accept(claimant.id)).state).toBe('ACCEPTED')
      await signInAgain(claimant)
      expect(await claimant.me()).toMatchObject({ member: { role: 'OWNER' }, employer: { status: 'OPEN', employerNumber } })
    }
    expect((await acts.kept(paper)).state).toBe('REVOKED')
  })

  it('cannot accept a number that nobody has, a suspended establishment, an eleventh member, or whoever is in already', async () => {
    expect((await accept((await claiming(NOBODY)).id)).code).toBe('CLAIM_NUMBER_UNKNOWN')
    const { employer: suspended } = await makeEmployer(app, office, { status: 'SUSPENDED' })
    expect((await accept((await claiming(suspended.employerNumber!)).id)).code).toBe('ACCOUNT_SUSPENDED')
    const { employer: full } = await makeEmployer(app, office)
    for (let n = 0; n < 9; n++) await makeMember(app, full.id)
    expect((await accept((await claiming(full.employerNumber!)).id)).state).toBe('ACCEPTED')
    const late = await claiming(full.employerNumber!)
    expect((await accept(late.id)).code).toBe('MEMBERS_FULL')
    expect((await late.me()).employer.claim.state).toBe('PENDING')
    const { employer } = await makeEmployer(app, office)
    const twice = await claiming(employer.employerNumber!)
    const [account] = await app.db.select().from(accounts).where(eq(accounts.email, twice.email))
    const { viewer } = await makeMember(app, employer.id)
    await app.db.update(employerMembers).set({ accountId: account!.id }).where(eq(employerMembers.id, viewer.memberId))
    expect((await accept(twice.id)).code).toBe('MEMBER_EXISTS')
  })

  it('answer an invitation to the same address with the acceptance: one seat, not two', async () => {
    const { employer, owner } = await makeEmployer(app, office)
    const claimant = await claiming(employer.employerNumber!)
    const INVITE = `mutation ($input: AddMemberInput!) { addMember(input: $input) { __typename ${REFUSAL} } }`
    await app.as(owner).run(INVITE, { input: { email: claimant.email, name: '浜 さちこ', role: 'VIEWER', key: 'invited' } })
    expect((await accept(claimant.id)).state).toBe('ACCEPTED')
    const seats = await app.db.$count(
      employerMembers,
      and(eq(employerMembers.employerId, employer.id), eq(employerMembers.status, 'ACTIVE')),
    )
    const invited = await app.db.$count(
      employerMembers,
      and(eq(employerMembers.employerId, employer.id), eq(employerMembers.status, 'INVITED')),
    )
    expect([seats, invited]).toEqual([2, 0])
  })

  it('of another office may not, a manager may, and nobody decides twice or what was changed', async () => {
    const { employer } = await makeEmployer(app, office)
    const { id } = await claiming(employer.employerNumber!)
    expect((await accept(id, {}, stranger)).code).toBe('NOT_IN_OFFICE')
    expect((await reject(id, 'いいえ', stranger)).code).toBe('NOT_IN_OFFICE')
    expect((await accept(id, { version: 2 })).code).toBe('VERSION_CONFLICT')
    expect((await accept(id, { version: 1 }, manager)).state).toBe('ACCEPTED')
    expect((await accept(id, {}, manager)).code).toBe('ALREADY_DECIDED')
    expect((await reject(id)).code).toBe('ALREADY_DECIDED')
    expect((await accept('clm_00000000000000000000000000000001')).code).toBe('NOT_FOUND')
  })

  it('twenty at once: one decides, the others learn that it is decided', async () => {
    const { employer } = await makeEmployer(app, office)
    const { id } = await claiming(employer.employerNumber!)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? accept(id) : reject(id))))
    expect(answers.filter(({ __typename }) => __typename === 'EmployerClaim')).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'ALREADY_DECIDED')).toHaveLength(19)
  })

  it('two claimants of one number at once are both let in, and there is one owner', async () => {
    const { employerNumber } = await acts.register()
    const both = [await claiming(employerNumber), await claiming(employerNumber)]
    await Promise.all(both.map(({ id }) => accept(id)))
    const roles: string[] = []
    for (const one of both) {
      await signInAgain(one)
      roles.push((await one.me()).member.role)
    }
    expect(roles.toSorted()).toEqual(['OWNER', 'RECRUITER'])
  })

  it('reject with a reason, never without one; the person reads it and claims another number', async () => {
    const claimant = await claiming(NOBODY)
    expect(await reject(claimant.id, ' ')).toMatchObject({ code: 'PROBLEMS', problems: [{ path: 'reason', code: 'REQUIRED' }] })
    expect((await reject(claimant.id, 'あ'.repeat(301))).problems).toEqual([{ path: 'reason', code: 'TOO_LONG' }])
    const desk = await app.as(clerk).listen('subscription { inbox { kind } }')
    expect((await reject(claimant.id)).state).toBe('REJECTED')
    expect((await desk.next()).inbox.kind).toBe('EMPLOYER')
    expect((await claimant.me()).employer).toMatchObject({
      waitingSince: null,
      viewerCanSubmitEstablishment: true,
      claim: { state: 'REJECTED', reason: '代表者の方に確かめられませんでした。' },
    })
    expect((await mailsTo(app, claimant.email)).at(-1)?.template).toBe('claimRejected')
    const { employer } = await makeEmployer(app, office)
    expect((await claimant.claim(await numberOf(employer.id))).state).toBe('PENDING')
  })
})

describe('the end of a provisional account (R7)', () => {
  it('waits while a claim made in time lies undecided, also without a reminder; a rejection then leaves three open days', async () => {
    const claimant = await claiming(NOBODY)
    const { id } = (await claimant.me()).employer
    app.setNow('2026-03-31T23:59:59+09:00')
    await sweepProvisionalReminders(systemContext(app.services))
    expect((await mailsTo(app, claimant.email)).map(({ template }) => template)).not.toContain('provisionalEnds')
    app.setNow('2026-04-10T09:00:00+09:00')
    await sweep()
    await signInAgain(claimant)
    expect((await claimant.me()).employer).toMatchObject({ status: 'PROVISIONAL', claim: { viewerCanWithdraw: false } })
    expect((await claimant.by.run(WITHDRAW, { version: 1 })).withdrawEmployerClaim.code).toBe('ESTABLISHMENT_RECALL_TOO_LATE')
    await reject(claimant.id)
    expect((await claimant.me()).employer.erasedOn).toBe('2026-04-15')
    app.setNow('2026-04-15T23:59:59+09:00')
    await sweep()
    expect(await statusOf(id)).toBe('PROVISIONAL')
    app.setNow('2026-04-16T00:00:00+09:00')
    await sweep()
    expect(await statusOf(id)).toBe('ERASED')
    expect(await app.db.select().from(employerClaims).where(eq(employerClaims.employerId, id))).toEqual([])
  })

  it('comes at 24:00 of its last day after a claim that was taken back', async () => {
    const claimant = await claiming(NOBODY)
    const { id } = (await claimant.me()).employer
    await claimant.by.run(WITHDRAW, { version: 1 })
    app.setNow('2026-03-31T23:59:59+09:00')
    await sweep()
    expect(await statusOf(id)).toBe('PROVISIONAL')
    app.setNow('2026-04-01T00:00:00+09:00')
    await sweep()
    expect(await statusOf(id)).toBe('ERASED')
  })

  it('erases the claim of somebody who withdraws, and an accepted one keeps no word of the person', async () => {
    const { employer } = await makeEmployer(app, office)
    const claimant = await claiming(employer.employerNumber!)
    await accept(claimant.id)
    const [kept] = await app.db
      .select()
      .from(employerClaims)
      .where(eq(employerClaims.id, claimant.id as never))
    expect(kept).toMatchObject({ state: 'ACCEPTED', name: null, phone: null, words: null, decidedBy: clerk.staffId })
  })
})
