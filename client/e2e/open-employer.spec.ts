import { type Browser, expect, type Page, test } from '@playwright/test'
import { KEY, mailed } from './mailbox.ts'
import { DESK, device, enterAs, PHONE, type Size } from './people.ts'
import { barriersOn, englishIn, tooWide } from './soundness.ts'

const PASSWORD = 'Tsukuba7#gawa'
const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const field = (page: Page, label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}`, 'u') }).first()

async function isSound(page: Page, step: string): Promise<void> {
  const before = page.viewportSize() ?? PHONE
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    expect.soft(await tooWide(page), `${step}: sideways at ${size.width}px`).toEqual([])
    expect.soft(await barriersOn(page), `${step}: barriers at ${size.width}px`).toEqual([])
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/${step}-${size.width}.png`, fullPage: true })
  }
  expect.soft(await englishIn(page), `${step}: English left over`).toEqual([])
  await page.setViewportSize(before)
}

/** The counter decides in its workplace: tries first, then does it. */
async function decides(page: Page, name: string, operation: string): Promise<void> {
  await page.goto('/staff')
  await page.getByRole('link', { name }).click()
  await page.getByRole('region', { name: '操作の本' }).getByRole('button', { name: operation, exact: true }).click()
  await page.getByRole('button', { name: '試す' }).click()
  await expect(page.getByText('まだ何も変わっていません')).toBeVisible()
  await page.getByRole('button', { name: '実行', exact: true }).click()
  await expect(page.getByText('実行しました')).toBeVisible()
}

async function opens(browser: Browser, size: Size): Promise<void> {
  const name = `株式会社すなはま${size.width}`
  const email = `sunahama${size.width}-${Math.floor(performance.timeOrigin)}@mail.example`
  const { page, troubles } = await device(browser, size)
  const counter = await device(browser, DESK)

  await test.step('finds the way, reads and agrees', async () => {
    await page.goto('/')
    await isSound(page, 'top')
    await page.getByRole('link', { name: '求人者マイページを開く' }).click()
    await expect(page).toHaveURL(/\/open\/employer$/u)
    await title(page, '規約を読んで、同意してください')
    for (const text of ['利用規約', 'プライバシーポリシー'])
      await page.getByRole('region', { name: text }).evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await page.getByRole('checkbox').check()
    await isSound(page, 'terms')
    await page.getByRole('button', { name: /^つぎへ/u }).click()
  })

  await test.step('gives its address, takes the key from the mail, and sets a password', async () => {
    await field(page, 'メールアドレス').fill(email)
    await isSound(page, 'mail')
    await page.getByRole('button', { name: '確かめる' }).click()
    await page.getByRole('button', { name: '認証キーを受け取る' }).click()
    await title(page, 'メールの認証キーを入れてください')
    await isSound(page, 'key')
    await page.reload()
    await field(page, '認証キー').fill(await mailed(page.request, email, KEY))
    await field(page, '新しいパスワード 必須').fill(PASSWORD)
    await page.getByRole('textbox', { name: /^新しいパスワード\(もう一度\)/u }).fill(PASSWORD)
    await page.getByRole('button', { name: 'パスワードを決めて、つぎへ(4 事業所のこと)' }).click()
    await title(page, 'あなたの事業所は、どちらですか')
    await isSound(page, 'next')
  })

  await test.step('has a home that says what to do, without a place for applicants', async () => {
    await page.getByRole('link', { name: 'あとで書く' }).click()
    await expect(page.getByRole('heading', { name: '事業所の内容を申し込んでください' })).toBeVisible()
    await expect(page.getByRole('link', { name: '応募者' })).toHaveCount(0)
    if (size === DESK) await expect(page.getByText('事業所(登録の途中)')).toBeVisible()
    await isSound(page, 'home')
    await page.getByRole('link', { name: '事業所の内容を開く' }).click()
  })

  await test.step('is told at the fields what is missing, and writes its establishment', async () => {
    await title(page, /./u)
    await page.getByRole('button', { name: 'つぎへ' }).click()
    await expect(page.getByRole('group', { name: /^直すところが/u })).toBeFocused()
    await isSound(page, 'missing')
    for (const [label, value] of [
      ['事業所名 必須', name],
      ['事業所名\\(カナ\\)', 'カブシキガイシャスナハマ'],
      ['代表者の名前', '浜 さちこ'],
      ['郵便番号', '100-0001'],
      ['町名・番地・建物', '千代田7-7-7'],
      ['電話番号', '03-0000-7777'],
    ] as const)
      await field(page, label).fill(value)
    await page.getByRole('button', { name: 'つぎへ' }).click()
    await title(page, '事業と従業員')
    await isSound(page, 'business')
    await page.getByRole('searchbox', { name: /産業分類$/u }).fill('製造')
    await page.getByRole('region', { name: '産業分類' }).getByText('製造業').click()
    await field(page, '事業の内容').fill('木の家具の製作')
    await field(page, '就業場所の従業員数').fill('4')
    await page.getByRole('button', { name: 'つぎへ' }).click()
    await title(page, '就業規則・休業・保険')
    await isSound(page, 'rules')
    await page.getByRole('button', { name: '窓口へ申し込む' }).click()
    await title(page, '事業所の内容を申し込みました')
    await isSound(page, 'sent')
  })

  await test.step('reads what the office wants mended, by itself, mends it and submits again', async () => {
    await enterAs(counter.page, 'counter@demo.example', '/staff')
    await expect(counter.page.getByRole('link', { name })).toBeVisible()
    await isSound(counter.page, 'staff')
    await decides(counter.page, name, '事業所の修正を依頼する')
    await expect(page.getByText(/^窓口から、修正のお願いがあります。/u)).toBeVisible()
    await isSound(page, 'returned')
    await page.getByRole('button', { name: 'つぎへ' }).click()
    await title(page, '事業と従業員')
    await page.getByRole('button', { name: 'つぎへ' }).click()
    await page.getByRole('button', { name: '窓口へ申し込む' }).click()
    await title(page, '事業所の内容を申し込みました')
  })

  await test.step('is opened before its eyes, with its number and its applicants', async () => {
    await page.getByRole('link', { name: 'ホームへ' }).click()
    await expect(page.getByRole('heading', { name: '事業所の内容を、窓口が確かめています' })).toBeVisible()
    await decides(counter.page, name, '事業所を受理する')
    await expect(page.getByRole('heading', { name: '事業所の内容を、窓口が確かめています' })).toHaveCount(0)
    await expect(page.getByRole('link', { name: '応募者' }).filter({ visible: true }).first()).toBeVisible()
    await isSound(page, 'opened')
    expect(await mailed(page.request, email, /(受理しました)/u)).toBe('受理しました')
  })
  expect([...troubles, ...counter.troubles]).toEqual([])
  await counter.page.context().close()
  await page.context().close()
}

for (const size of [PHONE, DESK])
  test(`an establishment opens its My Page online, at ${size.width}px`, async ({ browser }) => {
    test.setTimeout(240_000)
    await opens(browser, size)
  })
