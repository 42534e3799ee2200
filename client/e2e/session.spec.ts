import { expect, type Page, test } from '@playwright/test'
import { ask, DESK, device, enterAs } from './people.ts'

/** Time goes on for the server and for what this page shows. */
async function minutesPass(page: Page, minutes: number): Promise<void> {
  const answer = await page.request.post('/dev/clock.json', {
    data: { advanceHours: minutes / 60 },
    headers: { 'x-madoguchi-csrf': '1' },
  })
  expect(answer.ok()).toBe(true)
  await page.clock.fastForward(minutes * 60_000)
}

test('a session that nobody uses warns five minutes before its end, goes on with one press, and after its end on the same spot', async ({
  browser,
}) => {
  const { page, troubles } = await device(browser, DESK)
  await page.clock.install()
  await enterAs(page, 'employer@demo.example')
  await page.goto('/account/password')
  const current = page.getByRole('textbox', { name: /^いまのパスワード/u })
  await current.fill('Wrong#pass7')
  const warning = page.getByRole('alertdialog', { name: 'もうすぐログアウトします' })

  await minutesPass(page, 43)
  await expect(warning).toHaveCount(0)
  await minutesPass(page, 3)
  await expect(warning).toBeVisible()
  await expect(warning.getByText(/[34]分\d+秒/u)).toBeVisible()
  await expect(warning.getByRole('button', { name: 'つづける' })).toBeFocused()
  await warning.getByRole('button', { name: 'つづける' }).click()
  await expect(warning).toHaveCount(0)

  await minutesPass(page, 44)
  await expect(warning).toHaveCount(0)
  await minutesPass(page, 2)
  await expect(warning).toBeVisible()
  await minutesPass(page, 6)
  const over = page.getByRole('alertdialog', { name: 'ログインの時間が終わりました' })
  await expect(over).toBeVisible()
  await over.getByRole('textbox', { name: /^パスワード/u }).fill('Madoguchi#2026')
  await over.getByRole('button', { name: 'ログインして続ける' }).click()
  await expect(over).toHaveCount(0)
  await expect(current).toHaveValue('Wrong#pass7')
  for (const name of [/^新しいパスワード 必須/u, /^新しいパスワード\(もう一度\)/u])
    await page.getByRole('textbox', { name }).fill('Kamome#8tobu')
  await page.getByRole('button', { name: 'パスワードを変える', exact: true }).click()
  await expect(page.getByText('いまのパスワードがちがいます。').first()).toBeVisible()
  expect(troubles.filter((one) => !/401|WebSocket/u.test(one))).toEqual([])
})

test('somebody who goes on writing is not asked', async ({ browser }) => {
  const { page } = await device(browser, DESK)
  await page.clock.install()
  await enterAs(page, 'employer@demo.example')
  await page.goto('/account/password')
  await minutesPass(page, 43)
  await page.getByRole('textbox', { name: /^新しいパスワード 必須/u }).pressSequentially('Tsuku')
  await minutesPass(page, 3)
  await expect
    .poll(async () => {
      const { viewer } = await ask<{ viewer: { sessionIdleUntil: string; serverTime: string } }>(
        page.request,
        '{ viewer { sessionIdleUntil serverTime } }',
      )
      return Date.parse(viewer.sessionIdleUntil) - Date.parse(viewer.serverTime) > 45 * 60_000
    })
    .toBe(true)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test.afterAll(async ({ request }) => {
  await request.post('/dev/clock.json', { data: { reset: true }, headers: { 'x-madoguchi-csrf': '1' } })
})
