import { expect, type Page, test } from '@playwright/test'
import { ask, DESK, device, enterAs, PHONE } from './people.ts'
import { isSound } from './soundness.ts'

const PASSWORD = 'Tsukuba7#gawa'
const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const field = (page: Page, label: string) => page.getByRole('textbox', { name: new RegExp(`^${label} 必須`, 'u') })

interface Paper {
  number: string
  code: string
  address: string
}

/** A clerk tries, issues and prints: the paper opens beside the answer that holds the code. */
async function issue(counter: Page): Promise<Paper> {
  await enterAs(counter, 'counter@demo.example', '/staff')
  await counter.goto('/graphiql')
  await counter.getByRole('region', { name: '操作の本' }).getByRole('button', { name: 'アカウント作成コードを発行する' }).click()
  await expect(counter.getByText(/^対象:有限会社つきみ坂印刷/u)).toBeVisible()
  await counter.getByRole('button', { name: '試す' }).click()
  await expect(counter.getByText('まだ何も変わっていません')).toBeVisible()
  await expect(counter.getByText('アカウント作成コード:(空) → 発行ずみ')).toBeVisible()
  await counter.getByRole('button', { name: '実行', exact: true }).click()
  await expect(counter.getByText('実行しました')).toBeVisible()
  const opened = counter.waitForEvent('popup')
  await counter.getByRole('link', { name: 'コードの紙をひらく(印刷)' }).click()
  const page = await opened
  const paper = page.getByRole('article', { name: 'アカウント作成コードの紙' })
  await expect(paper.getByText('有限会社つきみ坂印刷 様')).toBeVisible()
  await expect(page.getByRole('button', { name: '印刷する' })).toBeVisible()
  await isSound(page, 'paper')
  const row = (name: string) => paper.getByRole('definition').nth(['number', 'phone', 'code', 'until'].indexOf(name))
  const read = { number: await row('number').innerText(), code: await row('code').innerText() }
  const address = new URL(await paper.getByText(/\/open\/code$/u).innerText()).pathname
  await expect(row('code')).toHaveText(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/u)
  await page.reload()
  await expect(row('code')).toHaveText(read.code)
  await page.close()
  return { ...read, address }
}

async function mailedKey(page: Page, email: string): Promise<string> {
  let text = ''
  await expect(async () => {
    text = await (await page.request.get(`/dev/mail.json?to=${encodeURIComponent(email)}`)).text()
    expect(text).toContain('認証キー: ')
  }).toPass()
  return /認証キー: (\S{4}-\S{4})/u.exec(text)?.[1] ?? ''
}

test('an establishment opens its My Page with the paper that the counter printed', async ({ browser }) => {
  test.setTimeout(240_000)
  const counter = await device(browser, DESK)
  const paper = await issue(counter.page)
  const { staffEmployers } = await ask<{ staffEmployers: { nodes: { phone: string }[] } }>(
    counter.page.request,
    'query ($number: String) { staffEmployers(employerNumber: $number) { nodes { phone } } }',
    { number: paper.number },
  )
  const phone = staffEmployers.nodes[0]?.phone ?? ''
  const email = `tsukimi${Math.floor(performance.now())}@mail.example`

  const clerk = await device(browser, PHONE)
  let page = clerk.page
  await test.step('reads and agrees', async () => {
    await page.goto('/signin')
    await page.getByRole('link', { name: 'アカウント作成コードで開く' }).click()
    await expect(page).toHaveURL(new RegExp(`${paper.address}$`, 'u'))
    await title(page, '規約を読んで、同意してください')
    for (const name of ['利用規約', 'プライバシーポリシー'])
      await page.getByRole('region', { name }).evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'つぎへ(2 コードの紙)' }).click()
    await title(page, 'コードの紙を見て、入れてください')
  })

  await test.step('is told what is missing and what is wrong, at the field, and loses nothing', async () => {
    await isSound(page, 'fields')
    await page.getByRole('button', { name: '確かめる' }).click()
    await expect(page.getByRole('group', { name: '直すところが4つあります' })).toBeFocused()
    await field(page, 'メールアドレス').fill(email)
    await field(page, '事業所番号').fill(paper.number.replaceAll('-', ''))
    await field(page, '電話番号').fill('00-9999-9999')
    await field(page, 'アカウント作成コード').fill(paper.code.toLowerCase().replaceAll('-', ' '))
    await field(page, 'メールアドレス').focus()
    await expect(field(page, 'アカウント作成コード')).toHaveValue(paper.code)
    await page.reload()
    await expect(field(page, '電話番号')).toHaveValue('00-9999-9999')
    await page.getByRole('button', { name: '確かめる' }).click()
    await title(page, 'この内容で進みますか')
    await expect(page.getByRole('main').getByText(email)).toBeVisible()
    await isSound(page, 'check')
    await page.goBack()
    await title(page, 'コードの紙を見て、入れてください')
    await expect(field(page, 'アカウント作成コード')).toHaveValue(paper.code)
    await page.goForward()
    await page.getByRole('button', { name: '認証キーを受け取る' }).click()
    await expect(page.getByRole('alert')).toContainText('4つとも、紙と見くらべてください。')
    await isSound(page, 'refused')
    await field(page, '電話番号').fill(phone)
    await page.getByRole('button', { name: '確かめる' }).click()
    await page.getByRole('button', { name: '認証キーを受け取る' }).click()
    await title(page, 'メールの認証キーを入れてください')
    await isSound(page, 'key')
  })

  await test.step('closes the page, comes back to the key, and ends at its own home', async () => {
    const context = page.context()
    await page.close()
    page = await context.newPage()
    await page.goto('/open/code')
    await title(page, 'メールの認証キーを入れてください')
    await expect(page.getByRole('main').getByText(email)).toBeVisible()
    await field(page, '認証キー').fill(await mailedKey(page, email))
    await field(page, '新しいパスワード').fill(PASSWORD)
    await page.getByRole('textbox', { name: /^新しいパスワード\(もう一度\)/u }).fill(PASSWORD)
    await page.getByRole('button', { name: 'パスワードを決めて、マイページを開く' }).click()
    await title(page, '求人者マイページへようこそ')
    await expect(page.getByText('求人者マイページが開きました')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'はじめての求人まで' })).toBeVisible()
    await isSound(page, 'home')
    await page.goto('/open/code')
    await expect(page.getByText(/先にログアウトしてください/u)).toBeVisible()
  })

  await test.step('the code is used up, and the clerk is told why no other comes', async () => {
    await counter.page.getByRole('button', { name: '実行', exact: true }).click()
    await expect(counter.page.getByText('できませんでした')).toBeVisible()
    await expect(counter.page.getByText(/^この事業所のマイページは、もう開かれています。/u)).toBeVisible()
  })
  expect([...counter.troubles, ...clerk.troubles]).toEqual([])
  await counter.page.context().close()
  await page.context().close()
})
