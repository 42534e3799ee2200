import { expect, test } from '@playwright/test'
import { actor, freshWord, submitted } from './live/acting.ts'
import { DESK, device, enterAs } from './people.ts'

test('an act makes the case newer, and the next operation of the book is filled with it as it stands', async ({ browser, baseURL }) => {
  const posting = await submitted(await actor(baseURL!, 'employer@demo.example'), `検品の担当/${freshWord()}`)
  const { page, troubles } = await device(browser, DESK)
  await enterAs(page, 'counter@demo.example', '/staff')
  await page.goto(`/graphiql?op=claimCase&posting=${posting.id}`)
  const choose = (operation: string) =>
    page.getByRole('region', { name: '操作の本' }).getByRole('button', { name: operation, exact: true }).click()
  const run = () => page.getByRole('button', { name: '実行', exact: true }).click()
  const variables = page.locator('.work-variables')

  await run()
  await expect(page.getByText('実行しました')).toBeVisible()
  await choose('求人を受理する')
  await expect(variables).toContainText(`"postingId": "${posting.id}"`)
  await expect(variables).toContainText(`"version": ${posting.version + 1}`)
  await run()
  await expect(page.locator('.work-response')).toContainText('"status": "OPEN"')
  await expect(page.getByText('できませんでした')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollHeight), 'the page ends where the window ends').toBe(DESK.height)

  expect(troubles).toEqual([])
  await page.context().close()
})
