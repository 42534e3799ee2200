import { expect, type Page, test } from '@playwright/test'
import { KEY, mailed, newcomer, ONE_TIME } from './mailbox.ts'
import { DESK, device, PHONE } from './people.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const box = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })

async function givesPassword(page: Page, who: { email: string; password: string }) {
  await page.goto('/signin')
  await box(page, 'メールアドレス').fill(who.email)
  await box(page, 'パスワード').fill(who.password)
  await button(page, 'ログイン').click()
}
async function givesNumber(page: Page, email: string, { remember = false } = {}) {
  await expect(box(page, 'ワンタイムパスワード')).toBeVisible()
  await box(page, 'ワンタイムパスワード').fill(await mailed(page.request, email, ONE_TIME))
  if (remember) await page.getByLabel('この端末を覚える').check()
  await button(page, 'ログイン').click()
}
async function isIn(page: Page) {
  await expect(page).not.toHaveURL(/\/signin/u)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
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

test('a phone is asked for the number once, is remembered, and after it was lost its owner shuts it out', async ({ browser }) => {
  const phone = await device(browser, PHONE)
  const desk = await device(browser, DESK)
  const who = await newcomer(phone.page.request, 'otp')
  await givesPassword(phone.page, who)
  await expect(phone.page.getByRole('heading', { level: 1, name: 'メールの番号を入れてください' })).toBeFocused()
  const right = await mailed(phone.page.request, who.email, ONE_TIME)
  await box(phone.page, 'ワンタイムパスワード').fill(right === '000000' ? '000001' : '000000')
  await button(phone.page, 'ログイン').click()
  await expect(phone.page.getByText(/あと4回ためせます/u)).toBeVisible()
  await givesNumber(phone.page, who.email, { remember: true })
  await isIn(phone.page)

  await signsOut(phone.page)
  await givesPassword(phone.page, who)
  await isIn(phone.page)

  await givesPassword(desk.page, who)
  await givesNumber(desk.page, who.email)
  await isIn(desk.page)
  await desk.page.goto('/account')
  await expect(desk.page.getByText('この端末', { exact: true })).toHaveCount(1)
  await button(desk.page, '取り消す').click()
  await expect(desk.page.getByText('端末を取り消しました')).toBeVisible()
  await expect(desk.page.getByText('覚えた端末はありません。', { exact: false })).toBeVisible()

  const over = phone.page.getByRole('alertdialog', { name: 'ログインの時間が終わりました' })
  await expect(over).toBeVisible()
  await box(phone.page, 'パスワード').fill(who.password)
  await button(phone.page, 'ログインして続ける').click()
  await givesNumber(phone.page, who.email)
  await expect(over).toHaveCount(0)
  expect([...phone.troubles, ...desk.troubles]).toEqual([])
})

test('a new password and a new address: the other device is out, and only the new ones open', async ({ browser }) => {
  const phone = await device(browser, PHONE)
  const desk = await device(browser, DESK)
  const who = await newcomer(desk.page.request, 'change')
  for (const { page } of [phone, desk]) {
    await givesPassword(page, who)
    await givesNumber(page, who.email, { remember: true })
    await isIn(page)
  }
  await desk.page.goto('/account')
  await desk.page.getByRole('link', { name: 'パスワードを変更' }).click()
  await box(desk.page, 'いまのパスワード').fill('Wrong#pass7')
  await box(desk.page, '新しいパスワード 必須').fill('Kamome#8tobu')
  await box(desk.page, '新しいパスワード\\(もう一度\\)').fill('Kamome#8tobu')
  await button(desk.page, 'パスワードを変える').click()
  await expect(desk.page.getByText('いまのパスワードがちがいます。').first()).toBeVisible()
  await box(desk.page, 'いまのパスワード').fill(who.password)
  await button(desk.page, 'パスワードを変える').click()
  await expect(desk.page.getByText('パスワードを変えました')).toBeVisible()
  await expect(desk.page).toHaveURL(/\/account$/u)
  await expect(phone.page.getByRole('alertdialog', { name: 'ログインの時間が終わりました' })).toBeVisible()

  const next = `neu-${who.email}`
  await desk.page.getByRole('link', { name: 'メールアドレスを変更' }).click()
  await box(desk.page, '新しいメールアドレス').fill(next.replace('@', '＠'))
  await box(desk.page, 'いまのパスワード').fill('Kamome#8tobu')
  await button(desk.page, '認証キーを受け取る').click()
  await expect(desk.page.getByRole('heading', { level: 1, name: '新しいアドレスに届いた認証キーを入れてください' })).toBeVisible()
  await box(desk.page, '認証キー').fill((await mailed(desk.page.request, next, KEY)).toLowerCase())
  await button(desk.page, 'このアドレスに変える').click()
  await expect(desk.page.getByText('メールアドレスを変えました')).toBeVisible()
  await expect(desk.page.getByText(next)).toBeVisible()

  const other = await device(browser, PHONE)
  await givesPassword(other.page, { email: who.email, password: 'Kamome#8tobu' })
  await expect(other.page.getByText('メールアドレスかパスワードがちがいます。')).toBeVisible()
  await givesPassword(other.page, { email: next, password: 'Kamome#8tobu' })
  await givesNumber(other.page, next)
  await isIn(other.page)
  expect([...phone.troubles, ...desk.troubles, ...other.troubles]).toEqual([])
})
