import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, makeSeeker, makeStaff } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { browser, mailsTo } from '../../../test/browser.ts'
import { systemContext } from '../../app/jobs.ts'
import type { ViewerOf } from '../../graph/context.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { auditRecords, mails } from '../../platform/db/platform.table.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { accounts } from '../accounts/accounts.table.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { mailNewInvitation } from './entries.jobs.ts'
import { invitations, registrants } from './entries.table.ts'

const NOW = '2026-11-20T10:00:00+09:00'
const PASSWORD = 'Tsukuba7#gawa'
let app: TestApp
let center: OfficeRow
let counter: ViewerOf<'staff'>
let others: Record<'a clerk of a public office' | 'a manager of a public office' | 'a clerk of another center', ViewerOf<'staff'>>
beforeAll(async () => {
  app = await testApp({ now: NOW })
  center = await makeOffice(app, { kind: 'CENTER', code: '13900', name: '汐見しごと移行支援センター', postalPrefixes: [] })
  const office = await makeOffice(app)
  counter = await makeStaff(app, center)
  others = {
    'a clerk of a public office': await makeStaff(app, office),
    'a manager of a public office': await makeStaff(app, office, 'MANAGER'),
    'a clerk of another center': await makeStaff(app, await makeOffice(app, { kind: 'CENTER', code: '27900', name: '浪花センター' })),
  }
}, 60_000)
afterAll(() => app.close())
beforeEach(() => app.setNow(NOW))

const NO = '... on Refusal { code message problems { path code } } ... on Preview { changes { field before after } }'
const INVITE = `mutation ($key: String!, $name: String!, $nameKana: String!, $email: String!, $dryRun: Boolean!) {
  inviteRegistrant(key: $key, name: $name, nameKana: $nameKana, email: $email, dryRun: $dryRun) {
    __typename ... on Registrant { id entryNumber name nameKana email version invitationState invitationValidUntil office { name } } ${NO} } }`
const RESEND = `mutation ($id: ID!, $version: Int!, $dryRun: Boolean!) { resendInvitation(registrantId: $id, version: $version, dryRun: $dryRun) {
  __typename ... on Registrant { id version invitationState } ${NO} } }`
const LOOK = 'query ($token: String!) { invitation(token: $token) { email validUntil office { name } } }'
const OPEN = `mutation ($token: String!, $password: String!, $confirmation: String!, $termsVersion: String!) {
  openInvitation(token: $token, password: $password, confirmation: $confirmation, termsVersion: $termsVersion) {
    __typename ... on Viewer { kind account { email displayName } registrant { name entryNumber openedAt office { name } } }
    ... on Refusal { code message problems { path code } } } }`
const ASK = `mutation ($email: String!) { requestNewInvitation(email: $email) {
  __typename ... on InvitationRequest { email sender } ... on Refusal { code problems { path code } } } }`
const DEAD = { __typename: 'Refusal', code: 'INVITATION_DEAD', message: expect.stringContaining('新しいリンク'), problems: [] }

let counted = 0
const next = () => String((counted += 1))
const someEmail = () => `registrant${next()}@mail.example`
const invite = async (more: object = {}, by = counter): Promise<Answer> =>
  (
    await app.as(by).run(INVITE, {
      key: `key ${next()}`,
      name: '藤代 まさみ',
      nameKana: 'ふじしろ まさみ',
      email: someEmail(),
      dryRun: false,
      ...more,
    })
  ).inviteRegistrant
const resend = async (id: string, version: number, { by = counter, dryRun = false } = {}): Promise<Answer> =>
  (await app.as(by).run(RESEND, { id, version, dryRun })).resendInvitation
const look = async (token: string): Promise<Answer> => (await app.as(null).run(LOOK, { token })).invitation
const open = async (token: string, more: object = {}, by = browser(app)): Promise<Answer> =>
  (await by.run(OPEN, { token, password: PASSWORD, confirmation: PASSWORD, termsVersion: TERMS_VERSION, ...more })).openInvitation
const mailedToken = async (email: string): Promise<string> => {
  const text = (await mailsTo(app, email)).at(-1)?.text ?? ''
  return /\/invitation\/([\w-]+)\n/u.exec(text)?.[1] ?? `none in: ${text}`
}
const invited = async () => {
  const registrant = await invite()
  return { registrant, email: registrant.email as string, token: await mailedToken(registrant.email) }
}

