import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { type Browser, browser, mailedKey, mailedOneTimePassword, mailsTo, rememberAccount } from '../../../test/browser.ts'
import { giveSeeker } from '../../../test/seats.ts'
import { addDays, addMinutes, addSeconds } from '../../kernel/calendar.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { auditRecords } from '../../platform/db/platform.table.ts'
import { accounts } from './accounts.table.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'Tsukuba7#gawa'
const NEW_PASSWORD = 'Kamome#8tobu'
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on Viewer { kind } ... on OneTimePasswordRequest { id } ... on Refusal { code } } }`
const VERIFY = `mutation ($input: VerifyOneTimePasswordInput!) { verifyOneTimePassword(input: $input) { __typename } }`
const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  __typename ... on Viewer { kind sessions { isCurrent } devices { id } } ... on Refusal { code problems { path code } } } }`
const CHANGE_EMAIL = `mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) {
  __typename ... on KeyRequest { email } ... on Refusal { code problems { path code } } } }`
const CONFIRM_EMAIL = `mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) {
  __typename ... on Viewer { kind account { email } } ... on Refusal { code } } }`
const PLACES = '{ viewer { sessions { id name isCurrent createdAt lastSeenAt } devices { id name rememberedUntil } } }'
const END_SESSION = 'mutation ($id: ID!) { endSession(id: $id) { __typename ... on Viewer { sessions { id } } ... on Refusal { code } } }'
const EVERYWHERE = 'mutation { signOutEverywhere { ... on Viewer { sessions { isCurrent } devices { id } } } }'
const REVOKE = 'mutation ($id: ID!) { revokeDevice(id: $id) { __typename ... on Viewer { devices { id } } ... on Refusal { code } } }'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
})
afterAll(() => app.close())
let today = '2026-11-20'
beforeEach(() => {
  today = addDays(today, 1)
  app.setNow(`${today}T10:00:00+09:00`)
})
const later = (minutes: number, seconds = 0) => app.setNow(addSeconds(addMinutes(app.clock.now(), minutes), seconds))

let count = 0
async function makePerson() {
  const now = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({
      email: `person${++count}@own.example`,
      status: 'OPEN',
      passwordHash: await hashPassword(PASSWORD),
      termsVersion: TERMS_VERSION,
      termsAcceptedAt: now,
      createdAt: now,
      passwordChangedAt: now,
    })
    .returning()
  await giveSeeker(app, account!.id)
  return account!
}
const signIn = async (by: Browser, email: string, password = PASSWORD) => (await by.run(SIGN_IN, { email, password })).signIn
/** Signed in at several browsers. */
async function signedIn(browsers = 1) {
  const account = await makePerson()
  await rememberAccount(app, account.id)
  const at = Array.from({ length: browsers }, () => browser(app))
  for (const by of at) expect((await signIn(by, account.email)).kind).toBe('SEEKER')
  return { ...account, at: at as [Browser, Browser, Browser] }
}
const change = async (by: Browser, more: Record<string, string> = {}) =>
  (await by.run(CHANGE_PASSWORD, { input: { currentPassword: PASSWORD, password: NEW_PASSWORD, confirmation: NEW_PASSWORD, ...more } }))
    .changePassword
const changeEmail = async (by: Browser, email: string, currentPassword = PASSWORD) =>
  (await by.run(CHANGE_EMAIL, { input: { email, currentPassword } })).changeEmail
const confirmEmail = async (by: Browser, email: string, authenticationKey: string) =>
  (await by.run(CONFIRM_EMAIL, { input: { email, authenticationKey } })).confirmEmail
const auditOf = async (person: string) =>
  (await app.db.select({ action: auditRecords.action }).from(auditRecords).where(eq(auditRecords.person, person))).map((r) => r.action)

