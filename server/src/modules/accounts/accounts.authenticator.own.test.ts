import { generate } from 'otplib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOffice } from '../../../test/actors.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import { type Browser, browser, mailedOneTimePassword, mailsTo } from '../../../test/browser.ts'
import { giveSeeker, giveStaff } from '../../../test/seats.ts'
import { stopClock } from '../../../test/server.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { addDays, addSeconds } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { accounts } from './accounts.table.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'Tsukuba7#gawa'
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on OneTimePasswordRequest { id factor } ... on Refusal { code } } }`
const VERIFY = `mutation ($input: VerifyOneTimePasswordInput!) { verifyOneTimePassword(input: $input) {
  __typename ... on Viewer { kind } ... on AuthenticatorSetUp { id secret } ... on Refusal { code } } }`
const REFUSED = '... on Refusal { code problems { path code } }'
const BEGIN = `mutation ($password: String!) { beginAuthenticator(currentPassword: $password) {
  __typename ... on AuthenticatorSecret { secret uri } ${REFUSED} } }`
const CONFIRM = `mutation ($number: String!) { confirmAuthenticator(number: $number) {
  __typename ... on Viewer { authenticatorSince } ${REFUSED} } }`
const REMOVE = `mutation ($input: RemoveAuthenticatorInput!) { removeAuthenticator(input: $input) {
  __typename ... on Viewer { authenticatorSince } ${REFUSED} } }`

let app: TestApp
let officeId: Id<'off'>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  stopClock(app.clock)
  officeId = (await makeOffice(app)).id
})
afterAll(() => app.close())
let today = '2026-11-20'
beforeEach(() => {
  today = addDays(today, 1)
  app.setNow(`${today}T10:00:00+09:00`)
})
afterEach(() => void (app.services.demo = true))
const later = (seconds: number) => app.setNow(addSeconds(app.clock.now(), seconds))

let count = 0
async function signedIn(as: 'staff' | 'seeker' = 'seeker') {
  const now = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({
      email: `person${++count}@own-app.example`,
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
  const by = browser(app)
  const { email } = account!
  const { id } = await signIn(by, email)
  expect((await verify(by, id, await mailedOneTimePassword(app, email))).__typename).toBe('Viewer')
  return { by, email }
}
const signIn = async (by: Browser, email: string) => (await by.run(SIGN_IN, { email, password: PASSWORD })).signIn
const verify = async (by: Browser, attemptId: string, oneTimePassword: string) =>
  (await by.run(VERIFY, { input: { attemptId, oneTimePassword } })).verifyOneTimePassword
const begin = async (by: Browser, password = PASSWORD) => (await by.run(BEGIN, { password })).beginAuthenticator
const confirm = async (by: Browser, number: string) => (await by.run(CONFIRM, { number })).confirmAuthenticator
const remove = async (by: Browser, number: string, currentPassword = PASSWORD) =>
  (await by.run(REMOVE, { input: { currentPassword, number } })).removeAuthenticator
const shown = (secret: string) => generate({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) })
const wrongOf = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')
const WRONG = { code: 'PROBLEMS', problems: [{ path: 'number', code: 'AUTHENTICATOR_NUMBER_WRONG' }] }

async function withApp(as: 'staff' | 'seeker' = 'seeker') {
  const { by, email } = await signedIn(as)
  const { secret } = await begin(by)
  expect((await confirm(by, await shown(secret))).__typename).toBe('Viewer')
  later(60)
  return { by, email, secret: secret as string }
}

describe('a seeker who likes an authenticator app better than mails', () => {
  it('sets it up with the password and its first number, and signs in with its number from then on', async () => {
    const { by, email } = await signedIn()
    const { secret, uri } = await begin(by)
    expect(uri).toMatch(/^otpauth:\/\/totp\//u)
    expect(await confirm(by, wrongOf(await shown(secret)))).toMatchObject(WRONG)
    const wide = (await shown(secret)).replaceAll(/\d/gu, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))
    expect(await confirm(by, wide)).toEqual({ __typename: 'Viewer', authenticatorSince: app.clock.now().toISOString() })
    expect((await mailsTo(app, email)).at(-1)?.subject).toContain('認証アプリを登録しました')
    later(60)
    const other = browser(app)
    const request = await signIn(other, email)
    expect(request.factor).toBe('AUTHENTICATOR')
    expect((await verify(other, request.id, await shown(secret))).kind).toBe('SEEKER')
  })

  it('gives the current password first', async () => {
    const { by } = await signedIn()
    expect(await begin(by, 'Wrong#pass7')).toMatchObject({ problems: [{ path: 'currentPassword', code: 'CURRENT_PASSWORD_WRONG' }] })
  })

  it('goes on with mails until a number has come back', async () => {
    const { by, email } = await signedIn()
    expect((await confirm(by, '123456')).code).toBe('AUTHENTICATOR_NOT_BEGUN')
    await begin(by)
    expect((await signIn(browser(app), email)).factor).toBe('MAIL')
    expect((await by.run('{ viewer { authenticatorSince } }')).viewer.authenticatorSince).toBeNull()
  })

  it('cannot have a second one beside it', async () => {
    const { by, secret } = await withApp()
    expect((await begin(by)).code).toBe('AUTHENTICATOR_EXISTS')
    expect((await confirm(by, await shown(secret))).code).toBe('AUTHENTICATOR_EXISTS')
  })

  it('removes it with password and number, and gets mails again', async () => {
    const { by, email, secret } = await withApp()
    expect(await remove(by, await shown(secret), 'Wrong#pass7')).toMatchObject({ problems: [{ path: 'currentPassword' }] })
    expect(await remove(by, wrongOf(await shown(secret)))).toMatchObject(WRONG)
    expect(await remove(by, await shown(secret))).toEqual({ __typename: 'Viewer', authenticatorSince: null })
    expect((await mailsTo(app, email)).at(-1)?.subject).toContain('認証アプリの登録を削除しました')
    expect((await signIn(browser(app), email)).factor).toBe('MAIL')
    expect((await remove(by, await shown(secret))).code).toBe('AUTHENTICATOR_NOT_BEGUN')
  })

  it('cannot go on guessing the number: the fifth wrong one waits five seconds', async () => {
    const { by, secret } = await withApp()
    for (let n = 0; n < 5; n++) expect(await remove(by, wrongOf(await shown(secret)))).toMatchObject(WRONG)
    later(4)
    expect((await remove(by, await shown(secret))).code).toBe('TOO_MANY_TRIES')
    later(1)
    expect((await remove(by, await shown(secret))).__typename).toBe('Viewer')
  })
})

it('a member of staff outside the demo keeps the app (S18), and one of the demo need not', async () => {
  const { by, secret } = await withApp('staff')
  app.services.demo = false
  expect((await remove(by, await shown(secret))).code).toBe('AUTHENTICATOR_STAYS')
  app.services.demo = true
  expect((await remove(by, await shown(secret))).__typename).toBe('Viewer')
})