describe('a center that invites (000)', () => {
  it('gives an entry number at once and sends one mail with everything that is needed', async () => {
    const registrant = await invite()
    expect(registrant).toMatchObject({
      __typename: 'Registrant',
      entryNumber: expect.stringMatching(/^13900-\d{8}$/u),
      nameKana: 'フジシロ マサミ',
      invitationState: 'SENT',
      invitationValidUntil: new Date('2026-12-05T00:00:00+09:00').toISOString(),
      office: { name: center.name },
    })
    const sent = await mailsTo(app, registrant.email)
    expect(sent).toHaveLength(1)
    expect(sent[0]!.subject).toContain(center.name)
    expect(sent[0]!.subject).not.toContain('藤代')
    for (const needed of [
      'メールの代わり',
      'https://mypage.example/signin',
      `ユーザーID: ${registrant.email}`,
      '12月4日',
      '1回だけ',
      '/reset',
      '使えないとき',
    ])
      expect(sent[0]!.text).toContain(needed)
    expect((await mailedToken(registrant.email)).length).toBe(43)
    const another = await invite()
    expect(Number(another.entryNumber.slice(6))).toBe(Number(registrant.entryNumber.slice(6)) + 1)
  })

  it('tries first without writing or mailing anything', async () => {
    const email = someEmail()
    const preview = await invite({ email, dryRun: true })
    expect(preview).toMatchObject({
      __typename: 'Preview',
      changes: expect.arrayContaining([{ field: 'email', before: null, after: email }]),
    })
    expect(await mailsTo(app, email)).toEqual([])
    const { id, version } = await invite({ email })
    expect((await resend(id, version, { dryRun: true })).__typename).toBe('Preview')
    expect(await mailsTo(app, email)).toHaveLength(1)
    expect(await look(await mailedToken(email))).not.toBeNull()
  })

  it('is told at the field what is missing or wrong', async () => {
    expect(await invite({ name: ' ', nameKana: '藤代', email: 'nobody' })).toMatchObject({
      code: 'PROBLEMS',
      problems: [
        { path: 'name', code: 'REQUIRED' },
        { path: 'nameKana', code: 'NOT_KANA' },
        { path: 'email', code: 'NOT_AN_EMAIL' },
      ],
    })
  })

  it('invites nobody twice: a repeated press is one invitation, the same address again is refused', async () => {
    const [email, key] = [someEmail(), `key ${next()}`]
    const [first, second] = await Promise.all([invite({ email, key }), invite({ email, key })])
    expect(second.id).toBe(first.id)
    expect((await invite({ email: email.toUpperCase() })).code).toBe('REGISTRANT_EXISTS')
    const race = someEmail()
    const raced = await Promise.all(Array.from({ length: 4 }, () => invite({ email: race })))
    expect(raced.filter(({ __typename }) => __typename === 'Registrant')).toHaveLength(1)
    expect(await mailsTo(app, race)).toHaveLength(1)
  })

  it('learns nothing of an address that signs in already; only its reader does (S8)', async () => {
    const { email } = await makeSeeker(app, center)
    expect(await invite({ email })).toMatchObject({ __typename: 'Registrant', email })
    const [mail] = await mailsTo(app, email)
    expect(mail!.text).toContain('ほかのメールアドレス')
    expect(mail!.text).not.toContain('/invitation/')
  })

  it('is the only one that invites, sends again and sees its registrants', async () => {
    const { registrant } = await invited()
    const LIST = '{ staffRegistrants(first: 100) { totalCount nodes { id name } } }'
    for (const [who, staff] of Object.entries(others)) {
      expect((await resend(registrant.id, registrant.version, { by: staff })).code, who).toBe('NOT_IN_OFFICE')
      expect(
        (await app.as(staff).run(LIST)).staffRegistrants.nodes.map(({ id }: { id: string }) => id),
        who,
      ).not.toContain(registrant.id)
      expect((await app.as(staff).run('query ($id: ID!) { node(id: $id) { id } }', { id: registrant.id })).node, who).toBeNull()
    }
    for (const who of ['a clerk of a public office', 'a manager of a public office'] as const)
      expect((await invite({}, others[who])).code, who).toBe('NOT_ALLOWED')
    const denied = await app.db.select().from(auditRecords).where(eq(auditRecords.object, registrant.id))
    expect(denied.filter(({ action }) => action === 'refused')).toHaveLength(3)
    const own = (await app.as(counter).run(LIST)).staffRegistrants.nodes
    expect(own[0]).toEqual({ id: registrant.id, name: '藤代 まさみ' })
    const looks = await app.db.select().from(auditRecords).where(eq(auditRecords.action, 'lookAtRegistrant'))
    expect(looks.some(({ object, actor }) => object === registrant.id && actor === counter.accountId)).toBe(true)
  })
})