describe('a change of password (S5, S10)', () => {
  it('ends every other session, forgets remembered browsers, tells the address, and goes on here with another cookie', async () => {
    const { email, id, at } = await signedIn(2)
    const before = at[0].token()
    expect(await change(at[0])).toEqual({ __typename: 'Viewer', kind: 'SEEKER', sessions: [{ isCurrent: true }], devices: [] })
    expect(at[0].token()).not.toBe(before)
    expect(await at[0].session()).not.toBeNull()
    expect(await at[1].session()).toBeNull()
    const thief = browser(app)
    thief.plant(before)
    expect(await thief.session()).toBeNull()
    expect((await mailsTo(app, email)).at(-1)?.template).toBe('passwordChanged')
    expect((await signIn(browser(app), email)).code).toBe('SIGN_IN_FAILED')
    expect((await signIn(browser(app), email, NEW_PASSWORD)).__typename).toBe('OneTimePasswordRequest')
    expect(await auditOf(id)).toContain('changePassword')
  })

  it('needs the current password, another new one, and the rules of passwords', async () => {
    const { at } = await signedIn()
    const problems = async (more: Record<string, string>) =>
      ((await change(at[0], more)).problems as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)
    expect(await problems({ currentPassword: 'Wrong#pass7' })).toEqual(['currentPassword CURRENT_PASSWORD_WRONG'])
    expect(await problems({ currentPassword: '' })).toEqual(['currentPassword REQUIRED'])
    expect(await problems({ password: PASSWORD, confirmation: PASSWORD })).toEqual(['password PASSWORD_UNCHANGED'])
    expect(await problems({ password: 'short#7' })).toEqual(['password PASSWORD_LENGTH', 'confirmation PASSWORDS_DIFFER'])
    expect(await problems({ confirmation: 'Kamome#9tobu' })).toEqual(['confirmation PASSWORDS_DIFFER'])
    expect((await change(at[0])).__typename).toBe('Viewer')
  })

  it('by a stolen session cannot be tried at will: from the fifth wrong password on one waits', async () => {
    const { at } = await signedIn()
    for (let n = 0; n < 5; n++) expect((await change(at[0], { currentPassword: 'Wrong#pass7' })).code).toBe('PROBLEMS')
    expect((await change(at[0])).code).toBe('TOO_MANY_TRIES')
    later(0, 6)
    expect((await change(at[0])).__typename).toBe('Viewer')
  })

  it('has one winner of ten at once', async () => {
    const { at } = await signedIn()
    const [by] = at
    const answers = await Promise.all(
      Array.from({ length: 3 }, (_, n) => change(by, { password: `Kamome#${n}tobu`, confirmation: `Kamome#${n}tobu` })),
    )
    expect(answers.filter((a) => a.__typename === 'Viewer')).toHaveLength(1)
  })

  it('is for signed-in people only', async () => {
    const input = { currentPassword: PASSWORD, password: NEW_PASSWORD, confirmation: NEW_PASSWORD }
    const { errors } = await app.as(null).ask(CHANGE_PASSWORD, { input })
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
  })
})

describe('a change of address (S10)', () => {
  it('happens when the key from the new address comes back; the old one is told, and other sessions end', async () => {
    const { id, email, at } = await signedIn(2)
    const wanted = `Neu${count}@Own.example`
    expect(await changeEmail(at[0], wanted)).toEqual({ __typename: 'KeyRequest', email: wanted.toLowerCase() })
    expect((await signIn(browser(app), email)).__typename).toBe('Viewer')
    const answer = await confirmEmail(at[0], wanted, await mailedKey(app, wanted.toLowerCase()))
    expect(answer).toEqual({ __typename: 'Viewer', kind: 'SEEKER', account: { email: wanted.toLowerCase() } })
    expect([await at[0].session(), await at[1].session()]).toEqual([expect.anything(), null])
    expect((await mailsTo(app, email)).at(-1)?.template).toBe('emailChanged')
    expect((await signIn(browser(app), email)).code).toBe('SIGN_IN_FAILED')
    expect((await signIn(browser(app), wanted)).__typename).toBe('OneTimePasswordRequest')
    expect(await auditOf(id)).toContain('changeEmail')
  })

  it('to an address that opens another My Page is answered alike; only that mailbox learns it', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    const [taken, free] = [await changeEmail(one.at[0], other.email), await changeEmail(one.at[0], 'free@own.example')]
    expect({ ...taken, email: '' }).toEqual({ ...free, email: '' })
    const mail = (await mailsTo(app, other.email)).at(-1)!
    expect(mail.template).toBe('emailTaken')
    expect(mail.text).not.toContain('認証キー:')
    expect((await confirmEmail(one.at[0], other.email, '22222222')).code).toBe('KEY_DEAD')
  })

  it('cannot be ended by somebody else who has the key', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    await changeEmail(one.at[0], 'mine@own.example')
    const key = await mailedKey(app, 'mine@own.example')
    expect((await confirmEmail(other.at[0], 'mine@own.example', key)).code).toBe('KEY_DEAD')
    expect((await confirmEmail(one.at[0], 'mine@own.example', key)).__typename).toBe('Viewer')
  })

  it('of two people to one address has one winner', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    await changeEmail(one.at[0], 'both@own.example')
    const first = await mailedKey(app, 'both@own.example')
    await changeEmail(other.at[0], 'both@own.example')
    const second = await mailedKey(app, 'both@own.example')
    expect((await confirmEmail(one.at[0], 'both@own.example', first)).code).toBe('KEY_DEAD')
    expect((await confirmEmail(other.at[0], 'both@own.example', second)).__typename).toBe('Viewer')
  })

  it.each([
    ['', 'REQUIRED'],
    ['name@', 'NOT_AN_EMAIL'],
    [`${'a'.repeat(92)}@own.example`, 'TOO_LONG'],
    ['na\u0000me@own.example', 'NOT_AN_EMAIL'],
    ['\ud800@own.example', 'NOT_AN_EMAIL'],
    ['🙂@own.example', 'NOT_AN_EMAIL'],
  ])('to %j says what is wrong at the field', async (email, code) => {
    const { at } = await signedIn()
    expect((await changeEmail(at[0], email)).problems).toEqual([{ path: 'email', code }])
  })

  it('to the same address, or without the current password, changes nothing', async () => {
    const { at, email } = await signedIn()
    expect((await changeEmail(at[0], email.toUpperCase())).problems).toEqual([{ path: 'email', code: 'EMAIL_UNCHANGED' }])
    expect((await changeEmail(at[0], 'other@own.example', 'Wrong#pass7')).problems).toEqual([
      { path: 'currentPassword', code: 'CURRENT_PASSWORD_WRONG' },
    ])
    expect(await mailsTo(app, 'other@own.example')).toEqual([])
  })
})

