import { expect, type Page, test } from '@playwright/test'
import { mailed } from './mailbox.ts'
import { DESK, device, enterAs, PHONE, type Size } from './people.ts'
import { barriersOn, englishIn, tooWide } from './soundness.ts'

const PASSWORD = 'Tsukuba7#gawa'
const LINK = /(\/invitation\/[\w-]{43})/u
const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const password = (page: Page) => page.getByRole('textbox', { name: /^新しいパスワード 必須/u })
const again = (page: Page) => page.getByRole('textbox', { name: /^新しいパスワード\(もう一度\)/u })

async function isSound(page: Page, step: string): Promise<void> {
  expect.soft(await tooWide(page), `${step}: sideways`).toEqual([])
  expect.soft(await barriersOn(page), `${step}: barriers`).toEqual([])
  expect.soft(await englishIn(page), `${step}: English left over`).toEqual([])
}

/** A clerk of the center invites from the book of operations. */
async function invite(page: Page, email: string): Promise<void> {
  await enterAs(page, 'center@demo.example', '/staff')
  await page.getByRole('link', { name: '登録者を招待する' }).click()
  const variables = page.locator('.work-variables')
  await expect(variables).toContainText('"email": ""')
  await variables.getByText('"email"').click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(email)
  await expect(variables).toContainText(email)
  await page.getByRole('button', { name: '試す' }).click()
  await expect(page.getByText('まだ何も変わっていません')).toBeVisible()
  await expect(page.getByText(`メールアドレス:(空) → ${email}`)).toBeVisible()
  await page.getByRole('button', { name: '実行', exact: true }).click()
  await expect(page.getByText('実行しました')).toBeVisible()
}

for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK }) as [string, Size][])
  test(`whom a center invites sets a password by the link, once, and finds a way on when it is dead (${name})`, async ({ browser }) => {
    test.setTimeout(180_000)
    const email = `mishima-${name}-${Math.floor(performance.timeOrigin)}@mail.example`
    const clerk = await device(browser, DESK)
    await invite(clerk.page, email)
    const link = await mailed(clerk.page.request, email, LINK)

    const { page, troubles } = await device(browser, size)
    await test.step('looks at the link without using it, then reads and agrees', async () => {
      for (let times = 0; times < 3; times++) await page.goto(link)
      expect((await page.request.head(link)).headers()['referrer-policy']).toBe('no-referrer')
      await title(page, '規約を読んで、同意してください')
      await expect(page.getByText('汐見しごと移行支援センターからの招待です。')).toBeVisible()
      await isSound(page, 'terms')
      for (const text of ['利用規約', 'プライバシーポリシー'])
        await page.getByRole('region', { name: text }).evaluate((box) => box.scrollTo(0, box.scrollHeight))
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'つぎへ(2 パスワード)' }).click()
    })

    await test.step('is told what is wrong at the field and loses nothing, then comes in', async () => {
      await title(page, 'パスワードを決めてください')
      await expect(page.getByRole('main').getByText(email)).toBeVisible()
      await password(page).fill(PASSWORD)
      await again(page).fill('other')
      await page.getByRole('button', { name: 'パスワードを決めて、マイページを開く' }).click()
      await expect(again(page)).toHaveAttribute('aria-invalid', 'true')
      await expect(password(page)).toHaveValue(PASSWORD)
      await isSound(page, 'password')
      await again(page).fill(PASSWORD)
      await page.getByRole('button', { name: 'パスワードを決めて、マイページを開く' }).click()
      await title(page, '三島さん、こんにちは')
      await expect(page).toHaveURL(/\/me$/u)
      await expect(page.getByText(/^13900-\d{8}$/u)).toBeVisible()
      await isSound(page, 'home')
      await page.goBack()
      await expect(page).not.toHaveURL(/\/invitation\//u)
    })

    await test.step('who opens the used link elsewhere is led to sign in, or gets a mail that says so', async () => {
      const other = await device(browser, size)
      await other.page.goto(link)
      await title(other.page, 'このリンクは使えません')
      await isSound(other.page, 'dead')
      await other.page.getByRole('textbox', { name: /^メールアドレス/u }).fill('そのうち')
      await other.page.getByRole('button', { name: '新しいリンクを受け取る' }).click()
      await expect(other.page.getByRole('textbox', { name: /^メールアドレス/u })).toHaveAttribute('aria-invalid', 'true')
      await other.page.getByRole('textbox', { name: /^メールアドレス/u }).fill(email)
      await other.page.getByRole('button', { name: '新しいリンクを受け取る' }).click()
      await expect(other.page.getByText('にメールを送りました。')).toBeVisible()
      await isSound(other.page, 'asked')
      expect(await mailed(other.page.request, email, /(もう開いています)/u)).toBe('もう開いています')
      expect(other.troubles).toEqual([])
      await other.page.context().close()
    })
    expect([...clerk.troubles, ...troubles]).toEqual([])
    await clerk.page.context().close()
    await page.context().close()
  })
