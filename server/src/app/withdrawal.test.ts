import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeEmployer, type MadeEmployer, makeMember, makeOffice, makeOpenPosting, makeSeeker, type MadeSeeker } from '../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../test/app.ts'
import { type Browser, browser, mailedKey, mailsTo, rememberAccount } from '../../test/browser.ts'
import { tracesOf } from '../../test/traces.ts'
import { TERMS_VERSION } from '../i18n/terms.ja.ts'
import { accounts, authenticators, awaitedAccounts, devices, passkeys } from '../modules/accounts/accounts.table.ts'
import { hashPassword } from '../modules/accounts/passwords.ts'
import { receiveUpload } from '../modules/files/commands/receive-upload.ts'
import { employerMembers, employers } from '../modules/employers/employers.table.ts'
import type { OfficeRow } from '../modules/offices/offices.table.ts'
import { postings } from '../modules/postings/postings.table.ts'
import { applications } from '../modules/applications/applications.table.ts'
import { seekers } from '../modules/seekers/seekers.table.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { openDraft } from '../platform/drafts/save-draft.ts'
import { addHours, addMinutes } from '../kernel/calendar.ts'
import { runSweeps } from './jobs.ts'

const NOW = '2026-04-01T09:00:00+09:00'
const PASSWORD = 'Tsukuba7#gawa'
const SIGN_IN = `mutation ($email: String!) { signIn(email: $email, password: "${PASSWORD}") { __typename ... on Refusal { code } } }`
const WITHDRAW = `mutation ($input: WithdrawInput!) { withdraw(input: $input) { __typename ... on Viewer { kind } ... on Refusal { code message problems { path code } } } }`
const FACTS = `{ withdrawal { runningApplications threads files employers { name closes isProvisional otherMembers openPostings runningApplications } } }`
const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on Application { id status thread { id } } ... on Refusal { code } } }`
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { id } ... on Refusal { code } } }`
const UPLOAD = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ... on Upload { id url } ... on Refusal { code } } }`
const COMPLETE = `mutation ($id: ID!) { completeUpload(id: $id) { ... on Attachment { state } ... on Refusal { code } } }`
const READ = `query ($id: ID!) { application(id: $id) { status motive formerApplicantName applicant { name } documents { id } thread { closedReason closedText counterpart messages(last: 20) { body senderName } } } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename ... on Viewer { kind } ... on Refusal { code } } }`

let app: TestApp
let office: OfficeRow
let firm: MadeEmployer
beforeAll(async () => {
  app = await testApp({ now: NOW })
  office = await makeOffice(app)
})
afterAll(() => app.close())
let count = 0
beforeEach(async () => {
  app.setNow(NOW)
  firm = await makeEmployer(app, office, { name: `株式会社うみかぜ${(count += 1)}` })
})
const key = () => `withdrawal ${(count += 1)}`

/** Knows the password, and is asked for no one-time password. */
async function signedIn(accountId: MadeSeeker['viewer']['accountId'], email: string): Promise<Browser> {
  await app.db
    .update(accounts)
    .set({ passwordHash: await hashPassword(PASSWORD) })
    .where(eq(accounts.id, accountId))
  await rememberAccount(app, accountId)
  const by = browser(app)
  expect((await by.run(SIGN_IN, { email })).signIn.__typename).toBe('Viewer')
  return by
}
const withdraw = async (by: Browser, more: object = {}): Promise<Answer> =>
  (await by.run(WITHDRAW, { input: { currentPassword: PASSWORD, ...more } })).withdraw

/** A name that stands nowhere else. */
const unique = (n = (count += 1)) => ({
  name: `消原 残子${n}`,
  nameKana: `キエハラ ノコリコ${n}`,
  phone: `0801234${String(n).padStart(4, '0')}`,
  address: `消町${n}番地`,
  selfPr: `消原${n}です。よろしくお願いします。`,
})

async function apply(who: MadeSeeker, to: MadeEmployer, more: object = {}): Promise<Answer> {
  const { posting } = await makeOpenPosting(app, office, to)
  const input = { key: key(), postingId: posting.id, motive: 'ぜひ働きたいです。', attachmentIds: [], understoodNotReferral: true, ...more }
  return (await app.as(who.viewer).run(APPLY, { input })).applyToPosting
}
async function upload(who: MadeSeeker, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const { id, url } = (await app.as(who.viewer).run(UPLOAD, { input: { key: key(), name, size: bytes.length } })).createUpload
  const token = new URL(url, 'http://here').searchParams.get('token') ?? ''
  await receiveUpload(app.as(who.viewer).context(), { id, token, bytes: Readable.from([bytes]) })
  expect((await app.as(who.viewer).run(COMPLETE, { id })).completeUpload.state).toBe('READY')
  return id
}
const say = async (by: Parameters<TestApp['as']>[0], threadId: string, body: string, attachmentIds: string[] = []): Promise<Answer> =>
  (await app.as(by).run(SEND, { input: { key: key(), threadId, body, attachmentIds } })).sendMessage

describe('a seeker who leaves', () => {
  it('needs the password, and is told before what goes', async () => {
    const seeker = await makeSeeker(app, office, unique())
    await apply(seeker, firm)
    const by = await signedIn(seeker.viewer.accountId, seeker.email)
    expect((await by.run(FACTS)).withdrawal).toEqual({ runningApplications: 1, threads: 1, files: 0, employers: [] })
    const refused = await withdraw(by, { currentPassword: 'Wrong#pass1' })
    expect(refused).toMatchObject({ code: 'PROBLEMS', problems: [{ path: 'currentPassword', code: 'CURRENT_PASSWORD_WRONG' }] })
    expect((await by.run(FACTS)).withdrawal.runningApplications).toBe(1)
  })

  it('is out at once on every device, cannot sign in, and the registration is valid no more', async () => {
    const seeker = await makeSeeker(app, office, unique())
    const by = await signedIn(seeker.viewer.accountId, seeker.email)
    const other = browser(app)
    await other.run(SIGN_IN, { email: seeker.email })
    expect(await withdraw(by)).toEqual({ __typename: 'Viewer', kind: 'VISITOR' })
    expect([by.token(), await other.session()]).toEqual([null, null])
    expect((await browser(app).run(SIGN_IN, { email: seeker.email })).signIn.code).toBe('SIGN_IN_FAILED')
    const [row] = await app.db.select().from(seekers).where(eq(seekers.id, seeker.seeker.id))
    expect(row).toMatchObject({ accountId: null, sheetId: null, status: 'INVALID', invalidReason: 'BY_SEEKER', published: false })
  })

  it('takes the words and files of both sides along, and the employer is told and reads the name up to the last day', async () => {
    const who = unique()
    const seeker = await makeSeeker(app, office, who)
    const made = await apply(seeker, firm, {
      motive: `${who.name}と申します。`,
      attachmentIds: [await upload(seeker, '履歴書.txt', who.name)],
    })
    await say(firm.owner, made.thread.id, `${who.name}さん、ありがとうございます。`)
    const by = await signedIn(seeker.viewer.accountId, seeker.email)
    await withdraw(by)
    const read = async () => (await app.as(firm.owner).run(READ, { id: made.id })).application
    expect(await read()).toMatchObject({ status: 'WITHDRAWN', motive: '', formerApplicantName: who.name, applicant: null, documents: [] })
    const { thread } = await read()
    expect(thread).toMatchObject({ closedReason: 'ACCOUNT_CLOSED', counterpart: '退会した求職者' })
    expect(thread.closedText).toBe('相手がマイページの利用をやめたため、2026年4月1日で終わりました。')
    expect(new Set(thread.messages.map(({ body }: { body: string }) => body))).toEqual(new Set(['退会により消去されました。']))
    expect(await say(firm.owner, made.thread.id, 'まだ届きますか。')).toEqual({ code: 'THREAD_CLOSED' })
    expect((await mailsTo(app, firm.ownerEmail)).at(-1)).toMatchObject({ template: 'withdrawnApplication' })
    app.setNow('2026-07-31T23:59:00+09:00')
    expect((await read()).formerApplicantName).toBe(who.name)
    app.setNow('2026-08-01T00:00:00+09:00')
    expect((await read()).formerApplicantName).toBeNull()
    await runSweeps(app.services)
    expect(await tracesOf(app, [who.name])).toEqual([])
  })

  it('after a day stands nowhere but as the name on the applications of employers, and may begin anew at once', async () => {
    const who = unique()
    const seeker = await makeSeeker(app, office, who)
    const words = [seeker.email, ...Object.values(who)]
    const document = await upload(seeker, `${who.name}.txt`, `${who.name} ${who.phone}`)
    const sent = await upload(seeker, `写し_${who.name}.txt`, `${who.address} ${seeker.email}`)
    await upload(seeker, `下書き_${who.name}.txt`, `${who.selfPr} ${seeker.email}`)
    const made = await apply(seeker, firm, { motive: `${who.name} ${who.phone}`, reachable: who.phone, attachmentIds: [document] })
    await say(seeker.viewer, made.thread.id, `${who.name} ${who.phone} ${seeker.email}`, [sent])
    await say(firm.owner, made.thread.id, `${who.name} 様`)
    await inTransaction(app.as(seeker.viewer).context(), {}, (tx) =>
      openDraft(
        tx,
        {
          kind: 'REGISTRATION',
          subject: seeker.seeker.id,
          party: seeker.seeker.id,
          savedBy: seeker.viewer.accountId,
          savedByName: who.name,
        },
        { basics: { name: who.name, phone: who.phone } },
      ),
    )
    await app.db.insert(authenticators).values({ accountId: seeker.viewer.accountId, sealedSecret: who.phone, createdAt: app.clock.now() })
    const { accountId } = seeker.viewer
    const passkey = { accountId, credentialId: who.phone, publicKey: '', counter: 0, transports: [], name: who.phone }
    await app.db.insert(passkeys).values({ ...passkey, createdAt: app.clock.now() })
    const at = app.clock.now()
    await app.db
      .insert(awaitedAccounts)
      .values({ email: seeker.email, opens: seeker.seeker.id, officeId: office.id, createdAt: at, openedAt: at })
    const by = await signedIn(seeker.viewer.accountId, seeker.email)
    await by.run(`mutation { changeEmail(input: { email: "neu${count}@mail.example", currentPassword: "${PASSWORD}" }) { __typename } }`)
    expect(await tracesOf(app, words)).toEqual(expect.arrayContaining(['accounts.email', 'files', 'messages.body', 'seeker_sheets.name']))
    app.setNow(addMinutes(new Date(NOW), 10))
    await withdraw(by)

    const again = browser(app)
    await again.run(
      `mutation { requestAuthenticationKey(input: { email: "${seeker.email}", purpose: OPEN_SEEKER, termsVersion: "${TERMS_VERSION}" }) { __typename } }`,
    )
    const input = { email: seeker.email, purpose: 'OPEN_SEEKER', password: PASSWORD, confirmation: PASSWORD, termsVersion: TERMS_VERSION }
    const authenticationKey = await mailedKey(app, seeker.email)
    expect((await again.run(REGISTER, { input: { ...input, authenticationKey } })).registerPassword).toMatchObject({ kind: 'SEEKER' })
    const [anew] = await app.db.select().from(accounts).where(eq(accounts.email, seeker.email)).orderBy(accounts.createdAt)
    expect(anew).toBeDefined()

    app.setNow(addMinutes(new Date(NOW), 24 * 60 + 10))
    await runSweeps(app.services)
    // The whole list of what stays (server/docs/decisions/0010-what-stays-after-a-withdrawal.md); the address itself is that of who began anew.
    expect(await tracesOf(app, Object.values(who))).toEqual(['applications.former_name'])
    expect(await tracesOf(app, [seeker.email])).toEqual(['accounts.email', 'authentication_keys.email', 'mails.to'])
    const open = await app.db.select().from(accounts).where(eq(accounts.email, seeker.email))
    expect(open.map(({ status }) => status)).toEqual(['OPEN'])
    expect(await again.session()).toBeNull() // by its age alone
    expect((await mailsTo(app, seeker.email)).map(({ template }) => template)).not.toContain('withdrawn')
    expect(await app.db.select().from(devices).where(eq(devices.accountId, seeker.viewer.accountId))).toEqual([])
  })

  it('that nobody follows: without a new beginning the address is gone after the hour, not before', async () => {
    const seeker = await makeSeeker(app, office, unique())
    await withdraw(await signedIn(seeker.viewer.accountId, seeker.email))
    app.setNow('2026-04-01T09:59:00+09:00')
    await runSweeps(app.services)
    expect(await tracesOf(app, [seeker.email])).toEqual(['accounts.email', 'mails.to'])
    app.setNow('2026-04-01T10:01:00+09:00')
    await Promise.all([runSweeps(app.services), runSweeps(app.services)])
    expect(await tracesOf(app, [seeker.email])).toEqual([])
  })

  it('while applying at the same moment leaves no running application behind', async () => {
    for (let round = 0; round < 5; round++) {
      const seeker = await makeSeeker(app, office, unique())
      const by = await signedIn(seeker.viewer.accountId, seeker.email)
      await Promise.all([withdraw(by), apply(seeker, firm)])
      const rows = await app.db.select().from(applications).where(eq(applications.seekerId, seeker.seeker.id))
      expect(rows.map(({ status, seekerSheetId }) => [status, seekerSheetId])).toEqual(rows.map(() => ['WITHDRAWN', null]))
    }
  })
})

describe('a member who leaves', () => {
  it('is named nowhere in the establishment, which goes on', async () => {
    const { viewer, email } = await makeMember(app, firm.employer.id)
    await app.db
      .update(employerMembers)
      .set({ name: `消川 担当${count}` })
      .where(eq(employerMembers.id, viewer.memberId))
    const by = await signedIn(viewer.accountId, email)
    expect((await by.run(FACTS)).withdrawal.employers).toMatchObject([{ name: firm.sheet.name, closes: false }])
    expect((await withdraw(by)).kind).toBe('VISITOR')
    app.setNow(addHours(new Date(NOW), 24))
    await runSweeps(app.services)
    expect(await tracesOf(app, [email, `消川 担当${count}`])).toEqual([])
    const [row] = await app.db.select().from(employers).where(eq(employers.id, firm.employer.id))
    expect(row!.status).toBe('OPEN')
  })

  it('as the owner must know that the My Page closes: postings end, applicants are told, members are out, talks of seekers stay readable', async () => {
    const seeker = await makeSeeker(app, office, unique())
    const made = await apply(seeker, firm)
    await say(firm.owner, made.thread.id, '面接の日を決めましょう。')
    const { viewer: colleague, email } = await makeMember(app, firm.employer.id)
    const guest = await signedIn(colleague.accountId, email)
    const by = await signedIn(firm.owner.accountId, firm.ownerEmail)
    expect((await by.run(FACTS)).withdrawal.employers).toEqual([
      { name: firm.sheet.name, closes: true, isProvisional: false, otherMembers: 1, openPostings: 1, runningApplications: 1 },
    ])
    const refused = await withdraw(by)
    expect(refused.code).toBe('WITHDRAWAL_CLOSES_EMPLOYER')
    expect(refused.message).toContain('代表を引きついで')
    expect((await by.run(FACTS)).withdrawal.employers).toHaveLength(1)

    expect((await withdraw(by, { closesEmployer: true })).kind).toBe('VISITOR')
    expect(await guest.session()).toBeNull()
    const [row] = await app.db.select().from(employers).where(eq(employers.id, firm.employer.id))
    expect(row!.status).toBe('CLOSED')
    const ended = await app.db.select().from(postings).where(eq(postings.employerId, firm.employer.id))
    expect(ended).toMatchObject([{ status: 'ENDED', endReason: 'PLAN_CHANGED' }])
    expect((await mailsTo(app, seeker.email)).map(({ template }) => template)).toContain('employerLeft')
    expect((await mailsTo(app, email)).at(-1)).toMatchObject({ template: 'employerClosed' })
    const { application } = await app.as(seeker.viewer).run(READ, { id: made.id })
    expect(application.status).toBe('APPLIED')
    expect(application.thread.closedReason).toBe('ACCOUNT_CLOSED')
    expect(application.thread.messages.at(-1).body).toBe('面接の日を決めましょう。')
    app.setNow(addHours(new Date(NOW), 24))
    await runSweeps(app.services)
    expect(await tracesOf(app, [email, firm.ownerEmail])).toEqual([])
  })

  it('as a provisional owner takes all of it along', async () => {
    const waiting = await makeEmployer(app, office, { status: 'PROVISIONAL', name: `仮の事業所${(count += 1)}` })
    const by = await signedIn(waiting.owner.accountId, waiting.ownerEmail)
    expect((await withdraw(by, { closesEmployer: true })).kind).toBe('VISITOR')
    expect(await tracesOf(app, [waiting.ownerEmail, waiting.sheet.name])).toEqual([])
  })
})
