import { type APIRequestContext, expect } from '@playwright/test'
import { ask } from './people.ts'

/** What the newest mail to an address says that fits; waits for it. */
export async function mailed(request: APIRequestContext, email: string, pattern: RegExp): Promise<string> {
  let found: string | undefined
  await expect(async () => {
    const answer = await request.get(`/dev/mail.json?to=${encodeURIComponent(email)}`)
    const [newest] = (await answer.json()) as { text: string }[]
    found = pattern.exec(newest?.text ?? '')?.[1]
    expect(found).toBeDefined()
  }).toPass({ timeout: 15_000 })
  return found ?? ''
}
export const KEY = /認証キー: (\S+)/u
export const ONE_TIME = /ワンタイムパスワード: (\d{6})/u

interface Opener {
  email: string
  password: string
}

/** Opens a My Page by a mailed key, and leaves it signed out. */
export async function opens(
  request: APIRequestContext,
  { email, password }: Opener,
  purpose: 'OPEN_SEEKER' | 'OPEN_REGISTERED',
): Promise<void> {
  const { terms } = await ask<{ terms: { version: string } }>(request, '{ terms { version } }')
  await ask(request, 'mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename } }', {
    input: { email, purpose, termsVersion: terms.version },
  })
  const authenticationKey = await mailed(request, email, KEY)
  const input = { email, purpose, authenticationKey, password, confirmation: password }
  await ask(request, 'mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename } }', { input })
  await ask(request, 'mutation { signOut { __typename } }')
}

/** Somebody whose My Page was opened a moment ago, and who is not signed in here. */
export async function newcomer(request: APIRequestContext, name: string): Promise<Opener> {
  const who = { email: `${name}-${Math.floor(performance.timeOrigin)}@mail.example`, password: 'Tsukuba7#gawa' }
  await opens(request, who, 'OPEN_SEEKER')
  return who
}
