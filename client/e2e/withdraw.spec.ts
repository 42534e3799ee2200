import { expect, type Page, test } from '@playwright/test'
import { KEY, mailed, newcomer, ONE_TIME } from './mailbox.ts'
import { ask, DESK, device, enterAs, PHONE } from './people.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const box = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })

async function signsIn(page: Page, who: { email: string; password: string }) {
  await page.goto('/signin')
  await box(page, 'メールアドレス').fill(who.email)
  await box(page, 'パスワード').fill(who.password)
  await button(page, 'ログイン').click()
}

for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK }))
  test(`on the ${size} somebody reads what goes, leaves by password and word, is out on the other device too, and begins anew`, async ({
    browser,
  }) => {
    const { page, troubles } = await device(browser, viewport)
    const other = await device(browser, DESK)
    const who = await newcomer(page.request, `leaves-${size}`)
    for (const each of [page, other.page]) {
      await signsIn(each, who)
      await expect(box(each, 'ワンタイムパスワード')).toBeVisible()
      await box(each, 'ワンタイムパスワード').fill(await mailed(each.request, who.email, ONE_TIME))
      await button(each, 'ログイン').click()
      await expect(each).not.toHaveURL(/\/signin/u)
    }
    await page.goto('/account')
    await page.getByRole('link', { name: '退会の前に確かめる' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '退会する' })).toBeVisible()
    for (const name of ['消えるもの', '残るものと、その理由']) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()

    await box(page, 'いまのパスワード').fill('Wrong#pass7')
    await button(page, '退会して、データを消す').click()
    await expect(page.getByText('「退会する」と、そのまま入れてください。').first()).toBeVisible()
    await box(page, '確かめるため').fill('退会する')
    await button(page, '退会して、データを消す').click()
    await expect(page.getByText('いまのパスワードがちがいます。').first()).toBeVisible()
    await expect(box(page, '確かめるため')).toHaveValue('退会する')
    await box(page, 'いまのパスワード').fill(who.password)
    await button(page, '退会して、データを消す').click()
    await expect(page).toHaveURL(/\/withdrawn$/u)
    await expect(page.getByRole('heading', { level: 1, name: '退会しました' })).toBeVisible()
    await expect(other.page.getByRole('alertdialog', { name: 'ログインの時間が終わりました' })).toBeVisible()

    await signsIn(page, who)
    await expect(page.getByText('メールアドレスかパスワードがちがいます。')).toBeVisible()

    const { terms } = await ask<{ terms: { version: string } }>(page.request, '{ terms { version } }')
    const wanted = { email: who.email, purpose: 'OPEN_SEEKER', termsVersion: terms.version }
    await ask(
      page.request,
      'mutation ($input: RequestAuthenticationKeyInput!) { requestAuthenticationKey(input: $input) { __typename } }',
      {
        input: wanted,
      },
    )
    const authenticationKey = await mailed(page.request, who.email, KEY)
    const input = { email: who.email, purpose: 'OPEN_SEEKER', authenticationKey, password: who.password, confirmation: who.password }
    const { registerPassword } = await ask<{ registerPassword: { __typename: string } }>(
      page.request,
      'mutation ($input: RegisterPasswordInput!) { registerPassword(input: $input) { __typename } }',
      { input },
    )
    expect(registerPassword.__typename).toBe('Viewer')
    expect(troubles).toEqual([])
  })

test('an owner is shown what closes with the My Page, and is asked for a mark before anything happens', async ({ browser }) => {
  const { page } = await device(browser, PHONE)
  await enterAs(page, 'employer@demo.example')
  await page.goto('/account/withdraw')
  await expect(page.getByText(/のマイページも閉じます/u)).toBeVisible()
  await box(page, 'いまのパスワード').fill('Madoguchi#2026')
  await box(page, '確かめるため').fill('退会する')
  await button(page, '退会して、データを消す').click()
  await expect(page.getByText('事業所のマイページが閉じることを確かめて、印を付けてください。').first()).toBeVisible()
  await page.goto('/employer')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