describe('an invitation (R24, S1)', () => {
  it('survives every look, sets the password once, and ends signed in as the registrant', async () => {
    const { registrant, email, token } = await invited()
    for (let times = 0; times < 3; times++) expect(await look(token)).toMatchObject({ email, office: { name: center.name } })
    const by = browser(app)
    expect(await open(token, {}, by)).toEqual({
      __typename: 'Viewer',
      kind: 'REGISTRANT',
      account: { email, displayName: '藤代 まさみ' },
      registrant: { name: '藤代 まさみ', entryNumber: registrant.entryNumber, openedAt: expect.any(String), office: { name: center.name } },
    })
    expect((await by.session())?.viewer).toMatchObject({ kind: 'registrant', registrantId: registrant.id })
    expect((await by.run('query ($id: ID!) { node(id: $id) { id } }', { id: registrant.id })).node).toEqual({ id: registrant.id })
    expect(await look(token)).toBeNull()
    expect(await open(token)).toEqual(DEAD)
    const [account] = await app.db.select().from(accounts).where(eq(accounts.email, email))
    expect(account).toMatchObject({ termsVersion: TERMS_VERSION })
    expect((await resend(registrant.id, registrant.version + 1)).code).toBe('REGISTRANT_OPENED')
  })

  it('lets one of two win who press at once', async () => {
    const { email, token } = await invited()
    const answers = await Promise.all([open(token), open(token, { password: 'Kamome#8tobu', confirmation: 'Kamome#8tobu' })])
    expect(answers.filter(({ __typename }) => __typename === 'Viewer')).toHaveLength(1)
    expect(answers.find(({ __typename }) => __typename === 'Refusal')).toEqual(DEAD)
    expect(await app.db.$count(accounts, eq(accounts.email, email))).toBe(1)
  })

  it('works to the end of its last day and not a moment longer', async () => {
    const [early, late] = [await invited(), await invited()]
    app.setNow('2026-12-04T23:59:59+09:00')
    expect((await open(early.token)).kind).toBe('REGISTRANT')
    expect(await look(late.token)).not.toBeNull()
    app.setNow('2026-12-05T00:00:00+09:00')
    expect(await look(late.token)).toBeNull()
    expect(await open(late.token)).toEqual(DEAD)
  })

  it('is refused alike whether used, too old, replaced, tampered with or invented', async () => {
    const [used, replaced, tampered] = [await invited(), await invited(), await invited()]
    await open(used.token)
    expect((await resend(replaced.registrant.id, replaced.registrant.version)).invitationState).toBe('SENT')
    const changed = (tampered.token.startsWith('A') ? 'B' : 'A') + tampered.token.slice(1)
    for (const token of [used.token, replaced.token, changed, '', 'x'.repeat(5_000)]) {
      expect(await look(token)).toBeNull()
      expect(await open(token)).toEqual(DEAD)
    }
    expect((await open(await mailedToken(replaced.email))).kind).toBe('REGISTRANT')
  })

  it('is not used by an input that must be mended', async () => {
    const { token } = await invited()
    expect(await open(token, { confirmation: 'other', termsVersion: '2020-01-01' })).toMatchObject({
      code: 'PROBLEMS',
      problems: [
        { path: 'confirmation', code: 'PASSWORDS_DIFFER' },
        { path: 'termsVersion', code: 'TERMS_NOT_ACCEPTED' },
      ],
    })
    expect((await open(token, { password: 'short', confirmation: 'short' })).problems[0].path).toBe('password')
    expect((await open(token)).kind).toBe('REGISTRANT')
  })

  it('opens nothing for an address that has got a My Page meanwhile', async () => {
    const { email, token } = await invited()
    const now = app.clock.now()
    await app.db.insert(accounts).values({
      email,
      passwordHash: 'none',
      status: 'OPEN',
      termsVersion: '1',
      termsAcceptedAt: now,
      createdAt: now,
      passwordChangedAt: now,
    })
    expect(await look(token)).toBeNull()
    expect(await open(token)).toEqual(DEAD)
  })

  it('is sent again only for the version that was seen', async () => {
    const { registrant } = await invited()
    expect((await resend(registrant.id, registrant.version)).version).toBe(registrant.version + 1)
    expect((await resend(registrant.id, registrant.version)).code).toBe('VERSION_CONFLICT')
  })

  it('afterwards the registrant signs in with the address and the password', async () => {
    const { email, token } = await invited()
    await open(token)
    const SIGN_IN = `mutation ($email: String!) { signIn(email: $email, password: "${PASSWORD}") { __typename ... on Refusal { code } } }`
    expect((await browser(app).run(SIGN_IN, { email })).signIn.__typename).not.toBe('Refusal')
  })
})

