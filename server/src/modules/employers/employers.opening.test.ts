import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, makeStaff } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { type Browser, browser, mailedKey, mailsTo, rememberAccount } from '../../../test/browser.ts'
import { establishment, someEmail } from '../../../test/code-acts.ts'
import { systemContext } from '../../app/jobs.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { mails } from '../../platform/db/platform.table.ts'
import { drafts } from '../../platform/drafts/drafts.table.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { sweepProvisionalReminders, sweepProvisionalEmployers } from './employers.provisional.jobs.ts'
import { employerMembers, employers, employerSheets } from './employers.table.ts'

let app: TestApp
let clerk: ViewerOf<'staff'>
let manager: ViewerOf<'staff'>
let stranger: ViewerOf<'staff'>

beforeAll(async () => {
  app = await testApp({ now: '2026-03-17T10:00:00+09:00' })
  const office = await makeOffice(app)
  const other = await makeOffice(app, { code: '27010', name: '浪早公共職業安定所', prefectureCode: '27', postalPrefixes: ['530'] })
  clerk = await makeStaff(app, office)
  manager = await makeStaff(app, other, 'MANAGER')
  stranger = await makeStaff(app, other)
})
afterAll(() => app.close())
beforeEach(() => app.setNow('2026-03-17T10:00:00+09:00'))

const PASSWORD = 'Tsukuba7#gawa'
const REFUSAL = '... on Refusal { code problems { path code } }'
const KEY = `mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename ... on KeyRequest { email } ${REFUSAL} } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename ... on Viewer { kind } ${REFUSAL} } }`
const ME = `{ viewer { kind member { role } employer { id version status erasedOn provisionalUntil waitingSince employerNumber office { name }
  viewerCanSubmitEstablishment viewerCanRecallEstablishment draft { version readyToSubmit problems { path code } }
  establishmentReviews { outcome comment reasons { path label reason } } } } }`
const SAVE = `mutation ($step: String!, $data: FormData!, $version: Int!) { saveEstablishment(step: $step, data: $data, version: $version) {
  __typename ... on Draft { version problems { path code } } ${REFUSAL} } }`
const SUBMIT = `mutation ($version: Int!) { submitEstablishment(version: $version) { __typename ... on Employer { id version } ${REFUSAL} } }`
const RECALL = `mutation ($version: Int!) { recallEstablishment(version: $version) { __typename ... on Employer { status } ${REFUSAL} } }`
const ACCEPT = `mutation ($id: ID!, $dryRun: Boolean! = false, $comment: String) { acceptEmployer(employerId: $id, dryRun: $dryRun, comment: $comment) {
  __typename ... on Employer { status employerNumber } ... on Preview { changes { field after } } ${REFUSAL} } }`
const RETURN = `mutation ($id: ID!, $reasons: [EstablishmentReasonInput!]!) { returnEmployer(employerId: $id, reasons: $reasons, comment: "お願いします") { __typename ${REFUSAL} } }`
const REJECT = `mutation ($id: ID!, $reason: String!) { rejectEmployer(employerId: $id, reason: $reason) { __typename ${REFUSAL} } }`
const DRAFT_POSTING = `mutation ($key: String!) { draftPosting(key: $key) { __typename ... on Posting { id } ${REFUSAL} } }`

const { industryCode, business, employeesHere, ...first } = establishment()
const STEPS: Record<string, Record<string, string>> = {
  establishment: first as Record<string, string>,
  business: { industryCode: String(industryCode), business: String(business), employeesHere: String(employeesHere) },
}

interface Owner {
  by: Browser
  email: string
  me: () => Promise<Answer>
}
async function open(email = someEmail()): Promise<Owner> {
  const by = browser(app)
  await by.run(KEY, { input: { email, purpose: 'OPEN_EMPLOYER', termsVersion: TERMS_VERSION } })
  const input = {
    email,
    purpose: 'OPEN_EMPLOYER',
    authenticationKey: await mailedKey(app, email),
    password: PASSWORD,
    confirmation: PASSWORD,
  }
  expect((await by.run(REGISTER, { input })).registerPassword).toEqual({ __typename: 'Viewer', kind: 'EMPLOYER' })
  return { by, email, me: async () => (await by.run(ME)).viewer }
}
async function write({ by, me }: Owner, steps = STEPS): Promise<number> {
  let { version } = (await me()).employer.draft
  for (const [step, data] of Object.entries(steps)) ({ version } = (await by.run(SAVE, { step, data, version })).saveEstablishment)
  return version
}
async function submitted(): Promise<Owner & { id: string }> {
  const owner = await open()
  const { submitEstablishment } = await owner.by.run(SUBMIT, { version: await write(owner) })
  expect(submitEstablishment).toMatchObject({ __typename: 'Employer' })
  return { ...owner, id: submitEstablishment.id }
}
/** After days without a word: signs in anew. */
async function signInAgain({ by, email }: Owner): Promise<void> {
  const [account] = await app.db.select().from(accounts).where(eq(accounts.email, email))
  await rememberAccount(app, account!.id)
  await by.run('mutation { signOut { __typename } }')
  await by.run(`mutation { signIn(email: "${email}", password: "${PASSWORD}") { __typename } }`)
}
const sweep = () => sweepProvisionalEmployers(systemContext(app.services))
const rowOf = async (id: string) =>
  (
    await app.db
      .select()
      .from(employers)
      .where(eq(employers.id, id as never))
  )[0]

