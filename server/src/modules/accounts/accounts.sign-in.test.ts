import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { type Browser, browser, mailedKey, mailedOneTimePassword, mailsTo } from '../../../test/browser.ts'
import { giveSeeker } from '../../../test/seats.ts'
import { addDays, addMinutes, addSeconds } from '../../kernel/calendar.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { hashToken } from '../../platform/secrets/tokens.ts'
import { accounts, devices, signInAttempts } from './accounts.table.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'Tsukuba7#gawa'
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on Viewer { kind account { id email } } ... on OneTimePasswordRequest { id validUntil resendFrom sender } ... on Refusal { code message } } }`
const VERIFY = `mutation ($input: VerifyOneTimePasswordInput!) { verifyOneTimePassword(input: $input) {
  __typename ... on Viewer { kind account { email } } ... on Refusal { code message } } }`
const RESEND = `mutation ($attemptId: ID!) { resendOneTimePassword(attemptId: $attemptId) {
  __typename ... on OneTimePasswordRequest { id validUntil resendFrom } ... on Refusal { code message } } }`
const REQUEST = `mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename } }`
const REGISTER = `mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename ... on Viewer { kind } ... on Refusal { code } } }`
const EVERYWHERE = 'mutation { signOutEverywhere { __typename } }'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
})
afterAll(() => app.close())

/** Every test has a day of its own, so that tries of another one do not count. */
let today = '2026-11-20'
const at = (time: string) => app.setNow(`${today}T${time}+09:00`)
const later = (minutes: number, seconds = 0) => app.setNow(addSeconds(addMinutes(app.clock.now(), minutes), seconds))
beforeEach(() => {
  today = addDays(today, 1)
  at('10:00:00')
})

let count = 0
async function makePerson() {
  const now = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({
      email: `person${++count}@sign-in.example`,
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
const verify = async (by: Browser, attemptId: string, oneTimePassword: string, remember = false) =>
  (await by.run(VERIFY, { input: { attemptId, oneTimePassword, remember } })).verifyOneTimePassword
const resend = async (by: Browser, attemptId: string) => (await by.run(RESEND, { attemptId })).resendOneTimePassword
/** Another six digits than those in the mail. */
const wrongOf = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

async function begun(email?: string) {
  const person = email ?? (await makePerson()).email
  const by = browser(app)
  const request = await signIn(by, person)
  expect(request.__typename).toBe('OneTimePasswordRequest')
  return { email: person, by, attemptId: request.id as string, code: await mailedOneTimePassword(app, person), request }
}
/** Signs in with the one-time password and has this browser remembered. */
async function remembered(email?: string) {
  const one = await begun(email)
  expect((await verify(one.by, one.attemptId, one.code, true)).kind).toBe('SEEKER')
  return one
}

describe('a one-time password (R2, S4)', () => {
  it('is asked for on a browser that is not remembered, and nobody is signed in before it', async () => {
    const { email, by, attemptId, code, request } = await begun()
    expect(request.sender).toMatch(/@/)
    expect(await by.session()).toBeNull()
    const fullWidth = code.replaceAll(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    expect(await verify(by, attemptId, ` ${fullWidth} `)).toEqual({ __typename: 'Viewer', kind: 'SEEKER', account: { email } })
    expect(await by.session()).not.toBeNull()
    expect(by.device()).toBeNull()
  })

  it('is asked for again next time, unless the browser is to be remembered', async () => {
    const { email, by, attemptId, code } = await begun()
    await verify(by, attemptId, code)
    expect((await signIn(by, email)).__typename).toBe('OneTimePasswordRequest')
  })

  it.each([
    [30 * 60 - 1, { kind: 'SEEKER' }],
    [30 * 60, { code: 'SIGN_IN_AGAIN' }],
  ])('%i seconds after it was mailed answers %o', async (seconds, outcome) => {
    const { by, attemptId, code, request } = await begun()
    app.setNow(new Date(new Date(request.validUntil).getTime() - (30 * 60 - seconds) * 1000))
    expect(await verify(by, attemptId, code)).toMatchObject(outcome)
  })

  it('works once, also when it comes ten times at once', async () => {
    const { by, attemptId, code } = await begun()
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(by, attemptId, code)))
    expect(answers.filter((a) => a.__typename === 'Viewer')).toHaveLength(1)
    expect(answers.filter((a) => a.code === 'SIGN_IN_AGAIN')).toHaveLength(9)
  })

  it('survives four wrong tries, says how many are left, and dies of the fifth', async () => {
    for (const [tries, outcome] of [
      [4, { kind: 'SEEKER' }],
      [5, { code: 'SIGN_IN_AGAIN' }],
    ] as const) {
      const { by, attemptId, code } = await begun()
      const answers = []
      for (let n = 0; n < tries; n++) answers.push(await verify(by, attemptId, wrongOf(code)))
      expect(answers[0]).toMatchObject({ code: 'ONE_TIME_PASSWORD_WRONG', message: expect.stringContaining('あと4回') })
      expect(answers[3].message).toContain('あと1回')
      expect(await verify(by, attemptId, code)).toMatchObject(outcome)
    }
  })

  it('counts wrong tries that come at once', async () => {
    const { by, attemptId, code } = await begun()
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(by, attemptId, wrongOf(code))))
    expect(answers.filter((a) => a.code === 'ONE_TIME_PASSWORD_WRONG')).toHaveLength(4)
    expect((await verify(by, attemptId, code)).code).toBe('SIGN_IN_AGAIN')
  })

  it('belongs to its attempt: the code of another one is refused, and so is another browser', async () => {
    const one = await begun()
    const two = await begun()
    expect((await verify(one.by, one.attemptId, two.code)).code).toBe('ONE_TIME_PASSWORD_WRONG')
    expect((await verify(two.by, one.attemptId, one.code)).code).toBe('SIGN_IN_AGAIN')
    expect((await verify(browser(app), one.attemptId, one.code)).code).toBe('SIGN_IN_AGAIN')
    expect((await verify(one.by, one.attemptId, one.code)).kind).toBe('SEEKER')
  })

  it('of an attempt that never was is answered as one that has ended', async () => {
    for (const id of ['att_00000000000000000000000000000000', 'acc_x', '', '\u0000', '🙂'.repeat(400)])
      expect((await verify(browser(app), id, '123456')).code).toBe('SIGN_IN_AGAIN')
  })

  it('is not in the database', async () => {
    const { attemptId, code } = await begun()
    const [row] = await app.db
      .select()
      .from(signInAttempts)
      .where(eq(signInAttempts.id, attemptId as `att_${string}`))
    expect(JSON.stringify(row)).not.toContain(code)
  })

  it('is mailed again after a minute, three times, and then after a quarter of an hour; only the newest works', async () => {
    const { email, by, attemptId, code } = await begun()
    later(0, 58)
    expect(await resend(by, attemptId)).toMatchObject({ code: 'TOO_MANY_TRIES', message: expect.stringContaining('秒') })
    for (let n = 0; n < 3; n++) {
      later(1, 1)
      expect((await resend(by, attemptId)).__typename).toBe('OneTimePasswordRequest')
    }
    later(1, 1)
    expect(await resend(by, attemptId)).toMatchObject({ code: 'TOO_MANY_TRIES', message: expect.stringContaining('14分') })
    const newest = await mailedOneTimePassword(app, email)
    expect(newest).not.toBe(code)
    expect((await verify(by, attemptId, code)).code).toBe('ONE_TIME_PASSWORD_WRONG')
    expect((await verify(by, attemptId, newest)).kind).toBe('SEEKER')
  })

  it('is mailed ten times an hour at most, whoever knows the password', async () => {
    const { email } = await makePerson()
    for (let n = 0; n < 10; n++) expect((await signIn(browser(app), email)).__typename).toBe('OneTimePasswordRequest')
    expect((await signIn(browser(app), email)).code).toBe('TOO_MANY_TRIES')
    expect(await mailsTo(app, email)).toHaveLength(10)
  })

  it('of before a new password is worth nothing after it', async () => {
    const { email, by, attemptId, code } = await begun()
    later(1)
    await browser(app).run(REQUEST, { input: { email, purpose: 'RESET', termsVersion: '' } })
    const authenticationKey = await mailedKey(app, email)
    const input = { email, purpose: 'RESET', authenticationKey, password: 'Kamome#8tobu', confirmation: 'Kamome#8tobu' }
    expect((await browser(app).run(REGISTER, { input })).registerPassword.kind).toBe('SEEKER')
    expect((await verify(by, attemptId, code)).code).toBe('SIGN_IN_AGAIN')
  })
})

describe('a remembered browser (R2, S5)', () => {
  it('skips the one-time password to the end of the thirtieth day', async () => {
    const { email, by } = await remembered()
    expect((await signIn(by, email)).__typename).toBe('Viewer')
    const [device] = await app.db
      .select()
      .from(devices)
      .where(eq(devices.tokenHash, hashToken(by.device()!)))
    const own = device!.rememberedUntil
    expect(own.toISOString()).toBe(new Date(`${addDays(today, 31)}T00:00:00+09:00`).toISOString())
    app.setNow(new Date(own.getTime() - 1000))
    expect((await signIn(by, email)).__typename).toBe('Viewer')
    app.setNow(own)
    expect((await signIn(by, email)).__typename).toBe('OneTimePasswordRequest')
    today = addDays(today, 32)
  })

  it('is so for this account only: its mark is worth nothing for another one, nor on another browser without it', async () => {
    const one = await remembered()
    const other = await makePerson()
    expect((await signIn(one.by, other.email)).__typename).toBe('OneTimePasswordRequest')
    expect((await signIn(browser(app), one.email)).__typename).toBe('OneTimePasswordRequest')
    const thief = browser(app)
    thief.plantDevice(one.by.device())
    expect((await signIn(thief, other.email)).__typename).toBe('OneTimePasswordRequest')
  })

  it('keeps one mark for all who use it', async () => {
    const one = await remembered()
    const mark = one.by.device()
    const other = await makePerson()
    const { id } = await signIn(one.by, other.email)
    await verify(one.by, id, await mailedOneTimePassword(app, other.email), true)
    expect(one.by.device()).toBe(mark)
    for (const email of [one.email, other.email]) expect((await signIn(one.by, email)).__typename).toBe('Viewer')
  })

  it('is asked again after a new password, and after signing out everywhere', async () => {
    const [reset, everywhere] = [await remembered(), await remembered()]
    await browser(app).run(REQUEST, { input: { email: reset.email, purpose: 'RESET', termsVersion: '' } })
    const authenticationKey = await mailedKey(app, reset.email)
    const input = { email: reset.email, purpose: 'RESET', authenticationKey, password: 'Kamome#8tobu', confirmation: 'Kamome#8tobu' }
    await browser(app).run(REGISTER, { input })
    expect((await signIn(reset.by, reset.email, 'Kamome#8tobu')).__typename).toBe('OneTimePasswordRequest')
    await everywhere.by.run(EVERYWHERE)
    expect((await signIn(everywhere.by, everywhere.email)).__typename).toBe('OneTimePasswordRequest')
  })
})

describe('wrong passwords (S6)', () => {
  const isOpen = (answer: { __typename: string }) => answer.__typename !== 'Refusal'

  it('wait from the fifth on, twice as long each time, and the tenth waits a quarter of an hour', async () => {
    const { email } = await makePerson()
    const from = browser(app, '192.0.2.20')
    for (let n = 0; n < 5; n++) expect((await signIn(from, email, 'Wrong#pass7')).code).toBe('SIGN_IN_FAILED')
    for (const seconds of [5, 10, 20, 40, 80]) {
      later(0, seconds - 2)
      expect(await signIn(from, email)).toMatchObject({ code: 'TOO_MANY_TRIES', message: expect.stringMatching(/[0-9](秒|分)/u) })
      later(0, 3)
      expect((await signIn(from, email, 'Wrong#pass7')).code).toBe('SIGN_IN_FAILED')
    }
    later(14, 50)
    expect((await signIn(from, email)).code).toBe('TOO_MANY_TRIES')
    later(0, 15)
    expect(isOpen(await signIn(from, email))).toBe(true)
  })

  it('are forgotten after four and a right one', async () => {
    const { email } = await makePerson()
    const from = browser(app, '192.0.2.21')
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) expect((await signIn(from, email, 'Wrong#pass7')).code).toBe('SIGN_IN_FAILED')
      expect(isOpen(await signIn(from, email))).toBe(true)
    }
  })

  it('count when they come at once', async () => {
    const { email } = await makePerson()
    const from = browser(app, '192.0.2.22')
    const answers = await Promise.all(Array.from({ length: 15 }, () => signIn(from, email, 'Wrong#pass7')))
    expect(answers.filter((a) => a.code === 'SIGN_IN_FAILED')).toHaveLength(5)
    expect(answers.filter((a) => a.code === 'TOO_MANY_TRIES')).toHaveLength(10)
  })

  it('of somebody else, a hundred of them, lock out neither another address nor a remembered browser of the same one', async () => {
    const { email, by } = await remembered()
    const attacker = browser(app, '192.0.2.23')
    for (let n = 0; n < 100; n++) await signIn(attacker, email, 'Wrong#pass7')
    expect((await signIn(attacker, email)).code).toBe('TOO_MANY_TRIES')
    expect(isOpen(await signIn(browser(app, '192.0.2.24'), email))).toBe(true)
    const atOwners = browser(app, '192.0.2.23')
    atOwners.plantDevice(by.device())
    expect((await signIn(atOwners, email)).__typename).toBe('Viewer')
  })

  it('from fifty addresses stop everybody unknown for a while, but not a remembered browser nor a new password by mail', async () => {
    const { email, by } = await remembered()
    await Promise.all(Array.from({ length: 50 }, (_, n) => signIn(browser(app, `198.51.100.${n}`), email, 'Wrong#pass7')))
    expect((await signIn(browser(app, '203.0.113.1'), email)).code).toBe('TOO_MANY_TRIES')
    expect((await signIn(by, email)).__typename).toBe('Viewer')
    const owner = browser(app, '203.0.113.2')
    await owner.run(REQUEST, { input: { email, purpose: 'RESET', termsVersion: '' } })
    const input = {
      email,
      purpose: 'RESET',
      authenticationKey: await mailedKey(app, email),
      password: 'Kamome#8tobu',
      confirmation: 'Kamome#8tobu',
    }
    expect((await owner.run(REGISTER, { input })).registerPassword.kind).toBe('SEEKER')
    expect(isOpen(await signIn(browser(app, '203.0.113.3'), email, 'Kamome#8tobu'))).toBe(true)
  })

  it('stop an address after fifty, whatever accounts it tried; others go on', async () => {
    const { email } = await makePerson()
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, n) => signIn(browser(app, '192.0.2.7'), `nobody${n}@sign-in.example`, 'Wrong#pass7')),
    )
    expect(new Set(tries.map((t) => t.code))).toEqual(new Set(['SIGN_IN_FAILED']))
    expect((await signIn(browser(app, '192.0.2.7'), email)).code).toBe('TOO_MANY_TRIES')
    expect(isOpen(await signIn(browser(app, '192.0.2.8'), email))).toBe(true)
    at('10:16:00')
    expect(isOpen(await signIn(browser(app, '192.0.2.7'), email))).toBe(true)
  })
})
