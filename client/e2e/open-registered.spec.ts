import { type Browser, expect, type Page, test } from '@playwright/test'
import { KEY, mailed } from './mailbox.ts'
import { servedPostalCode, registeredSeeker } from './registered.ts'
import { ask, DESK, device, enterAs, PHONE, type Size, type Watched } from './people.ts'
import { isSound } from './soundness.ts'

const PASSWORD = 'Tsukuba7#gawa'
const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const field = (page: Page, label: string) => page.getByRole('textbox', { name: new RegExp(`^${label} 必須`, 'u') })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
let made = 0
const someEmail = () => `registered${(made += 1)}-${Math.floor(performance.timeOrigin)}@mail.example`
const key = () => `registered ${made} ${performance.now()}`

let counter: Watched
test.beforeAll(async ({ browser }) => {
  counter = await device(browser, DESK)
  await enterAs(counter.page, 'counter@demo.example', '/staff')
})
test.afterAll(async () => {
  expect(counter.troubles).toEqual([])
  await counter.page.context().close()
})

async function registerEmployer(myPageEmail: string): Promise<void> {
  const { request } = counter.page
  const input = {
    name: '有限会社このはな製本',
    nameKana: 'ユウゲンガイシャ コノハナセイホン',
    representativeName: '花井 みどり',
    postalCode: await servedPostalCode(request),
    address: '1-2-3',
    phone: `00${String(Math.floor(performance.timeOrigin) + made).slice(-8)}`,
    industryCode: 'E',
    business: '冊子と帳簿の製本をしています。',
    employeesHere: 5,
    myPageEmail,
  }
  const { registerEmployer: employer } = await ask<{ registerEmployer: { __typename: string } }>(
    request,
    'mutation ($input: RegisterEmployerInput!, $key: String!) { registerEmployer(input: $input, key: $key) { __typename } }',
    { input, key: key() },
  )
  expect(employer.__typename).toBe('Employer')
}

async function agrees(page: Page): Promise<void> {
  await title(page, '規約を読んで、同意してください')
  for (const name of ['利用規約', 'プライバシーポリシー'])
    await page.getByRole('region', { name }).evaluate((box) => box.scrollTo(0, box.scrollHeight))
  await page.getByRole('checkbox').check()
  await press(page, 'つぎへ(2 メール)')
  await title(page, '窓口で登録したメールアドレスを入れてください')
}

async function asksForKey(page: Page, email: string): Promise<void> {
  await field(page, 'メールアドレス').fill(email)
  await press(page, '確かめる')
  await expect(page.getByText('このメールアドレスに送ります。まちがいがないか、確かめてください。')).toBeVisible()
  await expect(page.getByRole('main').getByText(email)).toBeVisible()
  await press(page, '認証キーを受け取る')
  await title(page, 'メールの認証キーを入れてください')
}

async function setsPassword(page: Page, authenticationKey: string): Promise<void> {
  await field(page, '認証キー').fill(authenticationKey)
  await field(page, '新しいパスワード').fill(PASSWORD)
  await page.getByRole('textbox', { name: /^新しいパスワード\(もう一度\)/u }).fill(PASSWORD)
  await press(page, 'パスワードを決めて、マイページを開く')
}

/** From a door of the site to the key, closed there, and back at the key. */
async function toTheKey(browser: Browser, size: Size, door: string, email: string): Promise<Watched> {
  const own = await device(browser, size)
  const { page } = own
  await page.goto(door)
  await page.getByRole('link', { name: '窓口で登録したマイページを開く' }).first().click()
  await agrees(page)
  await isSound(page, 'mail')
  await press(page, '確かめる')
  await expect(field(page, 'メールアドレス')).toHaveAccessibleDescription(/メールアドレスを入れてください。/u)
  await asksForKey(page, email)
  await isSound(page, 'key')
  await page.goBack()
  await title(page, '窓口で登録したメールアドレスを入れてください')
  await expect(field(page, 'メールアドレス')).toHaveValue(email)
  await page.goForward()
  await title(page, 'メールの認証キーを入れてください')
  const again = await page.context().newPage()
  await page.close()
  await again.goto('/open/registered')
  await title(again, 'メールの認証キーを入れてください')
  await expect(again.getByRole('main').getByText(email)).toBeVisible()
  return { page: again, troubles: own.troubles }
}

for (const size of [PHONE, DESK]) {
  test(`a seeker whom the counter registered opens the My Page at ${size.width}px`, async ({ browser }) => {
    const email = someEmail()
    const seekerNumber = await registeredSeeker(counter.page.request, email)
    const { page, troubles } = await toTheKey(browser, size, '/', email)
    await setsPassword(page, '2222-2222')
    await expect(page.getByRole('group', { name: /^直すところが1つあります/u })).toBeFocused()
    await setsPassword(page, await mailed(page.request, email, KEY))
    await expect(page).toHaveURL(/\/me$/u)
    await expect(page.getByText('求職者マイページが開きました')).toBeVisible()
    await expect(page.getByText(seekerNumber).first()).toBeVisible()
    await isSound(page, 'home')
    await page.goto('/me/registration')
    await expect(page.getByRole('main').getByText('草野 みちる').first()).toBeVisible()
    await isSound(page, 'registration')
    await page.goto('/open/registered')
    await expect(page.getByText(/先にログアウトしてください/u)).toBeVisible()
    expect(troubles).toEqual([])
    await page.context().close()
  })

  test(`an establishment that the counter registered opens its My Page at ${size.width}px`, async ({ browser }) => {
    const email = someEmail()
    await registerEmployer(email)
    const { page, troubles } = await toTheKey(browser, size, '/signin', email)
    await setsPassword(page, await mailed(page.request, email, KEY))
    await title(page, '求人者マイページへようこそ')
    await expect(page.getByText('求人者マイページが開きました')).toBeVisible()
    await isSound(page, 'home')
    expect(troubles).toEqual([])
    await page.context().close()
  })
}

test('an address that the counter did not register sees the same page; the mail alone says what to do', async ({ browser }) => {
  const email = someEmail()
  const { page, troubles } = await toTheKey(browser, PHONE, '/signin', email)
  expect(await mailed(page.request, email, /(まだ窓口で登録されていないため)/u)).not.toBe('')
  await expect(page.getByText(/届いたメールに認証キーがないときは/u)).toBeVisible()
  await setsPassword(page, '2345-6789')
  await expect(page.getByRole('group', { name: /^直すところが1つあります/u })).toBeFocused()
  expect(troubles).toEqual([])
  await page.context().close()
})

test('a clerk tries the registration of a seeker in the book first, and nothing has changed', async () => {
  const { page } = counter
  await page.goto('/graphiql')
  await page.getByRole('region', { name: '操作の本' }).getByRole('button', { name: '窓口で求職者を登録する' }).click()
  await press(page, '試す')
  await expect(page.getByText('まだ何も変わっていません')).toBeVisible()
  await expect(page.getByText('氏名:(空) → 草野 みちる')).toBeVisible()
  await expect(page.getByText('マイページのメールアドレス:(空) → kusano@mail.example')).toBeVisible()
})
