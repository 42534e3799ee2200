import { type APIRequestContext, type Browser, type BrowserContext, type ConsoleMessage, expect, type Page } from '@playwright/test'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }

export type Size = typeof PHONE

/** Everything a browser complains about while a person uses it. */
export interface Watched {
  page: Page
  troubles: string[]
}

/** What this page complains of goes to `troubles`, but for what is `excused`. */
export function watch(page: Page, troubles: string[] = [], excused: (message: ConsoleMessage) => boolean = () => false): Watched {
  page.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && !excused(message)) troubles.push(`${page.url()} ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`${page.url()} ${error.message}`))
  return { page, troubles }
}
/** A browser of one's own: cookies, storage and size of one device. */
export async function device(
  browser: Browser,
  viewport: Size,
  state?: Awaited<ReturnType<BrowserContext['storageState']>>,
): Promise<Watched> {
  const context = await browser.newContext({ viewport, ...(state ? { storageState: state } : {}) })
  return watch(await context.newPage())
}

/** The demo's button with this person's address. */
export async function enterAs(page: Page, email: string, next?: string): Promise<void> {
  await page.goto(next === undefined ? '/signin' : `/signin?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: new RegExp(`(?<![-\\w.])${email}$`, 'u') }).click()
  await expect(page).not.toHaveURL(/\/signin/u)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Asks the graph as the person whose cookies these are: to find examples, never to act. */
export async function ask<Data>(request: APIRequestContext, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await request.post('/graphql', { data: { query, variables }, headers: { 'x-madoguchi-csrf': '1' } })
  const { data, errors } = (await answer.json()) as { data: Data; errors?: { message: string }[] }
  expect(errors, query).toBeUndefined()
  return data
}

/** How many unread messages the navigation speaks of. */
export async function unreadOf(page: Page): Promise<number> {
  const link = page
    .getByRole('navigation')
    .getByRole('link', { name: /^メッセージ/u })
    .filter({ visible: true })
    .first()
  return Number(/\d+/u.exec(await link.innerText())?.[0] ?? 0)
}
