import { expect, type Locator, type Page } from '@playwright/test'

/** Whoever walks here double-clicks everything: the second half must press nothing. */
export const press = (button: Locator): Promise<void> => button.dblclick()

export const main = (page: Page): Locator => page.getByRole('main')
export const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
export const saved = (page: Page) => expect(page.getByText(/に保存しました$/u)).toBeVisible()
export const said = (page: Page, words: string | RegExp) =>
  expect(main(page).getByText(words).filter({ visible: true }).last()).toBeVisible()

const exact = (label: string) => new RegExp(`^${label.replaceAll(/[()?]/gu, String.raw`\$&`)} ?(必須|任意)`, 'u')
export const field = (page: Page, label: string): Locator => page.getByRole('textbox', { name: exact(label) })
export const group = (page: Page, label: string): Locator => page.getByRole('group', { name: exact(label) })
export const selection = (page: Page, label: string): Locator => page.getByRole('combobox', { name: exact(label) })
export const write = (page: Page, label: string, text: string) => field(page, label).fill(text)
export const choose = async (page: Page, label: string, ...choices: string[]) => {
  for (const choice of choices) await group(page, label).getByLabel(choice, { exact: false }).first().check()
}
export const onward = (page: Page, name: string | RegExp) =>
  press(page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }))

/** A link of the navigation, whichever of the two the size of the window shows. */
export const place = (page: Page, name: string): Locator =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`, 'u') })
    .filter({ visible: true })
    .first()

/** The way back and forth again: the same page, and what stood on it. */
export async function backAndForth(page: Page, still: () => Promise<unknown>): Promise<void> {
  const address = page.url()
  await page.goBack({ waitUntil: 'commit' })
  await expect(page).not.toHaveURL(address)
  await page.goForward({ waitUntil: 'commit' })
  await expect(page).toHaveURL(address)
  await still()
}

/** The demo's button with this person's address. */
async function enter(page: Page, email: string): Promise<void> {
  await press(page.getByRole('button', { name: new RegExp(`(?<![-\\w.])${email}$`, 'u') }))
  await expect(page).not.toHaveURL(/\/signin/u)
}
export async function enterAt(page: Page, email: string, next: string): Promise<void> {
  await page.goto(`/signin?next=${encodeURIComponent(next)}`)
  await enter(page, email)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** With an address and a password of one's own. */
async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await title(page, 'ログイン')
  await write(page, 'メールアドレス', who.email)
  await write(page, 'パスワード', who.password)
  await onward(page, 'ログイン')
  await bringsOneTimePassword(page, who.email, async () => !page.url().includes('/signin'))
  await expect(page).not.toHaveURL(/\/signin/u)
}

/** The six digits from the mailbox, where they are asked for; this browser is remembered from now on. */
async function bringsOneTimePassword(page: Page, email: string, isIn: () => Promise<boolean>): Promise<void> {
  const field = page.getByRole('textbox', { name: /^ワンタイムパスワード/u })
  await expect(async () => expect((await field.isVisible()) || (await isIn())).toBe(true)).toPass()
  if (await isIn()) return
  await expect(async () => {
    const answer = await page.request.get(`/dev/mail.json?to=${encodeURIComponent(email)}`)
    const code = /ワンタイムパスワード: (\d{6})/u.exec(await answer.text())?.[1]
    expect(code).toBeDefined()
    await field.fill(code ?? '')
  }).toPass()
  await page.getByLabel('この端末を覚える').check()
  await onward(page, 'ログイン')
}

/** The session ended under a page: signs in on the same spot. */
export async function signInOnTheSpot(page: Page, who: { email: string; password: string }): Promise<void> {
  const dialog = page.getByRole('alertdialog', { name: 'ログインの時間が終わりました' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('textbox', { name: /^パスワード/u }).fill(who.password)
  await onward(page, 'ログインして続ける')
  await bringsOneTimePassword(page, who.email, async () => (await dialog.count()) === 0)
  await expect(dialog).toHaveCount(0)
}
export async function signInAt(page: Page, who: { email: string; password: string }, next: string): Promise<void> {
  await page.goto(`/signin?next=${encodeURIComponent(next)}`)
  await signIn(page, who)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Both texts, each to its end; only then can one agree. */
export async function agreesToTerms(page: Page): Promise<void> {
  await title(page, '規約を読んで、同意してください')
  const agreed = page.getByRole('checkbox', { name: /同意します/u })
  await expect(agreed).toHaveAttribute('aria-disabled', 'true')
  for (const name of ['利用規約', 'プライバシーポリシー']) {
    const text = page.getByRole('region', { name })
    await text.focus()
    await text.press('End')
    await expect(page.getByText(`読みました${name}`)).toBeVisible()
  }
  await agreed.check()
  await onward(page, /^つぎへ\(2 /u)
}
