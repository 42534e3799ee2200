import { expect, type Page } from '@playwright/test'
import { enterAt, main, onward, press, title } from './hands.ts'
import type { Person } from './person.ts'
import { STORY } from './story.ts'

export async function counterEnters({ page }: Person): Promise<void> {
  await enterAt(page, STORY.counter, '/staff')
}

async function opensWaiting(page: Page): Promise<void> {
  await page.goto('/staff')
  await title(page, /^待っていること \d+件$/u)
  await press(page.getByText(/^待っている求人をすべて見る/u))
  await press(page.getByRole('link', { name: STORY.title }))
}

/** First as a trial, then in earnest; either is pressed twice and happens once. */
async function works(page: Page, operation: string, outcome: string, before: () => Promise<void>): Promise<void> {
  await opensWaiting(page)
  await press(page.getByRole('region', { name: '操作の本' }).getByRole('button', { name: operation }))
  await onward(page, /^試す$/u)
  await expect(page.getByText('まだ何も変わっていません')).toBeVisible()
  await expect(page.getByText(outcome)).toBeVisible()
  await before()
  await onward(page, '実行')
  await expect(page.getByText('実行しました')).toBeVisible()
}

export const returnsPosting = ({ page }: Person, employer: Page): Promise<void> =>
  works(page, '求人の修正を依頼する', '状態:仮登録 → 修正依頼', () =>
    expect(main(employer).getByText('窓口で確認中').first()).toBeVisible(),
  )

export const acceptsPosting = ({ page }: Person): Promise<void> =>
  works(page, '求人を受理する', '状態:仮登録 → 受理(有効)', () => Promise.resolve())
