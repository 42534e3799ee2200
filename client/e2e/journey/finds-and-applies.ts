import { expect, type Page } from '@playwright/test'
import { smallPdf } from '../files/small-pdf.ts'
import { agreesToTerms, backAndForth, choose, field, group, main, onward, press, selection, title, write } from './hands.ts'
import { mailTo } from './mailbox.ts'
import { closeAndReopen, type Person } from './person.ts'
import { STORY } from './story.ts'

const { seeker } = STORY

async function searches(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox', { name: 'ことば・求人番号' }).fill(words)
  await page.getByRole('combobox', { name: 'ことば・求人番号' }).press('Enter')
  await expect(page.getByRole('article', { name: STORY.title })).toBeVisible()
}

export async function visitorFinds({ page }: Person): Promise<void> {
  await searches(page, `組みひも ${STORY.pattern}`)
  await press(page.getByRole('button', { name: /^しぼりこみ/u }))
  const filters = page.getByRole('dialog', { name: 'しぼりこみ' })
  await filters.getByRole('combobox', { name: '都道府県', exact: true }).selectOption({ label: '大阪府' })
  await expect(filters.getByRole('button', { name: '0件を見る' })).toBeVisible()
  await filters.getByRole('combobox', { name: '都道府県', exact: true }).selectOption({ label: '東京都(1)' })
  await press(filters.getByRole('button', { name: '1件を見る' }))
  await title(page, /^求人 1件/u)
  await expect(page).toHaveURL(/pref=/u)
  await press(page.getByRole('link', { name: STORY.title }))
  await title(page, STORY.title)
  await backAndForth(page, () => expect(main(page).getByText(STORY.mended).first()).toBeVisible())
}

export async function opensMyPage(own: Person): Promise<void> {
  const { page } = own
  await press(page.getByRole('link', { name: '求職者マイページを開く' }).filter({ visible: true }).first())
  await agreesToTerms(page)
  await write(page, 'メールアドレス', seeker.email)
  await backAndForth(page, () => expect(field(page, 'メールアドレス')).toHaveValue(seeker.email))
  await onward(page, '確かめる')
  await expect(page.getByRole('button', { name: '認証キーを受け取る' })).toBeVisible()
  await onward(page, '認証キーを受け取る')
  await title(page, 'メールの認証キーを入れてください')
  await backAndForth(page, () => title(page, 'メールの認証キーを入れてください'))
  const mails = await mailTo(own.context, seeker.email, /認証キー/u)
  expect(mails, 'one mail, however often was pressed').toHaveLength(1)
  await write(page, '認証キー', /認証キー\s*([0-9A-Z-]{8,9})/u.exec(mails[0] ?? '')?.[1] ?? '')
  await write(page, '新しいパスワード', seeker.password)
  await write(page, '新しいパスワード(もう一度)', seeker.password)
  await onward(page, /つぎへ\(4 登録\)/u)
  await registers(own)
}

async function registers(own: Person): Promise<void> {
  await title(own.page, 'かんたん登録')
  await write(own.page, '氏名', seeker.name)
  await write(own.page, '氏名(カナ)', 'いとかわ あやめ')
  const page = await closeAndReopen(own)
  await expect(field(page, '氏名')).toHaveValue(seeker.name)
  await page.getByRole('textbox', { name: '生年月日 年' }).fill('1994')
  await page.getByRole('textbox', { name: '生年月日 月' }).fill('5')
  await page.getByRole('textbox', { name: '生年月日 日' }).fill('17')
  await write(page, '郵便番号', '1020093')
  await write(page, '住所(町の名前から)', '平河町9-9-9')
  await write(page, '電話番号', '090-0000-7301')
  await choose(page, 'いまの仕事', '仕事をしていない')
  await selection(page, 'いま通っている学校').selectOption('学校に通っていない')
  await choose(page, '希望する働き方', 'どちらでもよい')
  await group(page, '希望する仕事').getByRole('checkbox').nth(3).check()
  await onward(page, '登録する')
  await title(page, '登録できました')
  await expect(main(page).getByText(/^\d{5}-\d{8}$/u)).toBeVisible()
  await expect(
    main(page)
      .getByText(/公共職業安定所/u)
      .first(),
  ).toBeVisible()
}

/** Write, check, done; a closed tab, the way back from each, and the button pressed twice. */
export async function applies(own: Person): Promise<void> {
  await press(own.page.getByRole('link', { name: '求人をさがす' }).filter({ visible: true }).first())
  await searches(own.page, STORY.pattern)
  await press(own.page.getByRole('link', { name: STORY.title }))
  await title(own.page, STORY.title)
  await press(own.page.getByRole('link', { name: 'この求人に応募する' }).filter({ visible: true }).first())
  await title(own.page, 'この求人に応募する')
  await write(own.page, '志望動機', STORY.motive)
  const choosing = own.page.waitForEvent('filechooser')
  await onward(own.page, /^ファイルを選ぶ/u)
  await (await choosing).setFiles({ name: '職務経歴書.pdf', mimeType: 'application/pdf', buffer: smallPdf('Itokawa') })
  await expect(own.page.getByText('送信と検査がすみました')).toBeVisible()
  const page = await closeAndReopen(own)
  await expect(field(page, '志望動機')).toHaveValue(STORY.motive)
  await expect(page.getByText('送信と検査がすみました')).toHaveCount(1)
  await group(page, '連絡のつきやすい時間').getByLabel('午前').check()
  await onward(page, '確かめる')
  await title(page, '内容を確かめて、応募する')
  await backAndForth(page, () => title(page, '内容を確かめて、応募する'))
  await expect(main(page).getByText(STORY.motive)).toBeVisible()
  await expect(main(page).getByText('応募すると、10日以内に返事が届く予定です。')).toBeVisible()
  await page.getByRole('checkbox', { name: '窓口からの紹介ではないことを確かめました' }).check()
  await onward(page, '応募する')
  await title(page, '応募しました')
  await expect(
    main(page)
      .getByText(/あと (23時間59分|24時間|1日)/u)
      .first(),
  ).toBeVisible()
  await backAndForth(page, () => title(page, '応募しました'))
  await page.goBack()
  await expect(main(page).getByText('この求人には、もう応募しています。', { exact: false }).first()).toBeVisible()
  await press(page.getByRole('link', { name: '応募を見る' }))
  await title(page, STORY.title)
  await expect(main(page).getByText(/あと(23時間5\d分|24時間|1日)で取り消せなくなります/u)).toBeVisible()
}