describe('where one is signed in', () => {
  it('is listed with the browser’s name, the own one marked, and nobody else’s', async () => {
    const { at } = await signedIn(2)
    await signedIn(1)
    const { viewer } = await at[0].run(PLACES)
    expect(viewer.sessions).toHaveLength(2)
    expect(viewer.sessions.filter((s: { isCurrent: boolean }) => s.isCurrent)).toHaveLength(1)
    expect(viewer.sessions[0].name).toBe('Chrome(Windows)')
  })

  it('is not listed any more once it idled out', async () => {
    const { at, email } = await signedIn(1)
    app.setNow(`${today}T10:30:00+09:00`)
    const later = browser(app)
    await signIn(later, email)
    expect((await later.run(PLACES)).viewer.sessions).toHaveLength(2)
    app.setNow(`${today}T10:51:00+09:00`)
    expect(await at[0].session()).toBeNull()
    expect((await later.run(PLACES)).viewer.sessions).toMatchObject([{ isCurrent: true }])
  })

  it('can be ended one by one, one’s own only, and not the one that asks', async () => {
    const [mine, other] = [await signedIn(2), await signedIn(1)]
    const [here, there, theirs] = [await mine.at[0].session(), await mine.at[1].session(), await other.at[0].session()]
    const end = async (id: string) => (await mine.at[0].run(END_SESSION, { id })).endSession
    expect((await end(theirs!.id)).code).toBe('NOT_FOUND')
    expect((await end(here!.id)).code).toBe('NOT_FOUND')
    expect(await end(there!.id)).toEqual({ __typename: 'Viewer', sessions: [{ id: here!.id }] })
    expect(await mine.at[1].session()).toBeNull()
    expect(await other.at[0].session()).not.toBeNull()
  })

  it('can be ended everywhere at once; sockets are told before the answer', async () => {
    const { at, id } = await signedIn(3)
    const heard: string[] = []
    const off = app.live.on('control', (named) => void heard.push(named))
    const ended = [(await at[1].session())!.id, (await at[2].session())!.id]
    expect((await at[0].run(EVERYWHERE)).signOutEverywhere).toEqual({ sessions: [{ isCurrent: true }], devices: [] })
    expect([await at[1].session(), await at[2].session()]).toEqual([null, null])
    await expect.poll(() => heard).toEqual(expect.arrayContaining(ended))
    off()
    expect(await auditOf(id)).toContain('signOutEverywhere')
  })
})

describe('a remembered browser that was lost', () => {
  it('is revoked by its owner alone: it is asked again, and whoever is signed in on it is out', async () => {
    const account = await makePerson()
    const [lost, here] = [browser(app), browser(app)]
    for (const by of [lost, here]) {
      const { id } = await signIn(by, account.email)
      const oneTimePassword = await mailedOneTimePassword(app, account.email)
      await by.run(VERIFY, { input: { attemptId: id, oneTimePassword, remember: by === lost } })
    }
    const { devices } = (await here.run(PLACES)).viewer
    expect(devices).toHaveLength(1)
    const { at } = await signedIn()
    expect((await at[0].run(REVOKE, { id: devices[0].id })).revokeDevice.code).toBe('NOT_FOUND')
    expect((await here.run(REVOKE, { id: devices[0].id })).revokeDevice).toEqual({ __typename: 'Viewer', devices: [] })
    expect([await lost.session(), await here.session()]).toEqual([null, expect.anything()])
    expect((await signIn(lost, account.email)).__typename).toBe('OneTimePasswordRequest')
    expect((await here.run(REVOKE, { id: devices[0].id })).revokeDevice.code).toBe('NOT_FOUND')
  })
})
