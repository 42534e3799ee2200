import { type Browser, expect, test } from '@playwright/test'
import { choose, enterAt, field, onward, press, saved, title, write } from './journey/hands.ts'
import { person, type Person } from './journey/person.ts'
import { PHONE, type Size } from './people.ts'

const EMPLOYER = 'employer@demo.example'
const WAITING = 'つながったら保存します'
const LOST = 'つながっていません。'

async function comes(browser: Browser, server: string | undefined, size: Size, email: string, next: string): Promise<Person> {
  const own = await person(browser, server ?? '', size)
  await enterAt(own.page, email, next)
  return own
}
async function beginsPosting({ page }: Person, part: string): Promise<void> {
  await onward(page, '新しい求人を書く')
  await press(page.getByRole('list').getByRole('link', { name: part }).first())
  await title(page, part)
}
test('what two closed tabs held is brought back, and where they differ both are shown', async ({ browser, baseURL }) => {
  const own = await comes(browser, baseURL, PHONE, EMPLOYER, '/employer/postings')
  await beginsPosting(own, '仕事の内容')
  const first = own.page
  const second = await own.context.newPage()
  await second.goto(first.url())
  await title(second, '仕事の内容')
  own.wire.cut()
  await write(first, '職種', 'ちょうちんの絵つけ')
  await write(first, '仕事の内容の変更の範囲', '変更なし')
  await write(second, '職種', 'ちょうちんの骨組み')
  for (const page of [first, second]) await expect(page.getByText(WAITING)).toBeVisible()
  const address = first.url()
  await second.close()
  await first.close()
  own.wire.heal()
  own.page = await own.context.newPage()
  const { page } = own
  await page.goto(address)
  const choice = page.getByRole('region', { name: '同じ項目に、べつの内容があります' })
  await expect(choice.getByText('ちょうちんの絵つけ', { exact: true })).toBeVisible()
  await expect(choice.getByText('ちょうちんの骨組み', { exact: true })).toBeVisible()
  await expect(field(page, '仕事の内容の変更の範囲')).toHaveValue('変更なし')
  await choice
    .getByRole('radio', { name: 'ほかのタブに書いた内容' })
    .or(choice.getByRole('radio', { name: 'ここに書いた内容' }))
    .first()
    .check()
  await press(choice.getByRole('button', { name: '選んだ内容で保存する' }))
  await saved(page)
  await own.leave()
})

test('a page asked for on a broken wire comes by itself when it is whole again', async ({ browser, baseURL }) => {
  const own = await comes(browser, baseURL, PHONE, 'seeker@demo.example', '/me')
  own.wire.cut()
  await press(own.page.getByRole('navigation').getByRole('link', { name: '活動' }).filter({ visible: true }).first())
  await expect(own.page.getByText(LOST)).toBeVisible()
  own.wire.heal()
  await title(own.page, '活動')
  await expect(own.page.getByText(LOST)).toHaveCount(0)
  await own.leave()
})

test('a choice is kept on a phone whose wire is dead, and nobody is asked about their own words', async ({ browser, baseURL }) => {
  const own = await comes(browser, baseURL, PHONE, EMPLOYER, '/employer/postings')
  const { page, wire } = own
  await beginsPosting(own, '求人の種類と公開')
  await choose(page, '求人の種類', '一般の求人')
  await saved(page)
  wire.loseAnswers()
  await choose(page, 'フルタイム・パート', 'パート')
  await expect(page.getByText(WAITING)).toBeVisible()
  await choose(page, 'フルタイム・パート', 'フルタイム')
  wire.heal()
  await saved(page)
  await expect(page.getByText('べつの内容があります')).toHaveCount(0)
  await expect(page.getByRole('group', { name: /^フルタイム・パート/u }).getByLabel('フルタイム', { exact: true })).toBeChecked()
  await own.leave()
})
