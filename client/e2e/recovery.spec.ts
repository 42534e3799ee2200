import { expect, type Page, test } from '@playwright/test'
import { appNumber } from './authenticator.ts'
import { KEY, mailed, newcomer, ONE_TIME, opens } from './mailbox.ts'
import { ask, DESK, device, enterAs, PHONE } from './people.ts'
import { registeredSeeker } from './registered.ts'
import { isSound } from './soundness.ts'

const NEW_PASSWORD = 'Kamome#8tobu'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const box = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })
const title = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** From the page of signing in: the address, the key from the mail, and a password of one's own. */
async function setsNewPassword(page: Page, email: string): Promise<void> {
  await page.goto('/signin')
  await page.getByRole('link', { name: 'パスワードを忘れた方' }).click()
  await title(page, 'パスワードを決めなおす')
  await box(page, 'メールアドレス').fill(email)
  await button(page, '確かめる').click()
  await button(page, '認証キーを受け取る').click()
  await title(page, '新しいパスワードを決めてください')
  await box(page, '認証キー').fill(await mailed(page.request, email, KEY))
  await box(page, '新しいパスワード 必須').fill(NEW_PASSWORD)
  await box(page, '新しいパスワード\\(もう一度\\)').fill(NEW_PASSWORD)
  await button(page, 'パスワードを決めなおす').click()
}

async function withApp(page: Page, who: { email: string; password: string }): Promise<string> {
  const signIn =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { ... on OneTimePasswordRequest { id } } }'
  const { signIn: request } = await ask<{ signIn: { id: string } }>(page.request, signIn, who)
  const verify = 'mutation ($input: VerifyOneTimePasswordInput!) { verifyOneTimePassword(input: $input) { __typename } }'
  const oneTimePassword = await mailed(page.request, who.email, ONE_TIME)
  await ask(page.request, verify, { input: { attemptId: request.id, oneTimePassword } })
  const begin = 'mutation ($password: String!) { beginAuthenticator(currentPassword: $password) { ... on AuthenticatorSecret { secret } } }'
  const { beginAuthenticator } = await ask<{ beginAuthenticator: { secret: string } }>(page.request, begin, who)
  const number = await appNumber(page.request, beginAuthenticator.secret, { steps: -1 })
  await ask(page.request, 'mutation ($number: String!) { confirmAuthenticator(number: $number) { __typename } }', { number })
  await ask(page.request, 'mutation { signOut { __typename } }')
  return beginAuthenticator.secret
}

test('a seeker on the phone forgets the password, sets a new one by mail, and is in', async ({ browser }) => {
  const { page, troubles } = await device(browser, PHONE)
  const who = await newcomer(page.request, 'forgot')
  await setsNewPassword(page, who.email)
  await title(page, 'かんたん登録')
  expect(troubles).toEqual([])
})

test('whoever has an authenticator app is asked for its number after the new password', async ({ browser }) => {
  const { page, troubles } = await device(browser, PHONE)
  const who = await newcomer(page.request, 'forgot-app')
  const secret = await withApp(page, who)
  await setsNewPassword(page, who.email)
  await title(page, '認証アプリの番号を入れてください')
  await isSound(page, 'number')
  await box(page, 'ワンタイムパスワード').fill(await appNumber(page.request, secret))
  await button(page, 'ログイン').click()
  await title(page, 'かんたん登録')
  expect(troubles).toEqual([])
})

/** A clerk writes the variables of an operation of the book and runs it. */
async function runs(page: Page, operation: string, press: '試す' | '実行', variables: object): Promise<void> {
  await page.goto(`/graphiql?op=${operation}`)
  await page.locator('.work-variables').getByText('"purpose"').click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(JSON.stringify(variables))
  // The editor closes brackets by itself.
  await page.keyboard.press('ControlOrMeta+Shift+End')
  await page.keyboard.press('Delete')
  await button(page, press).click()
}

test('somebody who lost the phone with the app is let in again at the counter', async ({ browser }) => {
  const clerk = await device(browser, DESK)
  const { page, troubles } = await device(browser, PHONE)
  const who = { email: `lost-${Math.floor(performance.timeOrigin)}@mail.example`, password: 'Tsukuba7#gawa' }
  await enterAs(clerk.page, 'counter@demo.example', '/staff')
  const number = await registeredSeeker(clerk.page.request, who.email)
  await opens(page.request, who, 'OPEN_REGISTERED')
  await withApp(page, who)

  await runs(clerk.page, 'staffAccounts', '実行', { number, purpose: '窓口での相談' })
  const answer = clerk.page.locator('.work-response')
  await expect(answer).toContainText(who.email)
  const accountId = /acc_[\w-]+/u.exec(await answer.innerText())?.[0]
  const input = { accountId, purpose: '運転免許証で本人を確かめました。', newEmail: null }
  await runs(clerk.page, 'rescueAccount', '試す', { input, dryRun: true })
  await expect(clerk.page.getByText('まだ何も変わっていません')).toBeVisible()
  await button(clerk.page, '実行').click()
  await expect(clerk.page.getByText('実行しました')).toBeVisible()

  await setsNewPassword(page, who.email)
  await expect(page).toHaveURL(/\/me/u)
  expect([...troubles, ...clerk.troubles]).toEqual([])
})
