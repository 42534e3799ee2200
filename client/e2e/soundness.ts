import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { DESK, PHONE } from './people.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function barriersOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).exclude('.monaco-editor').analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

/** What makes the page wider than the window, by its first words. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if ((document.scrollingElement?.scrollWidth ?? 0) <= innerWidth) return []
    const scrolls = (one: Element | null): boolean =>
      one !== null && one !== document.body && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement))
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one.parentElement),
    )
    return ['the page', ...wide.slice(0, 4).map((one) => `${one.tagName}.${one.className} ${(one.textContent ?? '').slice(0, 30)}`)]
  })

/** Three words of Latin letters in a row are a sentence somebody forgot to write in Japanese. */
export const englishIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || element.closest('code, script, style, .num, .monaco-editor, textarea, [lang=en]') || !element.checkVisibility())
        continue
      const text = (node.textContent ?? '').replaceAll(/\S+@\S+|https?:\S+/gu, ' ')
      if (/[A-Za-z][a-z'’]+(?:\s+[A-Za-z][a-z'’]*){2,}/u.test(text)) found.push(text.trim())
    }
    return found
  })

/** At the phone's and the desk's width: nothing sideways, no barrier, no English. */
export async function isSound(page: Page, step: string): Promise<void> {
  const before = page.viewportSize() ?? PHONE
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    expect.soft(await tooWide(page), `${step}: sideways at ${size.width}px`).toEqual([])
    expect.soft(await barriersOn(page), `${step}: barriers at ${size.width}px`).toEqual([])
  }
  expect.soft(await englishIn(page), `${step}: English left over`).toEqual([])
  await page.setViewportSize(before)
}
