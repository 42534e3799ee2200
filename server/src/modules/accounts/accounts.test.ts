import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { makeOffice } from '../../../test/actors.ts'
import { type Browser, browser, mailedKey, mailsTo, rememberAccount } from '../../../test/browser.ts'
import { giveEmployer, giveSeeker, giveStaff, seekersOf } from '../../../test/seats.ts'
import { addDays } from '../../kernel/calendar.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { accounts, authenticationKeys, sessions } from './accounts.table.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'Tsukuba7#gawa'
const REQUEST = `mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) {
  __typename ... on KeyRequest { id email validUntil sender } ... on Refusal { code problems { path code } } } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) {
  __typename ... on Viewer { kind account { email } seeker { status } sessionIdleUntil } ... on Refusal { code problems { path code message } } } }`
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on Viewer { kind account { id email displayName } staff { name role office { name } } } ... on Refusal { code message } } }`
const RESEND = `mutation ($email: String!, $purpose: KeyPurpose!) { resendKey(email: $email, purpose: $purpose) { __typename ... on Refusal { code } } }`
const SIGN_OUT = `mutation { signOut { __typename ... on Viewer { kind account { id } } } }`
const VIEWER = `{ viewer { kind account { email } counts { unreadThreads waitingApplicants toDo } inboxSeq serverTime sessionIdleUntil demo { password accounts { email role } } } }`

let app: TestApp
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
})
afterAll(() => app.close())

/** Every test has a day of its own, so that tries of another one do not count. */
let today = '2026-11-20'
const at = (time: string) => app.setNow(`${today}T${time}+09:00`)
beforeEach(() => {
  today = addDays(today, 1)
  at('10:00:00')
})

let count = 0
const someEmail = () => `person${++count}@mail.example`
const request = async (email: string, purpose = 'OPEN_SEEKER', termsVersion = TERMS_VERSION, by = browser(app)) =>
  (await by.run(REQUEST, { input: { email, purpose, termsVersion } })).requestAuthenticationKey
const register = async (by: Browser, email: string, authenticationKey: string, more: Record<string, string> = {}) =>
  (
    await by.run(REGISTER, {
      input: { email, purpose: 'OPEN_SEEKER', authenticationKey, password: PASSWORD, confirmation: more['password'] ?? PASSWORD, ...more },
    })
  ).registerPassword
const signIn = async (email: string, password = PASSWORD, by = browser(app)) => (await by.run(SIGN_IN, { email, password })).signIn

async function makeAccount(email = someEmail(), status: 'OPEN' | 'SUSPENDED' = 'OPEN') {
  const now = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({
      email,
      status,
      passwordHash: await hashPassword(PASSWORD),
      termsVersion: TERMS_VERSION,
      termsAcceptedAt: now,
      createdAt: now,
      passwordChangedAt: now,
    })
    .returning()
  return account!
}
async function makeSeekerAccount() {
  const account = await makeAccount()
  await giveSeeker(app, account.id)
  await rememberAccount(app, account.id)
  return account
}

describe('an authentication key', () => {
  it('opens a seeker My Page and ends signed in', async () => {
    const [email, by] = [someEmail(), browser(app)]
    const asked = await request(email.toUpperCase())
    expect(asked).toMatchObject({ __typename: 'KeyRequest', email, validUntil: expect.stringMatching(/^2026-11-21T01:50:0/) })
    expect(asked.sender).toMatch(/@/)
    const key = await mailedKey(app, email)
    expect(key).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    const fullWidth = key.toLowerCase().replaceAll(/[a-z\d]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    expect(await register(by, email, fullWidth)).toEqual({
      __typename: 'Viewer',
      kind: 'SEEKER',
      account: { email },
      seeker: { status: 'DRAFT' },
      sessionIdleUntil: expect.stringMatching(/^2026-11-21T01:50:0/),
    })
    expect((await by.run(VIEWER)).viewer).toMatchObject({ kind: 'SEEKER', account: { email } })
  })

  it('is not in the database, nor is the cookie', async () => {
    const [email, by] = [someEmail(), browser(app)]
    await request(email)
    const key = (await mailedKey(app, email)).replace('-', '')
    await register(by, email, key)
    const stored = JSON.stringify([await app.db.select().from(authenticationKeys), await app.db.select().from(sessions)])
    expect(stored).not.toContain(key)
    expect(stored).not.toContain(by.token())
    expect(by.token()!.length).toBeGreaterThanOrEqual(43)
  })

  it.each([
    [50 * 60 - 1, { kind: 'SEEKER' }],
    [50 * 60, { code: 'KEY_DEAD' }],
  ])('%i seconds after it was sent answers %o', async (seconds, outcome) => {
    const email = someEmail()
    await request(email)
    const { validUntil } = (await app.db.select().from(authenticationKeys).where(eq(authenticationKeys.email, email)))[0]!
    app.setNow(new Date(validUntil.getTime() - (50 * 60 - seconds) * 1000))
    expect(await register(browser(app), email, await mailedKey(app, email))).toMatchObject(outcome)
  })

  it('survives nine wrong tries and dies of the tenth', async () => {
    for (const [tries, outcome] of [
      [9, 'Viewer'],
      [10, 'Refusal'],
    ] as const) {
      const email = someEmail()
      await request(email)
      for (let n = 0; n < tries; n++) expect((await register(browser(app), email, '22222222')).code).toBe('KEY_DEAD')
      expect((await register(browser(app), email, await mailedKey(app, email))).__typename).toBe(outcome)
    }
  })

  it('dies when a newer one is sent, and works once', async () => {
    const email = someEmail()
    await request(email)
    const first = await mailedKey(app, email)
    expect((await browser(app).run(RESEND, { email, purpose: 'OPEN_SEEKER' })).resendKey.__typename).toBe('KeyRequest')
    const second = await mailedKey(app, email)
    expect(second).not.toBe(first)
    expect((await register(browser(app), email, first)).code).toBe('KEY_DEAD')
    expect((await register(browser(app), email, second)).kind).toBe('SEEKER')
    expect((await register(browser(app), email, second)).code).toBe('KEY_DEAD')
  })

  it('has one winner of ten who use it at once', async () => {
    const email = someEmail()
    await request(email)
    const key = await mailedKey(app, email)
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(browser(app), email, key)))
    expect(answers.filter((a) => a.__typename === 'Viewer')).toHaveLength(1)
    expect(answers.filter((a) => a.code === 'KEY_DEAD')).toHaveLength(9)
    const opened = await app.db.select().from(accounts).where(eq(accounts.email, email))
    expect(opened).toHaveLength(1)
    expect(await seekersOf(app, email)).toBe(1)
  })

  it('is of no use for another purpose or address', async () => {
    const [known, stranger] = [(await makeSeekerAccount()).email, someEmail()]
    await request(known, 'RESET')
    const key = await mailedKey(app, known)
    expect((await register(browser(app), known, key)).code).toBe('KEY_DEAD')
    await request(stranger)
    expect((await register(browser(app), stranger, key)).code).toBe('KEY_DEAD')
  })

  it('is mailed five times an hour at most', async () => {
    const email = someEmail()
    for (let n = 0; n < 5; n++) expect((await request(email)).__typename).toBe('KeyRequest')
    expect((await request(email)).code).toBe('TOO_MANY_TRIES')
    expect(await mailsTo(app, email)).toHaveLength(5)
    at('11:05:00')
    expect((await request(email)).__typename).toBe('KeyRequest')
  })

  it('asks for an address, for the terms of today, and only for what anybody may open', async () => {
    expect((await request('name@')).problems).toEqual([{ path: 'email', code: 'NOT_AN_EMAIL' }])
    expect((await request('')).problems).toEqual([{ path: 'email', code: 'REQUIRED' }])
    expect((await request(`${'a'.repeat(88)}@mail.example`)).problems).toEqual([{ path: 'email', code: 'TOO_LONG' }])
    expect((await request(`${'a'.repeat(87)}@mail.example`)).__typename).toBe('KeyRequest')
    expect((await request(someEmail(), 'OPEN_SEEKER', '2020-01-01')).problems).toEqual([
      { path: 'termsVersion', code: 'TERMS_NOT_ACCEPTED' },
    ])
    expect((await request(someEmail(), 'MEMBER')).code).toBe('NOT_ALLOWED')
  })
})

describe('known and unknown addresses', () => {
  it('are answered alike; only the mail tells', async () => {
    const [known, unknown] = [(await makeSeekerAccount()).email, someEmail()]
    for (const [purpose, subjects] of [
      ['OPEN_SEEKER', ['accountExists', 'openSeeker']],
      ['RESET', ['reset', 'noAccount']],
    ] as const) {
      const answers = [await request(known, purpose), await request(unknown, purpose)]
      const [ofKnown, ofUnknown] = answers.map((a) => ({ ...a, id: 'key', email: 'e', validUntil: a.validUntil.slice(0, 18) }))
      expect(ofKnown).toEqual(ofUnknown)
      expect([(await mailsTo(app, known)).at(-1)?.template, (await mailsTo(app, unknown)).at(-1)?.template]).toEqual(subjects)
    }
    expect((await mailsTo(app, known)).find((m) => m.template === 'accountExists')?.text).not.toContain('認証キー:')
  })

  it('are refused alike at the key and at sign-in', async () => {
    const [known, unknown] = [(await makeSeekerAccount()).email, someEmail()]
    const refusal = { __typename: 'Refusal', code: 'SIGN_IN_FAILED', message: 'メールアドレスかパスワードがちがいます。' }
    expect(await signIn(known, 'Wrong#pass7')).toEqual(refusal)
    expect(await signIn(unknown, 'Wrong#pass7')).toEqual(refusal)
    await request(known)
    await request(unknown)
    expect(await register(browser(app), known, '22222222')).toEqual(await register(browser(app), unknown, '22222222'))
  })
})

describe('a new password', () => {
  it('is refused with the reason, and a full-width one is never changed', async () => {
    const [email, by] = [someEmail(), browser(app)]
    await request(email)
    const key = await mailedKey(app, email)
    const problems = async (password: string, more = {}) =>
      (await register(by, email, key, { password, ...more })).problems.map((p: { path: string; code: string }) => `${p.path} ${p.code}`)
    expect(await problems('Gawa#７７７7tsu')).toEqual(['password PASSWORD_WIDTH'])
    expect(await problems('Gawa#7t')).toEqual(['password PASSWORD_LENGTH'])
    expect(await problems(PASSWORD, { confirmation: `${PASSWORD}x` })).toEqual(['confirmation PASSWORDS_DIFFER'])
    expect(await problems('P@ssw0rd2026!')).toEqual(['password PASSWORD_COMMON'])
    expect((await register(by, email, key)).kind).toBe('SEEKER')
  })

  it('after a reset ends every other session and stands instead of the old one', async () => {
    const account = await makeSeekerAccount()
    const [elsewhere, by] = [browser(app), browser(app)]
    await signIn(account.email, PASSWORD, elsewhere)
    const heard: string[] = []
    const off = app.live.on('control', (id) => void heard.push(id))
    const ended = (await elsewhere.session())!.id
    await request(account.email, 'RESET')
    const answer = await register(by, account.email, await mailedKey(app, account.email), { purpose: 'RESET', password: 'Kamome#8tobu' })
    expect(answer.kind).toBe('SEEKER')
    expect(await elsewhere.session()).toBeNull()
    expect(await by.session()).not.toBeNull()
    await expect.poll(() => heard).toContain(ended)
    off()
    expect((await signIn(account.email)).code).toBe('SIGN_IN_FAILED')
    expect((await mailsTo(app, account.email)).at(-1)?.template).toBe('passwordChanged')
    expect((await signIn(account.email, 'Kamome#8tobu')).__typename).toBe('OneTimePasswordRequest')
  })
})

describe('sign-in', () => {
  it('gives a new session each time and ends the one that the browser brought', async () => {
    const account = await makeSeekerAccount()
    const by = browser(app)
    await signIn(account.email, PASSWORD, by)
    const first = by.token()
    await signIn(account.email, PASSWORD, by)
    expect(by.token()).not.toBe(first)
    const thief = browser(app)
    thief.plant(first)
    expect(await thief.session()).toBeNull()
  })

  it('lets nobody in with a planted cookie', async () => {
    const account = await makeSeekerAccount()
    const by = browser(app)
    by.plant('planted-by-somebody-else-0123456789abcdefgh')
    await signIn(account.email, PASSWORD, by)
    expect(by.token()).not.toContain('planted')
  })

  it('acts as staff before anything else, and for an employer before a seeker', async () => {
    const office = await makeOffice(app)
    const account = await makeSeekerAccount()
    expect((await signIn(account.email)).kind).toBe('SEEKER')
    const employerId = await giveEmployer(app, account.id, office.id, '森下 なつき')
    const by = browser(app)
    expect(await signIn(account.email, PASSWORD, by)).toMatchObject({ kind: 'EMPLOYER', account: { displayName: '森下 なつき' } })
    expect((await by.session())?.viewer).toMatchObject({ kind: 'employer', employerId, role: 'OWNER' })
    await giveStaff(app, account.id, office.id, '窪田 真央')
    expect(await signIn(account.email, PASSWORD, by)).toMatchObject({
      kind: 'STAFF',
      account: { displayName: '窪田 真央' },
      staff: { name: '窪田 真央', role: 'COUNTER', office: { name: office.name } },
    })
    expect((await by.session())?.viewer).toMatchObject({ kind: 'staff', officeId: office.id })
  })

  it('tells a suspended person only after the right password', async () => {
    const account = await makeAccount(someEmail(), 'SUSPENDED')
    expect((await signIn(account.email, 'Wrong#pass7')).code).toBe('SIGN_IN_FAILED')
    expect((await signIn(account.email)).code).toBe('ACCOUNT_SUSPENDED')
  })

  it('ends after 50 minutes without activity, and after sign-out at once', async () => {
    const account = await makeSeekerAccount()
    const by = browser(app)
    at('15:00:00')
    await signIn(account.email, PASSWORD, by)
    const { idleUntil } = (await by.session())!
    app.setNow(new Date(idleUntil.getTime() - 1000))
    expect(await by.session()).not.toBeNull()
    app.setNow(new Date(idleUntil.getTime() + 1))
    expect(await by.session()).toBeNull()
    await signIn(account.email, PASSWORD, by)
    const [token, session] = [by.token(), (await by.session())!]
    const heard: string[] = []
    const off = app.live.on('control', (id) => void heard.push(id))
    expect((await by.run(SIGN_OUT)).signOut).toEqual({ __typename: 'Viewer', kind: 'VISITOR', account: null })
    expect(by.token()).toBeNull()
    by.plant(token)
    expect(await by.session()).toBeNull()
    await expect.poll(() => heard).toContain(session.id)
    off()
  })
})

describe('the viewer', () => {
  it('is a visitor with zeros before sign-in, and reads the time of the server', async () => {
    at('09:00:00')
    const { viewer } = await browser(app).run(VIEWER)
    expect(viewer).toMatchObject({
      kind: 'VISITOR',
      account: null,
      counts: { unreadThreads: 0, waitingApplicants: 0, toDo: 0 },
      inboxSeq: 0,
      sessionIdleUntil: null,
    })
    expect(viewer.serverTime).toMatch(new RegExp(`^${today}T00:00:0`))
    expect(viewer.demo.accounts).toContainEqual({ email: 'counter@demo.example', role: '職員(窓口)' })
  })

  it('reads terms and privacy policy of the version that a key agrees to', async () => {
    const { terms } = await browser(app).run('{ terms { version terms { title paragraphs } privacy { title paragraphs } } }')
    expect(terms.version).toBe(TERMS_VERSION)
    expect([terms.terms.length, terms.privacy.length]).toEqual([8, 8])
  })
})