describe('an employer opens a My Page online', () => {
  it('and is its owner, provisionally, to the end of the day that R7 names, before any office is known', async () => {
    const owner = await open()
    expect(await owner.me()).toMatchObject({
      kind: 'EMPLOYER',
      member: { role: 'OWNER' },
      employer: {
        status: 'PROVISIONAL',
        erasedOn: '2026-03-31',
        provisionalUntil: '2026-03-31T15:00:00.000Z',
        office: null,
        viewerCanSubmitEstablishment: true,
        viewerCanRecallEstablishment: false,
      },
    })
    expect((await mailsTo(app, owner.email))[0]).toMatchObject({ template: 'openEmployer', subject: '【まどぐち】認証キーのお知らせ' })
  })

  it('submits its establishment, goes to the office of its place, and may then write postings', async () => {
    const owner = await open()
    expect((await owner.by.run(DRAFT_POSTING, { key: 'early' })).draftPosting).toMatchObject({ code: 'ESTABLISHMENT_FIRST' })
    const version = await write(owner)
    await owner.by.run(SUBMIT, { version })
    const { employer } = await owner.me()
    expect(employer).toMatchObject({
      office: { name: '汐見公共職業安定所' },
      waitingSince: expect.any(String),
      viewerCanSubmitEstablishment: false,
      viewerCanRecallEstablishment: true,
    })
    expect((await owner.by.run(SAVE, { step: 'business', data: {}, version })).saveEstablishment).toMatchObject({
      code: 'ESTABLISHMENT_WAITING',
    })
    expect((await owner.by.run(DRAFT_POSTING, { key: 'now' })).draftPosting).toMatchObject({ __typename: 'Posting' })
  })

  it('is told at the field what cannot be read, whatever was typed', async () => {
    const owner = await open()
    const long = 'あ'.repeat(61)
    for (const name of ['', long, 'a\0b', 'a\u{1f}b', '\ud800'])
      expect(
        (await owner.by.run(SAVE, { step: 'establishment', data: { name }, version: (await owner.me()).employer.draft.version }))
          .saveEstablishment.problems,
      ).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'establishment.name' })]))
    const { version } = (await owner.me()).employer.draft
    const { submitEstablishment } = await owner.by.run(SUBMIT, { version })
    expect(submitEstablishment).toMatchObject({ code: 'DRAFT_INCOMPLETE' })
    expect((await owner.by.run(SUBMIT, { version: version - 1 })).submitEstablishment).toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  it('takes its submission back and sends it again, as the next text', async () => {
    const owner = await submitted()
    expect((await owner.by.run(RECALL, { version: (await owner.me()).employer.version })).recallEstablishment.status).toBe('PROVISIONAL')
    await owner.by.run(SUBMIT, { version: (await owner.me()).employer.draft.version })
    const sheets = await app.db
      .select()
      .from(employerSheets)
      .where(eq(employerSheets.employerId, owner.id as never))
    expect(sheets.toSorted((a, b) => a.number - b.number).map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, 'WITHDRAWN'],
      [2, 'WAITING'],
    ])
  })
})

