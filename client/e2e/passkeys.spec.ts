import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { appNumber } from './authenticator.ts'
import { mailed, newcomer, ONE_TIME } from './mailbox.ts'
import { DESK, device, PHONE } from './people.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const box = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** A device that holds passkeys and says at once that its owner touched it and is the right one. */
async function passkeyDevice(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}
async function givesPassword(page: Page, who: { email: string; password: string }) {
  await page.goto('/signin')
  await box(page, 'メールアドレス').fill(who.email)
  await box(page, 'パスワード').fill(who.password)
  await button(page, 'ログイン').click()
}
async function signsIn(page: Page, who: { email: string; password: string }) {
  await givesPassword(page, who)
  await expect(heading(page, 'メールの番号を入れてください')).toBeVisible()
  await box(page, 'ワンタイムパスワード').fill(await mailed(page.request, who.email, ONE_TIME))
  await button(page, 'ログイン').click()
  await expect(page).not.toHaveURL(/\/signin/u)
}
async function signsOut(page: Page) {
  await page.goto('/me')
  await page
    .getByRole('button', { name: /のメニュー|メニュー/u })
    .filter({ visible: true })
    .last()
    .click()
  await page.getByRole('menuitem', { name: 'ログアウト' }).click()
  await expect(page).toHaveURL(/\/$/u)
  await expect(page.getByRole('link', { name: 'ログイン', exact: true }).first()).toBeVisible()
}

for (const [name, size] of [
  ['desk', DESK],
  ['phone', PHONE],
] as const)
  test(`a person adds a passkey on a ${name}, signs in with it alone, and it opens nothing after it was removed`, async ({ browser }) => {
    const { page, troubles } = await device(browser, size)
    const { cdp, authenticatorId } = await passkeyDevice(page)
    const who = await newcomer(page.request, `passkey-${name}`)
    await signsIn(page, who)

    await page.goto('/account')
    await page.getByRole('link', { name: 'パスキーを追加' }).click()
    await expect(heading(page, 'パスキーを追加する')).toBeVisible()
    await box(page, 'いまのパスワード').fill('Wrong#pass7')
    await box(page, 'パスキーの名前').fill('ためしの鍵')
    await button(page, 'パスキーを作る').click()
    await expect(page.getByText('いまのパスワードがちがいます。')).toBeVisible()
    await expect(box(page, 'パスキーの名前')).toHaveValue('ためしの鍵')
    await box(page, 'いまのパスワード').fill(who.password)
    await button(page, 'パスキーを作る').click()
    await expect(page.getByText('パスキーを追加しました')).toBeVisible()
    await expect(page).toHaveURL(/\/account$/u)
    await expect(page.getByText('まだ使っていません', { exact: false })).toBeVisible()
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1)
    await mailed(page.request, who.email, /パスキー「(ためしの鍵)」を追加/u)

    await page.getByRole('link', { name: 'パスキーを追加' }).click()
    await box(page, 'いまのパスワード').fill(who.password)
    await button(page, 'パスキーを作る').click()
    await expect(page.getByText('この端末のパスキーは、もう追加してあります。')).toBeVisible()

    await signsOut(page)
    await page.goto('/signin')
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await button(page, 'パスキーでログイン').click()
    await expect(page.getByText('パスキーを使わずに終わりました。', { exact: false })).toBeVisible()
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await button(page, 'パスキーでログイン').click()
    await expect(page).not.toHaveURL(/\/signin/u)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    await page.goto('/account')
    await expect(page.locator('#main').getByText(who.email)).toBeVisible()
    await expect(page.getByText('最後のログイン', { exact: false })).toBeVisible()
    await button(page, 'パスキー「ためしの鍵」を削除').click()
    await button(page, '削除する').click()
    await expect(page.getByText('パスキーを削除しました')).toBeVisible()
    await expect(page.getByText('パスキーは、まだありません。')).toBeVisible()

    await signsOut(page)
    await page.goto('/signin')
    await button(page, 'パスキーでログイン').click()
    await expect(page.getByText('このパスキーでは、ログインできませんでした。', { exact: false })).toBeVisible()
    await expect(page).toHaveURL(/\/signin/u)
    expect(troubles).toEqual([])
  })

test('a person sets up an authenticator app, signs in with its number, and removes it again', async ({ browser }) => {
  const { page, troubles } = await device(browser, PHONE)
  const who = await newcomer(page.request, 'app')
  await signsIn(page, who)
  await page.goto('/account')
  await page.getByRole('link', { name: '認証アプリを登録' }).click()
  await box(page, 'いまのパスワード').fill(who.password)
  await button(page, 'つぎへ').click()
  await expect(page.getByRole('img', { name: '認証アプリで読みとる2次元コード' })).toBeVisible()
  const secret = (await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/u).innerText()).replaceAll(/\s/gu, '')
  const right = await appNumber(page.request, secret, { steps: -1 })
  await box(page, 'アプリの番号').fill(right === '000000' ? '000001' : '000000')
  await button(page, '認証アプリを登録する').click()
  await expect(page.getByText('番号がちがいます。', { exact: false })).toBeVisible()
  await box(page, 'アプリの番号').fill(await appNumber(page.request, secret, { steps: -1 }))
  await button(page, '認証アプリを登録する').click()
  await expect(page.getByText('認証アプリを登録しました')).toBeVisible()
  await expect(page.getByRole('link', { name: '認証アプリの登録を削除' })).toBeVisible()

  await signsOut(page)
  await givesPassword(page, who)
  await expect(heading(page, '認証アプリの番号を入れてください')).toBeVisible()
  await box(page, 'ワンタイムパスワード').fill(await appNumber(page.request, secret))
  await button(page, 'ログイン').click()
  await expect(page).not.toHaveURL(/\/signin/u)

  await page.goto('/account')
  await page.getByRole('link', { name: '認証アプリの登録を削除' }).click()
  await box(page, 'いまのパスワード').fill(who.password)
  await box(page, 'アプリの番号').fill(await appNumber(page.request, secret, { steps: 1 }))
  await button(page, '登録を削除する').click()
  await expect(page.getByText('認証アプリの登録を削除しました')).toBeVisible()
  await expect(page.getByRole('link', { name: '認証アプリを登録' })).toBeVisible()
  expect(troubles).toEqual([])
})
