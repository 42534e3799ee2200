import { expect, type Page } from '@playwright/test'

/** All that a page says: its title, the places with their counts, its text; without what the clock changes by itself, and without what only says how much of it is new to whoever opened it. */
export const seen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const words = (one: Element | null) => {
      const copy = one?.cloneNode(true) as Element | undefined
      for (const passing of copy?.querySelectorAll('[role=status], .badge-new, .saved') ?? []) passing.remove()
      const text = (copy?.textContent ?? '').replaceAll(/\s+/gu, ' ')
      return text.replaceAll(/ここから未読 \d+件( ・ )?/gu, '').replaceAll(/あと ?\d+(日|時間|分)(\d+(分|秒))?/gu, 'あと…')
    }
    const navigation = [...document.querySelectorAll('nav')].filter((one) => one.checkVisibility())
    return [document.title, ...navigation.map(words), words(document.querySelector('main'))]
  })

export const opened = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()

/** Rows that wait behind a line: new ones, and those further down or further back. */
async function unfold(page: Page): Promise<void> {
  const behind = page.getByRole('button', { name: /件を表示$|^つぎの\d+件を見る|^前のメッセージを見る/u }).first()
  const coming = page.locator('main [aria-busy=true]')
  await expect(async () => {
    if (await behind.isVisible()) await behind.click({ timeout: 3_000 })
    await expect(behind.or(coming)).toHaveCount(0, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
}

/** What the events made of this page is what it says to somebody who opens it now. */
export async function saysTheSameAnew(page: Page): Promise<void> {
  const anew = await page.context().newPage()
  await anew.goto(page.url())
  await opened(anew)
  for (const one of [page, anew]) await unfold(one)
  await expect(async () => expect(await seen(page), page.url()).toEqual(await seen(anew))).toPass({ timeout: 10_000 })
  await anew.close()
}
