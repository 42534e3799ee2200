import { generate } from 'otplib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { makeOffice } from '../../../test/actors.ts'
import { type Browser, browser, mailedKey, mailedOneTimePassword, mailsTo } from '../../../test/browser.ts'
import { giveSeeker, giveStaff } from '../../../test/seats.ts'
import { addDays, addSeconds } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { accounts, authenticators } from './accounts.table.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'Tsukuba7#gawa'
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on Viewer { kind } ... on OneTimePasswordRequest { id factor } ... on Refusal { code } } }`
const VERIFY = `mutation ($input: VerifyOneTimePasswordInput!) { verifyOneTimePassword(input: $input) {
  __typename ... on Viewer { kind } ... on AuthenticatorSetUp { id secret uri } ... on Refusal { code message } } }`
const REQUEST = `mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) {
  __typename ... on Viewer { kind } ... on OneTimePasswordRequest { id factor } ... on AuthenticatorSetUp { id secret } ... on Refusal { code } } }`

let app: TestApp
let officeId: Id<'off'>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  officeId = (await makeOffice(app)).id
})
afterAll(() => app.close())
let today = '2026-11-20'
beforeEach(() => {
  today = addDays(today, 1)
  app.setNow(`${today}T10:00:00+09:00`)
  app.services.demo = false
})
afterEach(() => void (app.services.demo = true))
const later = (seconds: number) => app.setNow(addSeconds(app.clock.now(), seconds))

let count = 0
async function makePerson(as: 'staff' | 'seeker') {
  const now = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({
      email: `person${++count}@factor.example`,
      status: 'OPEN',
      passwordHash: await hashPassword(PASSWORD),
      termsVersion: TERMS_VERSION,
      termsAcceptedAt: now,
      createdAt: now,
      passwordChangedAt: now,
    })
    .returning()
  if (as === 'staff') await giveStaff(app, account!.id, officeId, '窪田 真央')
  else await giveSeeker(app, account!.id)
  return account!
}
const signIn = async (by: Browser, email: string) => (await by.run(SIGN_IN, { email, password: PASSWORD })).signIn
const verify = async (by: Browser, attemptId: string, oneTimePassword: string, remember = false) =>
  (await by.run(VERIFY, { input: { attemptId, oneTimePassword, remember } })).verifyOneTimePassword
/** What the app shows at this moment. */
const shown = (secret: string) => generate({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) })
const wrongOf = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

/** A member of staff who has set up the app. */
async function withApp() {
  const { email } = await makePerson('staff')
  const by = browser(app)
  const { id } = await signIn(by, email)
  const { secret } = await verify(by, id, await mailedOneTimePassword(app, email))
  expect((await verify(by, id, await shown(secret))).kind).toBe('STAFF')
  later(60)
  return { email, secret: secret as string }
}
const NEW_PASSWORD = 'Kamome#8tobu'
async function resetPassword(by: Browser, email: string) {
  await by.run(REQUEST, { input: { email, purpose: 'RESET', termsVersion: '' } })
  const authenticationKey = await mailedKey(app, email)
  const input = { email, purpose: 'RESET', authenticationKey, password: NEW_PASSWORD, confirmation: NEW_PASSWORD }
  return (await by.run(REGISTER, { input })).registerPassword
}

describe('a member of staff outside the demo (S18)', () => {
  it('is not let in by password and mailbox alone: an authenticator app is set up first', async () => {
    const { email } = await makePerson('staff')
    const by = browser(app)
    const request = await signIn(by, email)
    expect(request).toMatchObject({ __typename: 'OneTimePasswordRequest', factor: 'MAIL' })
    const setUp = await verify(by, request.id, await mailedOneTimePassword(app, email))
    expect(setUp).toMatchObject({ __typename: 'AuthenticatorSetUp', id: request.id, uri: expect.stringMatching(/^otpauth:\/\/totp\//u) })
    expect(await by.session()).toBeNull()
    expect((await verify(by, request.id, wrongOf(await shown(setUp.secret)))).code).toBe('ONE_TIME_PASSWORD_WRONG')
    expect(await by.session()).toBeNull()
    expect((await verify(by, request.id, await shown(setUp.secret))).kind).toBe('STAFF')
    expect((await by.session())?.viewer.kind).toBe('staff')
  })

  it('gives the number of the app from then on, and no mail is sent', async () => {
    const { email, secret } = await withApp()
    const mails = (await mailsTo(app, email)).length
    const by = browser(app)
    const request = await signIn(by, email)
    expect(request.factor).toBe('AUTHENTICATOR')
    expect(await verify(by, request.id, wrongOf(await shown(secret)))).toMatchObject({
      code: 'ONE_TIME_PASSWORD_WRONG',
      message: expect.stringContaining('認証アプリ'),
    })
    expect((await verify(by, request.id, await shown(secret))).kind).toBe('STAFF')
    expect(await mailsTo(app, email)).toHaveLength(mails)
  })

  it('cannot use a number twice, nor an old one', async () => {
    const { email, secret } = await withApp()
    const number = await shown(secret)
    const [one, two] = [browser(app), browser(app)]
    expect((await verify(one, (await signIn(one, email)).id, number)).kind).toBe('STAFF')
    expect((await verify(two, (await signIn(two, email)).id, number)).code).toBe('ONE_TIME_PASSWORD_WRONG')
    const old = await shown(secret)
    later(120)
    expect((await verify(two, (await signIn(two, email)).id, old)).code).toBe('ONE_TIME_PASSWORD_WRONG')
  })

  it('is let in once by a number that comes ten times at once', async () => {
    const { email, secret } = await withApp()
    const by = browser(app)
    const { id } = await signIn(by, email)
    const number = await shown(secret)
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(by, id, number)))
    expect(answers.filter((a) => a.__typename === 'Viewer')).toHaveLength(1)
  })

  it('has five tries, and begins anew after them', async () => {
    const { email, secret } = await withApp()
    const by = browser(app)
    const { id } = await signIn(by, email)
    for (let n = 0; n < 5; n++) await verify(by, id, wrongOf(await shown(secret)))
    expect((await verify(by, id, await shown(secret))).code).toBe('SIGN_IN_AGAIN')
  })

  it('skips it on a browser that was remembered after it', async () => {
    const { email, secret } = await withApp()
    const by = browser(app)
    const { id } = await signIn(by, email)
    await verify(by, id, await shown(secret), true)
    expect((await signIn(by, email)).kind).toBe('STAFF')
    expect((await signIn(browser(app), email)).__typename).toBe('OneTimePasswordRequest')
  })

  it('does not pass the app by forgetting the password', async () => {
    const { email, secret } = await withApp()
    const by = browser(app)
    const request = await resetPassword(by, email)
    expect(request).toMatchObject({ __typename: 'OneTimePasswordRequest', factor: 'AUTHENTICATOR' })
    expect(await by.session()).toBeNull()
    expect((await verify(browser(app), request.id, await shown(secret))).code).toBe('SIGN_IN_AGAIN')
    expect((await verify(by, request.id, await shown(secret))).kind).toBe('STAFF')
  })

  it('sets up the app after a password forgotten before there was one', async () => {
    const { email } = await makePerson('staff')
    const by = browser(app)
    const mails = (await mailsTo(app, email)).length
    const setUp = await resetPassword(by, email)
    expect(setUp.__typename).toBe('AuthenticatorSetUp')
    expect(await by.session()).toBeNull()
    expect((await mailsTo(app, email)).slice(mails).map(({ template }) => template)).toEqual(['reset', 'passwordChanged'])
    expect((await verify(by, setUp.id, await shown(setUp.secret))).kind).toBe('STAFF')
  })

  it('has no secret in the database that could be read', async () => {
    const { secret } = await withApp()
    expect(JSON.stringify(await app.db.select().from(authenticators))).not.toContain(secret)
  })
})

it('a seeker is let in by the mailbox, and staff of the demo too', async () => {
  for (const [as, demo, kind] of [
    ['seeker', false, 'SEEKER'],
    ['staff', true, 'STAFF'],
  ] as const) {
    app.services.demo = demo
    const { email } = await makePerson(as)
    const by = browser(app)
    const { id } = await signIn(by, email)
    expect((await verify(by, id, await mailedOneTimePassword(app, email))).kind).toBe(kind)
  }
})
