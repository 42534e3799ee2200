import type * as Argon2 from '@node-rs/argon2'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeOffice } from '../../../test/actors.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import { browser } from '../../../test/browser.ts'
import { giveSeeker } from '../../../test/seats.ts'
import { addDays } from '../../kernel/calendar.ts'
import { TERMS_VERSION } from '../../i18n/terms.ja.ts'
import { newId } from '../../platform/db/columns.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { accounts, awaitedAccounts } from './accounts.table.ts'
import { hashPassword, isPassword } from './passwords.ts'

const PASSWORD = 'Tsukuba7#gawa'
const DOORS = {
  'a sign-in with a wrong password': {
    query: `mutation ($email: String!) { answer: signIn(email: $email, password: "Wrong#pass7") { __typename ... on Refusal { code message problems { path } } } }`,
    variables: (email: string) => ({ email }),
  },
  'a key for a new My Page': {
    query: `mutation ($input: RequestAuthenticationKeyInput!) { answer: requestAuthenticationKey(input: $input) { __typename ... on KeyRequest { sender } ... on Refusal { code } } }`,
    variables: (email: string) => ({ input: { email, purpose: 'OPEN_SEEKER', termsVersion: TERMS_VERSION } }),
  },
  'a key for a new password': {
    query: `mutation ($input: RequestAuthenticationKeyInput!) { answer: requestAuthenticationKey(input: $input) { __typename ... on KeyRequest { sender } ... on Refusal { code } } }`,
    variables: (email: string) => ({ input: { email, purpose: 'RESET', termsVersion: '' } }),
  },
  'a key for what the counter registered': {
    query: `mutation ($input: RequestAuthenticationKeyInput!) { answer: requestAuthenticationKey(input: $input) { __typename ... on KeyRequest { sender } ... on Refusal { code } } }`,
    variables: (email: string) => ({ input: { email, purpose: 'OPEN_REGISTERED', termsVersion: TERMS_VERSION } }),
  },
  'that key once more': {
    query: `mutation ($email: String!) { answer: resendKey(email: $email, purpose: OPEN_REGISTERED) { __typename ... on KeyRequest { sender } ... on Refusal { code } } }`,
    variables: (email: string) => ({ email }),
  },
  'a wrong key for what the counter registered': {
    query: `mutation ($input: RegisterPasswordInput!) { answer: registerPassword(input: $input) { __typename ... on Refusal { code message } } }`,
    variables: (email: string) => ({
      input: { email, purpose: 'OPEN_REGISTERED', authenticationKey: '22222222', password: 'Kamome#8tobu', confirmation: 'Kamome#8tobu' },
    }),
  },
  'a wrong key for a new password': {
    query: `mutation ($input: RegisterPasswordInput!) { answer: registerPassword(input: $input) { __typename ... on Refusal { code message } } }`,
    variables: (email: string) => ({
      input: { email, purpose: 'RESET', authenticationKey: '22222222', password: 'Kamome#8tobu', confirmation: 'Kamome#8tobu' },
    }),
  },
} as const

/** Hashing takes longer than all statements together: it is counted too. */
const argon2 = vi.hoisted(() => ({ done: [] as string[] }))
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>()
  const counted =
    <Args extends unknown[], Answer>(name: string, work: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      argon2.done.push(name)
      return work(...args)
    }
  return { ...real, hash: counted('hash', real.hash), verify: counted('verify', real.verify) }
})

let app: TestApp
let officeId: OfficeRow['id']
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  officeId = (await makeOffice(app)).id
  // What unknown people are compared with is hashed once by each process.
  await isPassword('', null)
})
afterAll(() => app.close())
let today = '2026-11-20'
beforeEach(() => {
  today = addDays(today, 1)
  app.setNow(`${today}T10:00:00+09:00`)
})

let count = 0
async function makePerson(): Promise<string> {
  const now = app.clock.now()
  const [account] = await app.db
    .insert(accounts)
    .values({
      email: `known${++count}@uniform.example`,
      status: 'OPEN',
      passwordHash: await hashPassword(PASSWORD),
      termsVersion: TERMS_VERSION,
      termsAcceptedAt: now,
      createdAt: now,
      passwordChangedAt: now,
    })
    .returning()
  await giveSeeker(app, account!.id)
  return account!.email
}

/** An address that the counter registered, and that nobody has proved yet. */
async function makeAwaited(): Promise<string> {
  const email = `awaited${count}@uniform.example`
  await app.db.insert(awaitedAccounts).values({ email, opens: newId('skr'), officeId, createdAt: app.clock.now() })
  return email
}

type Door = keyof typeof DOORS
/** What must be asked for first. */
const BEFORE: Partial<Record<Door, Door>> = {
  'that key once more': 'a key for what the counter registered',
  'a wrong key for what the counter registered': 'a key for what the counter registered',
  'a wrong key for a new password': 'a key for a new password',
}
const knock = async (door: Door, email: string) => {
  const { query, variables } = DOORS[door]
  return (await browser(app).run(query, variables(email))).answer
}

describe('an address that opens a My Page, one that the counter registered, and one that opens none (S8)', () => {
  it.each(Object.keys(DOORS) as Door[])('are told apart neither by the answer to %s nor by the work behind it', async (door) => {
    const known = await makePerson()
    const emails = [known, await makeAwaited(), known.replace('known', 'nobody')]
    const first = BEFORE[door]
    if (first) for (const email of emails) await knock(first, email)
    const heard: string[][] = []
    const hashed: string[][] = []
    const answers: unknown[] = []
    for (const email of emails) {
      argon2.done = []
      const { answer, statements } = await app.statementsOf(() => knock(door, email))
      hashed.push(argon2.done)
      answers.push(answer)
      heard.push(statements)
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    for (const statements of heard) expect(statements).toEqual(heard[0])
    for (const work of hashed) expect(work).toEqual(hashed[0])
    expect(heard[0]!.length).toBeGreaterThan(0)
  })
})