describe('staff', () => {
  it('see what waits and accept it: it gets a number, opens, and its owner is told', async () => {
    const owner = await submitted()
    const { waiting } = await app.as(clerk).run('{ waiting { employers { total oldest { id name } } } }')
    expect(waiting.employers.total).toBeGreaterThan(0)
    expect((await app.as(stranger).run('{ waiting { employers { total } } }')).waiting.employers.total).toBe(0)
    expect((await app.as(clerk).run(ACCEPT, { id: owner.id, dryRun: true })).acceptEmployer).toMatchObject({ __typename: 'Preview' })
    expect((await rowOf(owner.id))?.status).toBe('PROVISIONAL')
    expect((await app.as(clerk).run(ACCEPT, { id: owner.id })).acceptEmployer).toMatchObject({
      status: 'OPEN',
      employerNumber: expect.stringMatching(/^1301-\d{6}-\d$/),
    })
    expect((await owner.me()).employer).toMatchObject({ status: 'OPEN', provisionalUntil: null, erasedOn: null, draft: null })
    expect((await mailsTo(app, owner.email)).at(-1)?.template).toBe('employerAccepted')
  })

  it('of another office may not, a manager may, and nobody decides what does not wait', async () => {
    const owner = await submitted()
    expect((await app.as(stranger).run(ACCEPT, { id: owner.id })).acceptEmployer.code).toBe('NOT_IN_OFFICE')
    expect((await app.as(manager).run(ACCEPT, { id: owner.id })).acceptEmployer.status).toBe('OPEN')
    expect((await app.as(manager).run(ACCEPT, { id: owner.id })).acceptEmployer.code).toBe('ALREADY_DECIDED')
    expect((await app.as(clerk).run(ACCEPT, { id: 'emp_00000000000000000000000000000001' })).acceptEmployer.code).toBe('NOT_FOUND')
  })

  it('twenty at once: one decides, the others learn that it is decided', async () => {
    const owner = await submitted()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? app.as(clerk).run(ACCEPT, { id: owner.id })
          : app.as(clerk).run(RETURN, { id: owner.id, reasons: [{ path: 'establishment.phone', reason: '市外局番を足してください。' }] }),
      ),
    )
    const results = answers.map((answer) => answer.acceptEmployer ?? answer.returnEmployer)
    expect(results.filter(({ __typename }) => __typename === 'Employer')).toHaveLength(1)
    expect(results.filter(({ code }) => code === 'ALREADY_DECIDED')).toHaveLength(19)
  })

  it('return with reasons by field, which the owner reads, corrects and answers', async () => {
    const owner = await submitted()
    const reasons = [{ path: 'establishment.phone', reason: '市外局番を足してください。' }]
    expect((await app.as(clerk).run(RETURN, { id: owner.id, reasons: [] })).returnEmployer.code).toBe('REASONS_REQUIRED')
    expect((await app.as(clerk).run(RETURN, { id: owner.id, reasons: [{ path: 'nowhere', reason: 'x' }] })).returnEmployer.code).toBe(
      'PROBLEMS',
    )
    await app.as(clerk).run(RETURN, { id: owner.id, reasons })
    const { employer } = await owner.me()
    expect(employer.establishmentReviews).toEqual([
      { outcome: 'RETURNED', comment: 'お願いします', reasons: [{ ...reasons[0], label: '電話番号' }] },
    ])
    expect((await owner.by.run(SUBMIT, { version: employer.draft.version })).submitEstablishment.__typename).toBe('Employer')
  })

  it('reject with a reason, never without one', async () => {
    const owner = await submitted()
    expect((await app.as(clerk).run(REJECT, { id: owner.id, reason: ' ' })).rejectEmployer).toMatchObject({
      code: 'PROBLEMS',
      problems: [{ path: 'reason', code: 'REQUIRED' }],
    })
    await app.as(clerk).run(REJECT, { id: owner.id, reason: '実在の確認ができませんでした。' })
    expect((await owner.me()).employer).toMatchObject({ status: 'PROVISIONAL', establishmentReviews: [{ outcome: 'REJECTED' }] })
  })

  it('reject a text, not a person: the account stays to the end of its limit, at least three open days, and may send anew', async () => {
    const owner = await submitted()
    app.setNow('2026-03-31T10:00:00+09:00')
    await app.as(clerk).run(REJECT, { id: owner.id, reason: '所在地が確かめられませんでした。' })
    await signInAgain(owner)
    expect((await owner.me()).employer).toMatchObject({ erasedOn: '2026-04-03', waitingSince: null, viewerCanSubmitEstablishment: true })
    const mail = (await mailsTo(app, owner.email)).at(-1)
    expect([mail?.template, mail?.text]).toEqual(['employerRejected', expect.stringContaining('2026年4月3日')])
    app.setNow('2026-04-03T23:59:59+09:00')
    await sweep()
    await signInAgain(owner)
    const { version } = (await owner.me()).employer.draft
    expect((await owner.by.run(SUBMIT, { version })).submitEstablishment.__typename).toBe('Employer')
    await app.as(clerk).run(REJECT, { id: owner.id, reason: '所在地が確かめられませんでした。' })
    app.setNow('2026-04-09T00:00:00+09:00')
    await sweep()
    expect((await rowOf(owner.id))?.status).toBe('ERASED')
  })

  it('are told at the field when their words are too long or cannot be kept, and nothing is decided', async () => {
    const owner = await submitted()
    const path = 'establishment.phone'
    const limit = 'あ'.repeat(300)
    for (const [words, code] of [
      [`${limit}あ`, 'TOO_LONG'],
      ['a\0b', 'FORBIDDEN_CHARACTER'],
      ['\ud800', 'FORBIDDEN_CHARACTER'],
    ] as const) {
      const said = { code: 'PROBLEMS' }
      expect((await app.as(clerk).run(REJECT, { id: owner.id, reason: words })).rejectEmployer).toMatchObject({
        ...said,
        problems: [{ path: 'reason', code }],
      })
      expect((await app.as(clerk).run(RETURN, { id: owner.id, reasons: [{ path, reason: words }] })).returnEmployer).toMatchObject({
        ...said,
        problems: [{ path, code }],
      })
      expect((await app.as(clerk).run(ACCEPT, { id: owner.id, comment: words })).acceptEmployer).toMatchObject({
        ...said,
        problems: [{ path: 'comment', code }],
      })
    }
    expect(await rowOf(owner.id)).toMatchObject({ status: 'PROVISIONAL', waitingSince: expect.any(Date) })
    expect((await app.as(clerk).run(RETURN, { id: owner.id, reasons: [{ path, reason: limit }] })).returnEmployer.__typename).toBe(
      'Employer',
    )
  })

  it('and the establishment follow live when something is submitted and when it is decided', async () => {
    const owner = await open()
    const version = await write(owner)
    const office = await app.as(clerk).listen('subscription { inbox { kind } }')
    await owner.by.run(SUBMIT, { version })
    expect((await office.next()).inbox.kind).toBe('EMPLOYER')
    await app.as(clerk).run(ACCEPT, { id: (await owner.me()).employer.id })
    expect((await office.next()).inbox.kind).toBe('EMPLOYER')
  })
})

