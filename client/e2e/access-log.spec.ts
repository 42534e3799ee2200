import { expect, test } from '@playwright/test'
import { DESK, device, enterAs, PHONE } from './people.ts'

test('an employer opens the applicants; a seeker finds on the phone who looked, and why', async ({ browser }) => {
  const desk = await device(browser, DESK)
  await enterAs(desk.page, 'employer@demo.example')
  await desk.page.goto('/employer/applicants')
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(desk.page.getByText('水野 はるか').filter({ visible: true }).first()).toBeVisible()

  const phone = await device(browser, PHONE)
  await enterAs(phone.page, 'seeker@demo.example')
  await phone.page.goto('/account')
  await phone.page.getByRole('link', { name: 'だれがデータを見たかを読む' }).click()
  await expect(phone.page.getByRole('heading', { level: 1, name: '見られた記録' })).toBeVisible()
  const newest = phone.page.getByRole('listitem').filter({ hasText: '担当者が、応募の内容を見ました。' }).first()
  await expect(newest).toContainText('応募の選考のため')
  await expect(newest).toContainText('見た項目: ')
  expect(phone.troubles).toEqual([])
})