describe('a registrant who leaves for good (R16)', () => {
  it('is out at once and unknown to the center, which can invite the same address anew', async () => {
    const [{ registrant, email, token }, by] = [await invited(), browser(app)]
    await open(token, {}, by)
    const WITHDRAW = `mutation { withdraw(input: { currentPassword: "${PASSWORD}", closesEmployer: false }) { __typename ... on Refusal { code } } }`
    expect((await by.run(WITHDRAW)).withdraw.__typename).toBe('Viewer')
    expect(await by.session()).toBeNull()
    const [left] = await app.db.select().from(registrants).where(eq(registrants.entryNumber, registrant.entryNumber))
    expect(left).toMatchObject({ name: '', nameKana: '', email: '', accountId: null })
    expect(await app.db.$count(invitations, eq(invitations.registrantId, registrant.id))).toBe(0)
    expect(await open(token)).toEqual(DEAD)
    const anew = await invite({ email })
    expect(anew.entryNumber).not.toBe(registrant.entryNumber)
    expect((await open(await mailedToken(email))).kind).toBe('REGISTRANT')
  })
})

describe('who stands before a dead link', () => {
  const ask = async (email: string): Promise<Answer> => (await app.as(null).run(ASK, { email })).requestNewInvitation
  const mailed = async (email: string) => {
    await mailNewInvitation(systemContext(app.services), email)
    return (await mailsTo(app, email)).at(-1)!
  }

  it('is answered alike whoever asks, and the work is the same (S8)', async () => {
    const [waits, opened] = [await invited(), await invited()]
    await open(opened.token)
    const asked = [waits.email, opened.email, someEmail()]
    const work: string[][] = []
    for (const email of asked) {
      const { answer, statements } = await app.statementsOf(() => ask(email))
      work.push(statements)
      expect(answer).toEqual({ __typename: 'InvitationRequest', email, sender: 'counter@mail.example' })
    }
    expect(work[0]!.some((statement) => statement.includes('add_job'))).toBe(true)
    expect(work.every((statements) => JSON.stringify(statements) === JSON.stringify(work[0]))).toBe(true)
  })

  it('gets a new link by mail, and the one before is dead', async () => {
    const { email, token } = await invited()
    app.setNow('2026-12-20T10:00:00+09:00')
    expect((await mailed(email)).text).toContain('/invitation/')
    const fresh = await mailedToken(email)
    expect(fresh).not.toBe(token)
    expect(await open(token)).toEqual(DEAD)
    expect((await open(fresh)).kind).toBe('REGISTRANT')
    expect(await mailed(email)).toMatchObject({ template: 'registrantOpened', text: expect.stringContaining('/signin') })
    expect(await mailed(someEmail())).toMatchObject({ template: 'nobodyInvited', text: expect.not.stringContaining('/invitation/') })
  })

  it('asks five times in an hour and no more, known or not', async () => {
    const email = someEmail()
    for (let times = 0; times < 5; times++) expect((await ask(email)).__typename).toBe('InvitationRequest')
    expect((await ask(email)).code).toBe('TOO_MANY_TRIES')
    app.setNow('2026-11-20T11:00:01+09:00')
    expect((await ask(email)).__typename).toBe('InvitationRequest')
  })

  it('is told at the field what is no address', async () => {
    expect(await ask('nobody')).toMatchObject({ code: 'PROBLEMS', problems: [{ path: 'email', code: 'NOT_AN_EMAIL' }] })
  })
})

describe('the token (S2)', () => {
  it('stands in no table once its mail was carried, in no file and in no audit row', async () => {
    const { email, token } = await invited()
    const [mail] = await mailsTo(app, email)
    const carried: string[] = []
    const postman = { keeps: false, carry: async ({ text }: { text: string }) => void carried.push(text), close: () => {} }
    await sendMail(app.db, postman, app.clock.now(), mail!.id)
    expect(carried[0]).toContain(token)
    await open(token)
    const tables = await app.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) expect(JSON.stringify(await app.sql`select * from ${app.sql(name)}`), name).not.toContain(token)
    const files = await readdir(app.dataDir, { recursive: true, withFileTypes: true })
    for (const file of files.filter((one) => one.isFile()))
      expect(await readFile(join(file.parentPath, file.name), 'utf8'), file.name).not.toContain(token)
    expect(await app.db.$count(mails, eq(mails.to, email))).toBe(1)
    expect(await app.db.$count(invitations)).toBeGreaterThan(0)
    expect(await app.db.$count(registrants, eq(registrants.email, email))).toBe(1)
  })
})
