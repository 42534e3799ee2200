import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { device, enterAs, PHONE } from './people.ts'

test('a seeker saves one file with what the site knows of them', async ({ browser }) => {
  const { page, troubles } = await device(browser, PHONE)
  await enterAs(page, 'seeker@demo.example')
  await page.goto('/account')
  await page.getByRole('link', { name: '自分のデータをダウンロードする' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '自分のデータのダウンロード' })).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'ダウンロードする', exact: true }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/json$/u)
  const data = JSON.parse(await readFile(await file.path(), 'utf8')) as Record<string, unknown>
  expect(data).toMatchObject({ アカウント: { メールアドレス: 'seeker@demo.example' } })
  for (const part of ['求職の登録', '応募', 'メッセージ', 'ファイル', '見られた記録']) expect(Object.keys(data)).toContain(part)
  expect(troubles).toEqual([])
})
