import type { Page } from '@playwright/test'
import { choose, field, onward, saved } from '../journey/hands.ts'

const follow = (page: Page, name: RegExp) => page.getByRole('link', { name }).filter({ visible: true }).first().click()

/** The field shows a plain figure once it is entered. */
const writeYen = async (page: Page, label: string, yen: string) => {
  await field(page, label).click()
  await field(page, label).fill(yen)
}

/** What is done on a page before its picture is taken. */
export const ACTS = {
  opensThread: (page: Page) => page.getByRole('link', { name: /岩井 翼/u }).click(),
  writesLowWage: async (page: Page) => {
    await follow(page, /^つづきを書く/u)
    await follow(page, /^賃金・手当/u)
    await choose(page, '賃金の形', '時給')
    await choose(page, '固定残業代(c)', 'なし')
    await writeYen(page, '基本給(a)の下限', '1100')
    await writeYen(page, '基本給(a)の上限', '1400')
    await page.getByRole('heading', { level: 1 }).click()
    await page.getByText('1,100〜1,400円').waitFor()
    await saved(page)
  },
  triesMutation: (page: Page) => onward(page, '試す'),
}
export type Act = keyof typeof ACTS
