import { type Browser, expect, type Page, test } from '@playwright/test'
import { backAndForth, choose, enterAt, field, main, onward, press, saved, title, write } from './journey/hands.ts'
import { closeAndReopen, person, type Person } from './journey/person.ts'
import { ask, DESK, PHONE, type Size } from './people.ts'

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
/** What of anybody lies in this browser. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('keyval-store')
        open.onerror = () => reject(new Error('no store'))
        open.onsuccess = () => {
          const all = open.result.transaction('keyval').objectStore('keyval').getAllKeys()
          all.onsuccess = () => resolve(all.result.map(String))
        }
      }),
  )

test('an application whose answer was lost says so by itself when the wire is whole again, and is there once', async ({
  browser,
  baseURL,
}) => {
  const own = await comes(browser, baseURL, PHONE, 'online-seeker@demo.example', '/me')
  const { page, wire } = own
  const { postings } = await ask<{ postings: { nodes: { postingNumber: string; viewerCanApply: boolean; title: string }[] } }>(
    page.request,
    '{ postings(filter: { selfApplication: true }, first: 40) { nodes { postingNumber viewerCanApply title } } }',
  )
  const posting = postings.nodes.findLast(({ viewerCanApply }) => viewerCanApply)
  await page.goto(`/jobs/${posting?.postingNumber}/apply`)
  await write(page, '志望動機', '毎日の手入れを、長くつづけられる仕事がしたいです。')
  await onward(page, '確かめる')
  await page.getByRole('checkbox', { name: '窓口からの紹介ではないことを確かめました' }).check()
  wire.loseAnswers()
  await onward(page, '応募する')
  await expect(page.getByText('応募を送れませんでした')).toBeVisible()
  wire.heal()
  await title(page, '応募しました')
  await expect(page.getByText(LOST)).toHaveCount(0)
  const { seekerApplications } = await ask<{ seekerApplications: { nodes: { posting: { postingNumber: string } }[] } }>(
    page.request,
    '{ seekerApplications(first: 100) { nodes { posting { postingNumber } } } }',
  )
  expect(seekerApplications.nodes.filter((one) => one.posting.postingNumber === posting?.postingNumber)).toHaveLength(1)
  await own.leave()
})

test('nothing can be handed in while words of it have not arrived; then they are part of it', async ({ browser, baseURL }) => {
  const own = await comes(browser, baseURL, DESK, EMPLOYER, '/employer/postings')
  const { page, wire } = own
  const { employerPostings } = await ask<{ employerPostings: { nodes: { id: string }[] } }>(
    page.request,
    '{ employerPostings(status: [RETURNED], first: 1) { nodes { id } } }',
  )
  await page.goto(`/employer/postings/${employerPostings.nodes[0]?.id}/edit/work`)
  await title(page, '仕事の内容')
  await press(page.getByRole('link', { name: '項目の一覧にもどる' }))
  await press(page.getByRole('link', { name: '確かめて申し込む' }))
  await title(page, '申込みの内容を確かめる')
  await page.goBack()
  await page.goBack()
  await title(page, '仕事の内容')
  wire.cut()
  await write(page, '仕事の内容', 'びょうぶを張りかえ、傷んだ縁をつくろう仕事です。')
  await expect(page.getByText(WAITING)).toBeVisible()
  await page.goForward()
  await page.goForward()
  await expect(main(page).getByText('まだ保存していない内容が、この端末にあります')).toBeVisible()
  await expect(main(page).getByText('保存していない内容が保存されると、申し込めます。')).toBeVisible()
  await expect(page.getByRole('button', { name: '申し込む', exact: true })).toHaveAttribute('aria-disabled', 'true')
  wire.heal()
  await expect(main(page).getByText('びょうぶを張りかえ、傷んだ縁をつくろう仕事です。').first()).toBeVisible()
  await expect(main(page).getByText('まだ保存していない内容が、この端末にあります')).toHaveCount(0)
  await own.leave()
})

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

test('signing out asks before words are lost, and leaves none of them for the next person', async ({ browser, baseURL }) => {
  const own = await comes(browser, baseURL, DESK, EMPLOYER, '/employer/messages')
  const opensThread = () => press(main(own.page).getByRole('region', { name: 'やりとりの一覧' }).getByRole('link').first())
  await opensThread()
  const box = () => own.page.getByRole('textbox', { name: '返事を書く' })
  await box().fill('受付は、南の入口です。')
  await backAndForth(own.page, () => expect(box()).toHaveValue('受付は、南の入口です。'))
  const signOut = async () => {
    await own.page.getByRole('button', { name: /のメニュー$/u }).click()
    await own.page.getByRole('menuitem', { name: 'ログアウト' }).click()
  }
  await signOut()
  const dialog = own.page.getByRole('dialog', { name: 'まだ送っていないものがあります' })
  await expect(dialog.getByText('書きかけのメッセージ 1件')).toBeVisible()
  await press(dialog.getByRole('button', { name: 'もどる' }))
  await expect(box()).toHaveValue('受付は、南の入口です。')

  own.wire.cut()
  await signOut()
  await press(dialog.getByRole('button', { name: '消してログアウトする' }))
  const failed = own.page.getByRole('dialog', { name: 'ログアウトできませんでした' })
  await expect(failed).toBeVisible()
  expect(await kept(own.page)).not.toEqual([])
  own.wire.heal()
  await press(failed.getByRole('button', { name: 'もう一度ログアウトする' }))
  await press(dialog.getByRole('button', { name: '消してログアウトする' }))
  await expect(own.page).toHaveURL(/\/$/u)
  expect(await kept(own.page)).toEqual([])

  const address = await closeAndReopen(own, '/signin').then((page) => page.url())
  expect(address).toMatch(/\/signin$/u)
  await enterAt(own.page, EMPLOYER, '/employer/messages')
  await opensThread()
  await expect(box()).toHaveValue('')
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
