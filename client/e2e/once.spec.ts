import { expect, test } from '@playwright/test'
import { ask, DESK, device, enterAs, PHONE } from './people.ts'

const THREADS = '{ threads(first: 1) { nodes { id } } }'

test('a double press on 応募する applies once, and its file stays', async ({ browser }) => {
  const { page } = await device(browser, PHONE)
  await enterAs(page, 'online-seeker@demo.example')
  const { postings } = await ask<{ postings: { nodes: { postingNumber: string; viewerCanApply: boolean; title: string }[] } }>(
    page.request,
    '{ postings(filter: { selfApplication: true }, first: 20) { nodes { postingNumber viewerCanApply title } } }',
  )
  const posting = postings.nodes.find(({ viewerCanApply }) => viewerCanApply)
  await page.goto(`/jobs/${posting?.postingNumber}/apply`)
  await page.getByRole('textbox', { name: /^志望動機/u }).fill('はじめから終わりまで、ていねいに仕上げる仕事がしたいです。')
  await page.getByRole('button', { name: '確かめる', exact: true }).click()
  await page.getByRole('checkbox', { name: '窓口からの紹介ではないことを確かめました' }).check()
  const sent: string[] = []
  page.on('request', (request) => {
    if (/ApplyToPosting/u.test(request.postData() ?? '')) sent.push(request.url())
  })
  await page.getByRole('button', { name: '応募する', exact: true }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: '応募しました' })).toBeVisible()
  expect(sent).toHaveLength(1)
  await page.goto('/me/activity')
  await expect(page.getByRole('main').getByRole('link', { name: posting?.title ?? '' })).toHaveCount(1)
  await page.context().close()
})

test('a double press on 送る sends one message', async ({ browser }) => {
  const { page } = await device(browser, DESK)
  await enterAs(page, 'employer@demo.example')
  const { threads } = await ask<{ threads: { nodes: { id: string }[] } }>(page.request, THREADS)
  await page.goto(`/employer/messages/${threads.nodes[0]?.id}`)
  const words = `面接の場所は、正門の右の建物です。控え室は${Math.floor(performance.now())}号です。`
  await page.getByRole('textbox', { name: '返事を書く' }).fill(words)
  await page.getByRole('button', { name: '送る', exact: true }).dblclick()
  const log = page.getByRole('region', { name: 'メッセージ' }).or(page.getByRole('log'))
  await expect(log.getByText(words).first()).toBeVisible()
  await page.reload()
  await expect(log.getByText(words)).toHaveCount(1)
  await page.context().close()
})

test('the way back from a posting leads to the same place of the list', async ({ browser }) => {
  const { page } = await device(browser, PHONE)
  await page.goto('/jobs?pref=13')
  await page.getByRole('button', { name: /^つぎの20件を見る/u }).click()
  const cards = page.getByRole('article')
  await expect(cards).toHaveCount(40)
  const far = cards.nth(30).getByRole('heading').getByRole('link')
  const name = await far.innerText()
  await far.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await far.click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^求人 /u)
  await page.goBack()
  await expect(cards).toHaveCount(40)
  await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(100)
  await expect(page.getByRole('link', { name }).first()).toBeInViewport()
  await page.context().close()
})

test('a wrong password keeps the address that was typed', async ({ browser }) => {
  const { page } = await device(browser, PHONE)
  await page.goto('/signin')
  await page.getByRole('textbox', { name: /^メールアドレス/u }).fill('seeker@demo.example')
  await page.getByRole('textbox', { name: /^パスワード/u }).fill('Chigau#2026')
  await page.getByRole('button', { name: 'ログイン', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('パスワード')
  await expect(page.getByRole('textbox', { name: /^メールアドレス/u })).toHaveValue('seeker@demo.example')
  await expect(page).toHaveURL(/\/signin/u)
  await page.context().close()
})