describe('the end of a provisional account (R7, S51)', () => {
  it('is 24:00 of its last day: a moment before it lives, then its session is dead before any job came, and it is erased', async () => {
    const owner = await open()
    await write(owner)
    const { id } = (await owner.me()).employer
    app.setNow('2026-03-31T23:59:00+09:00')
    await signInAgain(owner)
    await sweep()
    expect((await owner.me()).kind).toBe('EMPLOYER')
    app.setNow('2026-04-01T00:00:00+09:00')
    expect((await owner.me()).kind).toBe('VISITOR')
    await Promise.all([sweep(), sweep()])
    expect(await rowOf(id)).toMatchObject({ status: 'ERASED', erasedOn: null })
    for (const left of [
      await app.db.select().from(drafts).where(eq(drafts.party, id)),
      await app.db.select().from(employerMembers).where(eq(employerMembers.employerId, id)),
      await app.db.select().from(employerSheets).where(eq(employerSheets.employerId, id)),
      await app.db.select().from(accounts).where(eq(accounts.email, owner.email)),
      await app.db.select().from(mails).where(eq(mails.to, owner.email)),
    ])
      expect(left).toEqual([])
    await open(owner.email)
  })

  it('waits while what was submitted in time lies undecided, and a return then leaves three open days', async () => {
    const owner = await submitted()
    await owner.by.run(DRAFT_POSTING, { key: `waits ${owner.id}` })
    app.setNow('2026-04-10T09:00:00+09:00')
    await sweep()
    expect((await rowOf(owner.id))?.status).toBe('PROVISIONAL')
    await app.as(clerk).run(RETURN, { id: owner.id, reasons: [{ path: 'establishment.phone', reason: '確かめてください。' }] })
    expect((await rowOf(owner.id))?.erasedOn).toBe('2026-04-15')
    app.setNow('2026-04-15T23:59:59+09:00')
    await sweep()
    expect((await rowOf(owner.id))?.status).toBe('PROVISIONAL')
    app.setNow('2026-04-16T00:00:00+09:00')
    await sweep()
    expect((await rowOf(owner.id))?.status).toBe('ERASED')
    expect(await app.sql`select 1 from postings p join employers e on e.id = p.employer_id where e.status = 'ERASED'`).toHaveLength(0)
  })

  it('is announced once by mail, four days before, and not to those who submitted', async () => {
    const [owner, waiting] = [await open(), await submitted()]
    const remind = () => sweepProvisionalReminders(systemContext(app.services))
    const told = async ({ email }: Owner) => (await mailsTo(app, email)).filter(({ template }) => template === 'provisionalEnds').length
    app.setNow('2026-03-26T23:59:59+09:00')
    await remind()
    expect(await told(owner)).toBe(0)
    app.setNow('2026-03-27T00:00:00+09:00')
    await Promise.all([remind(), remind()])
    await remind()
    expect([await told(owner), await told(waiting)]).toEqual([1, 0])
  })
})
