import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runSweeps } from '../../app/jobs.ts'
import { makeOffice } from '../../../test/actors.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import { type Browser, browser, mailedOneTimePassword, mailsTo, rememberAccount } from '../../../test/browser.ts'
import { type Otherwise, passkeyDevice, type PasskeyDevice } from '../../../test/passkey-device.ts'
import { giveSeeker, giveStaff } from '../../../test/seats.ts'
import { stopClock } from '../../../test/server.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { addDays, addSeconds } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { auditRecords } from '../../platform/db/platform.table.ts'
import { accounts, passkeyChallenges, passkeys } from './accounts.table.ts'
import { hashPassword } from './passwords.ts'

const PASSWORD = 'Tsukuba7#gawa'
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on Viewer { kind } ... on OneTimePasswordRequest { id factor } ... on Refusal { code } } }`
const VERIFY = `mutation ($input: VerifyOneTimePasswordInput!) { verifyOneTimePassword(input: $input) {
  __typename ... on Viewer { kind } ... on AuthenticatorSetUp { id } ... on Refusal { code } } }`
const BEGIN = `mutation ($password: String!) { beginPasskeyRegistration(currentPassword: $password) {
  __typename ... on PasskeyRequest { options validUntil } ... on Refusal { code problems { path code } } } }`
const REGISTER = `mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) {
  __typename ... on Viewer { passkeys { id name lastUsedAt } } ... on Refusal { code message } } }`
const REMOVE = `mutation ($id: ID!) { removePasskey(id: $id) { __typename ... on Viewer { passkeys { id } } ... on Refusal { code } } }`
const BEGIN_SIGN_IN = `mutation { beginPasskeySignIn { __typename ... on PasskeyRequest { options validUntil } } }`
const ENTER = `mutation ($credential: WebAuthnJson!) { signInWithPasskey(credential: $credential) {
  __typename ... on Viewer { kind passkeys { name lastUsedAt } } ... on Refusal { code message } } }`
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`

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
async function makePerson(as: 'staff' | 'seeker' = 'seeker') {
  const now = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({
      email: `person${++count}@passkey.example`,
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
async function signedIn(as: 'staff' | 'seeker' = 'seeker') {
  const account = await makePerson(as)
  await rememberAccount(app, account.id)
  const by = browser(app)
  await by.run(SIGN_IN, { email: account.email, password: PASSWORD })
  expect(await by.session()).not.toBeNull()
  later(1)
  return { account, by }
}
const begin = async (by: Browser, password = PASSWORD) => (await by.run(BEGIN, { password })).beginPasskeyRegistration
const register = async (by: Browser, credential: object, name: string | null = null) =>
  (await by.run(REGISTER, { input: { credential, name } })).registerPasskey
const newDevice = () => passkeyDevice(app.services.publicUrl)
async function withPasskey(as: 'staff' | 'seeker' = 'seeker') {
  const { account, by } = await signedIn(as)
  const device = newDevice()
  const { passkeys: all } = await register(by, device.create((await begin(by)).options))
  expect(all).toHaveLength(1)
  later(1)
  return { account, by, device, id: all[0].id as Id<'psk'> }
}
const asked = async (by: Browser) => (await by.run(BEGIN_SIGN_IN)).beginPasskeySignIn.options
const enter = async (by: Browser, credential: object) => (await by.run(ENTER, { credential })).signInWithPasskey
async function tries(device: PasskeyDevice, how: Otherwise = {}, by = browser(app)) {
  const answer = await enter(by, device.get(await asked(by), how))
  expect((await by.session()) !== null).toBe(answer.__typename === 'Viewer')
  return answer.code ?? answer.kind
}
const auditOf = async (person: string) =>
  (await app.db.select().from(auditRecords).where(eq(auditRecords.person, person))).map(({ action }) => action)

describe('a person who adds a passkey', () => {
  it('gives the password, is mailed, and signs in with the passkey alone from then on', async () => {
    const { account, by, device } = await withPasskey()
    expect((await mailsTo(app, account.email)).at(-1)?.subject).toContain('パスキーを追加しました')
    expect((await by.run('{ viewer { passkeys { name lastUsedAt } } }')).viewer.passkeys).toEqual([
      { name: 'Chrome(Windows)', lastUsedAt: null },
    ])
    const other = browser(app)
    const answer = await enter(other, device.get(await asked(other)))
    expect(answer).toEqual({
      __typename: 'Viewer',
      kind: 'SEEKER',
      passkeys: [{ name: 'Chrome(Windows)', lastUsedAt: app.clock.now().toISOString() }],
    })
    expect((await other.session())?.accountId).toBe(account.id)
    expect(await auditOf(account.id)).toEqual(expect.arrayContaining(['registerPasskey', 'signInWithPasskey']))
  })

  it('is asked for the current password first, at its field', async () => {
    const { by } = await signedIn()
    expect(await begin(by, 'Wrong#pass7')).toMatchObject({
      code: 'PROBLEMS',
      problems: [{ path: 'currentPassword', code: 'CURRENT_PASSWORD_WRONG' }],
    })
  })

  it('may name it, and the device is told which ones there are already', async () => {
    const { by, device } = await withPasskey()
    const { options } = await begin(by)
    expect(options.excludeCredentials.map(({ id }: { id: string }) => id)).toEqual([device.held[0]!.id.toString('base64url')])
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
    const { passkeys: all } = await register(by, newDevice().create(options), '  仕事用の鍵 ')
    expect(all.map(({ name }: { name: string }) => name)).toEqual(['Chrome(Windows)', '仕事用の鍵'])
  })

  it.each<[string, Otherwise]>([
    ['made for another page', { origin: 'https://mypage.example.evil.example' }],
    ['made for another host', { host: 'evil.example' }],
    ['made without looking who holds the device', { flags: 0x01 }],
    ['made for another challenge', { challenge: 'AAAA' }],
    ['that was a sign-in', { type: 'webauthn.get' }],
  ])('cannot add one %s', async (_, how) => {
    const { by } = await signedIn()
    expect((await register(by, newDevice().create((await begin(by)).options, how))).code).toBe('PASSKEY_NOT_ADDED')
  })

  it('has until just before five minutes are over, and one try', async () => {
    const { by } = await signedIn()
    const { options, validUntil } = await begin(by)
    expect(validUntil).toBe(addSeconds(app.clock.now(), 300).toISOString())
    later(299)
    const made = newDevice().create(options)
    expect((await register(by, made)).__typename).toBe('Viewer')
    expect((await register(by, newDevice().create(options))).code).toBe('PASSKEY_NOT_ADDED')
    const late = newDevice().create((await begin(by)).options)
    later(300)
    expect((await register(by, late)).code).toBe('PASSKEY_NOT_ADDED')
  })

  it('cannot use what another browser or another person began, nor a passkey that is known', async () => {
    const [one, two] = [await signedIn(), await signedIn()]
    const { options } = await begin(one.by)
    expect((await register(two.by, newDevice().create(options))).code).toBe('PASSKEY_NOT_ADDED')
    const device = newDevice()
    const made = device.create(options)
    expect((await register(one.by, made)).__typename).toBe('Viewer')
    const again = passkeyDevice(app.services.publicUrl)
    const copied = again.create((await begin(two.by)).options)
    await app.db.update(passkeys).set({ credentialId: copied.id }).where(eq(passkeys.accountId, one.account.id))
    expect((await register(two.by, copied)).code).toBe('PASSKEY_NOT_ADDED')
  })

  it('begins again after the password was changed meanwhile', async () => {
    const { by } = await signedIn()
    const { options } = await begin(by)
    later(1)
    const password = 'Kamome#8tobu'
    await by.run(CHANGE, { input: { currentPassword: PASSWORD, password, confirmation: password } })
    expect((await register(by, newDevice().create(options))).code).toBe('PASSKEY_NOT_ADDED')
  })

  it('can have ten, and not an eleventh, also when two come at once', async () => {
    const { by, account } = await signedIn()
    for (let n = 0; n < 9; n++) await register(by, newDevice().create((await begin(by)).options))
    const begun = [await begin(by), await begin(by)]
    const answers = await Promise.all(begun.map(({ options }) => register(by, newDevice().create(options))))
    expect(answers.map(({ __typename, code }): string => code ?? __typename).toSorted()).toEqual(['PASSKEYS_FULL', 'Viewer'])
    expect((await begin(by)).code).toBe('PASSKEYS_FULL')
    expect(await app.db.$count(passkeys, eq(passkeys.accountId, account.id))).toBe(10)
  })
})

describe('signing in with a passkey', () => {
  it('names nobody, whoever asks', async () => {
    await withPasskey()
    const options = await asked(browser(app))
    expect(options).toMatchObject({ rpId: 'mypage.example', userVerification: 'required' })
    expect(options.allowCredentials ?? []).toEqual([])
  })

  it.each<[string, Otherwise]>([
    ['signed on another page', { origin: 'https://evil.example' }],
    ['signed for another host', { host: 'evil.example' }],
    ['signed without looking who holds the device', { flags: 0x01 }],
    ['signed without a touch', { flags: 0x04 }],
    ['signed for a challenge that nobody gave', { challenge: 'AAAA' }],
    ['that says it is another account’s', { userHandle: Buffer.from('acc_00000000000000000000000000000000').toString('base64url') }],
    ['that says nobody’s', { userHandle: '' }],
    ['that was made, not signed', { type: 'webauthn.create' }],
  ])('refuses one %s', async (_, how) => {
    const { device } = await withPasskey()
    expect(await tries(device, how)).toBe('PASSKEY_REFUSED')
    expect(await tries(device)).toBe('SEEKER')
  })

  it('refuses a key that is unknown, one that signs for another, and what is no answer at all', async () => {
    const { device } = await withPasskey()
    const stranger = newDevice()
    stranger.create({ challenge: 'AAAA', user: { id: device.held[0]!.userHandle } })
    expect(await tries(stranger)).toBe('PASSKEY_REFUSED')
    const by = browser(app)
    const forged = stranger.get(await asked(by))
    const id = device.held[0]!.id.toString('base64url')
    expect((await enter(by, { ...forged, id, rawId: id })).code).toBe('PASSKEY_REFUSED')
    for (const nonsense of [{}, { id: 7 }, { id, response: null }, { id, response: { clientDataJSON: '%%%' } }])
      expect((await enter(by, nonsense)).code).toBe('PASSKEY_REFUSED')
    const broken = device.get(await asked(by))
    expect((await enter(by, { ...broken, response: { ...broken.response, signature: 'AAAA' } })).code).toBe('PASSKEY_REFUSED')
    expect((await enter(by, { ...broken, response: { clientDataJSON: broken.response.clientDataJSON } })).code).toBe('PASSKEY_REFUSED')
  })

  it('has until just before five minutes are over', async () => {
    const { device } = await withPasskey()
    const by = browser(app)
    const inTime = device.get(await asked(by))
    later(299)
    expect((await enter(by, inTime)).kind).toBe('SEEKER')
    const late = device.get(await asked(by))
    later(300)
    expect((await enter(by, late)).code).toBe('PASSKEY_REFUSED')
  })

  it('takes a challenge once, and in the browser that asked for it', async () => {
    const { device } = await withPasskey()
    const [own, other] = [browser(app), browser(app)]
    const answer = device.get(await asked(own))
    expect((await enter(other, answer)).code).toBe('PASSKEY_REFUSED')
    expect((await enter(own, answer)).kind).toBe('SEEKER')
    expect((await enter(own, answer)).code).toBe('PASSKEY_REFUSED')
  })

  it('uses the challenge up also where the answer was wrong', async () => {
    const { device } = await withPasskey()
    const by = browser(app)
    const options = await asked(by)
    expect((await enter(by, device.get(options, { flags: 0x01 }))).code).toBe('PASSKEY_REFUSED')
    expect((await enter(by, device.get(options))).code).toBe('PASSKEY_REFUSED')
  })

  it('does not take the challenge of an addition', async () => {
    const { by, device } = await withPasskey()
    expect((await enter(by, device.get((await begin(by)).options))).code).toBe('PASSKEY_REFUSED')
  })

  it('lets one in of ten that come at once with the same answer', async () => {
    const { device } = await withPasskey()
    const by = browser(app)
    const answer = device.get(await asked(by))
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter(by, answer)))
    expect(answers.filter(({ __typename }) => __typename === 'Viewer')).toHaveLength(1)
  })

  it('lets one in of two with the same count of the device', async () => {
    const { device } = await withPasskey()
    device.state.counter = 5
    const both = [browser(app), browser(app)]
    const answers: string[] = await Promise.all(both.map((by) => tries(device, {}, by)))
    expect(answers.toSorted()).toEqual(['PASSKEY_REFUSED', 'SEEKER'])
  })

  it('refuses a device whose count goes back or stands still, and records it', async () => {
    const { account, device } = await withPasskey()
    device.state.counter = 7
    expect(await tries(device)).toBe('SEEKER')
    for (const counter of [7, 6, 0]) {
      device.state.counter = counter
      expect(await tries(device), String(counter)).toBe('PASSKEY_REFUSED')
    }
    expect((await auditOf(account.id)).filter((action) => action === 'failPasskey')).toHaveLength(3)
    device.state.counter = 8
    expect(await tries(device)).toBe('SEEKER')
  })

  it('answers a suspended account, a removed passkey and an unknown one alike', async () => {
    const [suspended, removed] = [await withPasskey(), await withPasskey()]
    await app.db.update(accounts).set({ status: 'SUSPENDED' }).where(eq(accounts.id, suspended.account.id))
    await removed.by.run(REMOVE, { id: removed.id })
    const stranger = newDevice()
    stranger.create({ challenge: 'AAAA', user: { id: 'AAAA' } })
    const messages = new Set<string>()
    for (const device of [suspended.device, removed.device, stranger]) {
      const by = browser(app)
      const { code, message } = await enter(by, device.get(await asked(by)))
      messages.add(`${code} ${message}`)
      expect(await by.session()).toBeNull()
    }
    expect([...messages]).toEqual([expect.stringMatching(/^PASSKEY_REFUSED .*メールアドレスとパスワード/u)])
  })

  it('leaves no challenge behind that nothing can answer', async () => {
    const by = browser(app)
    await asked(by)
    const validUntil = addSeconds(app.clock.now(), 300)
    const left = () => app.db.$count(passkeyChallenges, eq(passkeyChallenges.validUntil, validUntil))
    later(299)
    await runSweeps(app.services)
    expect(await left()).toBe(1)
    later(2)
    await runSweeps(app.services)
    expect(await left()).toBe(0)
  })
})

describe('a member of staff outside the demo (S18)', () => {
  it('is let in by a passkey, where password and mailbox would demand an authenticator app', async () => {
    const { account, device } = await withPasskey('staff')
    app.services.demo = false
    expect(await tries(device)).toBe('STAFF')
    const by = browser(app)
    const { signIn } = await by.run(SIGN_IN, { email: account.email, password: PASSWORD })
    const oneTimePassword = await mailedOneTimePassword(app, account.email)
    const answer = await by.run(VERIFY, { input: { attemptId: signIn.id, oneTimePassword } })
    expect(answer.verifyOneTimePassword.__typename).toBe('AuthenticatorSetUp')
  })
})

describe('a passkey that is no longer wanted', () => {
  it('is removed by its owner alone, who is mailed and stays signed in', async () => {
    const { account, by, id } = await withPasskey()
    const { by: other } = await signedIn()
    expect((await other.run(REMOVE, { id })).removePasskey.code).toBe('NOT_FOUND')
    expect((await by.run(REMOVE, { id })).removePasskey).toEqual({ __typename: 'Viewer', passkeys: [] })
    expect((await by.run(REMOVE, { id })).removePasskey.code).toBe('NOT_FOUND')
    expect(await by.session()).not.toBeNull()
    expect((await mailsTo(app, account.email)).at(-1)?.subject).toContain('パスキーを削除しました')
    expect(await auditOf(account.id)).toContain('removePasskey')
  })

  it('survives a change of the password, and is gone after a rescue at the counter', async () => {
    const { account, by, device } = await withPasskey()
    const password = 'Kamome#8tobu'
    await by.run(CHANGE, { input: { currentPassword: PASSWORD, password, confirmation: password } })
    expect(await tries(device)).toBe('SEEKER')
    const staff = await makePerson('staff')
    await rememberAccount(app, staff.id)
    const counter = browser(app)
    await counter.run(SIGN_IN, { email: staff.email, password: PASSWORD })
    const rescue = `mutation ($id: ID!) { rescueAccount(input: { accountId: $id, purpose: "身分証で本人を確認" }) { __typename } }`
    expect((await counter.run(rescue, { id: account.id })).rescueAccount.__typename).not.toBe('Refusal')
    expect(await tries(device)).toBe('PASSKEY_REFUSED')
  })
})

it('what the database holds of passkeys and challenges opens nothing', async () => {
  const { device } = await withPasskey()
  const { challenge } = await asked(browser(app))
  const stored = JSON.stringify([await app.db.select().from(passkeys), await app.db.select().from(passkeyChallenges)])
  expect(stored).not.toContain(challenge)
  expect(stored).not.toContain(device.held[0]!.privateKey.export({ format: 'jwk' }).d)
})
