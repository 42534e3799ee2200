import { type Browser, expect, type Page, test } from '@playwright/test'
import { acceptFirm, actor, newFirm } from './live/acting.ts'
import { mailed, ONE_TIME } from './mailbox.ts'
import { ask, DESK, device, enterAs, PHONE, type Size } from './people.ts'
import { isSound } from './soundness.ts'

const PASSWORD = 'Umineko#8nagi'
const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const field = (page: Page, label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}`, 'u') }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

/** The counter opens the claim from what waits, and decides: tries first, then does it. */
async function decides(page: Page, claimant: string, operation: string): Promise<void> {
  await page.goto('/staff')
  await page.getByRole('link', { name: claimant }).click()
  await page.getByRole('region', { name: '操作の本' }).getByRole('button', { name: operation, exact: true }).click()
  await button(page, '試す').click()
  await expect(page.getByText('まだ何も変わっていません')).toBeVisible()
  await button(page, '実行').click()
  await expect(page.getByText('実行しました')).toBeVisible()
}

async function claims(browser: Browser, baseURL: string, size: Size): Promise<void> {
  const manager = await actor(baseURL, 'counter@demo.example')
  const firm = await newFirm(baseURL)
  await acceptFirm(manager, (await firm.submits()).id)
  const { viewer } = await ask<{ viewer: { employer: { employerNumber: string }; account: { email: string } } }>(
    firm.request,
    '{ viewer { employer { employerNumber } account { email } } }',
  )
  const { employerNumber } = viewer.employer
  const someone = await newFirm(baseURL)
  const mine = await ask<{ viewer: { account: { email: string } } }>(someone.request, '{ viewer { account { email } } }')
  const { email } = mine.viewer.account
  const { page, troubles } = await device(browser, size, await someone.request.storageState())
  const counter = await device(browser, DESK)
  const claimant = `浜 さちこ${size.width}`

  await test.step('chooses the way with a number, and is told at the field what is wrong with it', async () => {
    await page.goto('/open/employer')
    await title(page, 'あなたの事業所は、どちらですか')
    await isSound(page, 'two-ways')
    await link(page, '事業所番号を知らせる').click()
    await title(page, '事業所番号を知らせてください')
    await field(page, '事業所番号').fill('1301-12')
    await field(page, 'あなたの名前').fill(claimant)
    await button(page, '窓口へ申し出る').click()
    await expect(page.getByRole('group', { name: /^直すところが/u })).toBeFocused()
    await isSound(page, 'claim-wrong')
  })

  await test.step('claims a number that nobody has, waits, and reads why it was not accepted', async () => {
    await field(page, '事業所番号').fill(employerNumber.replace(/\d{6}/u, '990099'))
    await button(page, '窓口へ申し出る').click()
    await title(page, '事業所番号を、窓口が確かめています')
    await isSound(page, 'claim-waits')
    await enterAs(counter.page, 'counter@demo.example', '/staff')
    await isSound(counter.page, 'claim-staff')
    await decides(counter.page, claimant, '事業所番号の申出を不受理にする')
    await expect(page.getByText(/では、マイページを開けませんでした/u)).toBeVisible()
    await isSound(page, 'claim-rejected')
  })

  await test.step('puts the number right, and may take the claim back and make it again', async () => {
    const wide = employerNumber.replaceAll(/\d/gu, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))
    for (const turn of ['first', 'again']) {
      await field(page, '事業所番号').fill(wide)
      await button(page, '窓口へ申し出る').click()
      await title(page, '事業所番号を、窓口が確かめています')
      if (turn === 'first') await button(page, '取り下げる').click()
    }
    await link(page, 'ホームへ').click()
    await expect(page.getByRole('heading', { name: '事業所番号を、窓口が確かめています' })).toBeVisible()
    await expect(page.getByText('株式会社なみまち木工')).toHaveCount(0)
    await isSound(page, 'claim-home')
  })

  await test.step('is let in, signs in anew, and stands in the establishment; its owner is told', async () => {
    await decides(counter.page, claimant, '事業所番号の申出を受理する')
    await page.getByRole('textbox', { name: /パスワード/u }).fill(PASSWORD)
    await button(page, 'ログインして続ける').click()
    await page.getByRole('textbox', { name: /ワンタイムパスワード/u }).fill(await mailed(page.request, email, ONE_TIME))
    await button(page, 'ログイン').click()
    await expect(page.getByRole('link', { name: '応募者' }).filter({ visible: true }).first()).toBeVisible()
    await expect(page).toHaveURL(/\/employer$/u)
    await isSound(page, 'claim-in')
    expect(await mailed(page.request, viewer.account.email, /(加わった人)/u)).toBe('加わった人')
  })
  expect([...troubles, ...counter.troubles]).toEqual([])
  await counter.page.context().close()
  await page.context().close()
}

for (const size of [PHONE, DESK])
  test(`somebody with an employer number is let in to the establishment, at ${size.width}px`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000)
    await claims(browser, baseURL!, size)
  })
