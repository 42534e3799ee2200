import { type Browser, expect, type Page, test } from '@playwright/test'
import { acceptFirm, actor, newFirm } from './live/acting.ts'
import { mailed, ONE_TIME } from './mailbox.ts'
import { DESK, device, PHONE, type Size } from './people.ts'
import { isSound } from './soundness.ts'

const PASSWORD = 'Tsukuba7#gawa'
const KEY = /認証キー: (\S+)/u
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })
const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

/** The owner of an establishment that the office just accepted, at a desk. */
async function ownerAtDesk(browser: Browser, baseURL: string) {
  const firm = await newFirm(baseURL)
  const { id } = await firm.submits()
  await acceptFirm(await actor(baseURL, 'counter@demo.example'), id)
  return device(browser, DESK, await firm.request.storageState())
}

async function invites(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/employer/members')
  await link(page, '担当者を招待する').click()
  await field(page, '名前').fill(name)
  await field(page, 'メールアドレス').fill(email)
  await button(page, '確かめる').click()
  await expect(page.getByText('このメールアドレスに、招待を送ります。', { exact: false })).toBeVisible()
  await button(page, '招待を送る').click()
}

async function agrees(page: Page): Promise<void> {
  await title(page, '規約を読んで、同意してください')
  for (const name of ['利用規約', 'プライバシーポリシー'])
    await page.getByRole('region', { name }).evaluate((box) => box.scrollTo(0, box.scrollHeight))
  await page.getByRole('checkbox').check()
  await button(page, 'つぎへ(2 認証キー)').click()
}

/** From the page that the mail names to the key and a password. */
async function comesWith(page: Page, email: string, key: string): Promise<void> {
  await page.goto('/open/member')
  await link(page, 'はじめて使う').click()
  await agrees(page)
  await title(page, '招待の認証キーを入れてください')
  await field(page, 'メールアドレス').fill(email)
  await field(page, '認証キー').fill(key)
  await field(page, '新しいパスワード 必須').fill(PASSWORD)
  await field(page, '新しいパスワード\\(もう一度\\)').fill(PASSWORD)
  await button(page, 'パスワードを決めて入る').click()
}

const emailOf = (name: string) => `${name}-${Math.floor(performance.timeOrigin)}@mail.example`

for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK }) as [string, Size][])
  test(`an owner invites; the invited joins by mail on a ${name}, is seen at once, and is out at once`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000)
    const owner = await ownerAtDesk(browser, baseURL!)
    const email = emailOf(`member-${name}`)
    await test.step('what is wrong is said at the field, and nothing typed is lost', async () => {
      await invites(owner.page, '入江 すず', 'irie.mail.example')
      await expect(field(owner.page, 'メールアドレス')).toHaveAttribute('aria-invalid', 'true')
      await expect(field(owner.page, '名前')).toHaveValue('入江 すず')
      await isSound(owner.page, 'invite')
      await field(owner.page, 'メールアドレス').fill(email.replace('@', '＠'))
      await button(owner.page, '確かめる').click()
      await button(owner.page, '招待を送る').click()
      await title(owner.page, '担当者')
      await expect(rowOf(owner.page, '入江 すず')).toContainText('招待中')
      await expect(owner.page.getByText('あと9人追加できます', { exact: false })).toBeVisible()
      await isSound(owner.page, 'list')
    })

    const { page, troubles } = await device(browser, size)
    await test.step('looking at the page uses nothing; a wrong key is said at its field', async () => {
      for (let times = 0; times < 2; times++) await page.goto('/open/member')
      await isSound(page, 'way')
      await comesWith(page, email, '2222-2222')
      await expect(field(page, '認証キー')).toHaveAttribute('aria-invalid', 'true')
      await expect(field(page, 'メールアドレス')).toHaveValue(email)
      await isSound(page, 'key')
      await field(page, '認証キー').fill(await mailed(page.request, email, KEY))
      await button(page, 'パスワードを決めて入る').click()
      await expect(page).toHaveURL(/\/employer$/u)
    })
    await expect(rowOf(owner.page, '入江 すず')).toContainText('使っている')

    await test.step('who is not the owner sees with whom they work, and changes nobody', async () => {
      await page.goto('/employer/members')
      await expect(page.getByText('担当者の招待・変更・削除は、代表の担当者が行います。')).toBeVisible()
      await expect(link(page, '担当者を招待する')).toHaveCount(0)
      await expect(page.getByText(email)).toHaveCount(0)
      await isSound(page, 'seen by a member')
    })

    await test.step('the owner changes the role, then takes the member off', async () => {
      await rowOf(owner.page, '入江 すず').getByRole('link', { name: '入江 すずさんを変更' }).click()
      await isSound(owner.page, 'change')
      await owner.page.getByRole('radio', { name: /見るだけ/u }).check()
      await button(owner.page, '変更を保存する').click()
      await expect(rowOf(owner.page, '入江 すず')).toContainText('見るだけ')
      await rowOf(owner.page, '入江 すず').getByRole('link', { name: '入江 すずさんを変更' }).click()
      await button(owner.page, '担当者から外す').click()
      await owner.page.getByRole('dialog').getByRole('button', { name: '担当者から外す' }).click()
      await expect(owner.page.getByText('入江 すずさんを、担当者から外しました')).toBeVisible()
      await expect(rowOf(owner.page, '入江 すず')).toHaveCount(0)
      await expect(page.getByRole('alertdialog', { name: 'ログインの時間が終わりました' })).toBeVisible()
    })
    expect([...troubles, ...owner.troubles]).toEqual([])
  })

test('a member of two establishments joins the second with the password known, switches, and chooses after sign-in', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const email = emailOf('two-firms')
  const [first, second] = [await ownerAtDesk(browser, baseURL!), await ownerAtDesk(browser, baseURL!)]
  await invites(first.page, '入江 すず', email)
  const { page, troubles } = await device(browser, PHONE)
  await comesWith(page, email, await mailed(page.request, email, KEY))
  await expect(page).toHaveURL(/\/employer$/u)
  await invites(second.page, '入江 すず', email)
  await expect(rowOf(second.page, '入江 すず')).toContainText('招待中')
  await page.goto('/open/member')
  await expect(link(page, 'はじめて使う')).toHaveCount(0)
  await link(page, 'もう使っている').click()
  await expect(field(page, 'メールアドレス')).toHaveValue(email)
  await field(page, '認証キー').fill(await mailed(page.request, email, KEY))
  await field(page, 'パスワード').fill(PASSWORD)
  await button(page, '担当者として入る').click()
  await expect(page).toHaveURL(/\/employer$/u)
  const menu = async (entry: string) => {
    await page.getByRole('button', { name: 'メニュー', exact: true }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
  await menu('事業所を切りかえる')
  await title(page, 'どの事業所のマイページを使いますか')
  await expect(page.getByText('いまの事業所')).toHaveCount(1)
  await isSound(page, 'choose')
  await page.getByRole('main').getByRole('listitem').filter({ hasNotText: 'いまの事業所' }).getByRole('button').last().click()
  await expect(page).toHaveURL(/\/employer$/u)

  await menu('ログアウト')
  await expect(page).toHaveURL(/\/$/u)
  await page.goto('/signin')
  await field(page, 'メールアドレス').fill(email)
  await field(page, 'パスワード').fill(PASSWORD)
  await button(page, 'ログイン').click()
  await field(page, 'ワンタイムパスワード').fill(await mailed(page.request, email, ONE_TIME))
  await button(page, 'ログイン').click()
  await title(page, 'どの事業所のマイページを使いますか')
  expect([...troubles, ...first.troubles, ...second.troubles]).toEqual([])
})
