import { setTimeout as lasts } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import {
  backAndForth,
  choose,
  field,
  group,
  main,
  onward,
  place,
  press,
  saved,
  selection,
  signInOnTheSpot,
  signInAt,
  title,
  write,
} from './hands.ts'
import { closeAndReopen, DEAD, type Person } from './person.ts'
import { STORY } from './story.ts'

export async function beginsPosting({ page }: Person): Promise<void> {
  await press(place(page, '求人(?!を)'))
  await title(page, '求人')
  await onward(page, '新しい求人を書く')
  const hub = () => expect(page.getByRole('list').getByRole('link', { name: '求人の種類と公開' }).first()).toBeVisible()
  await hub()
  await backAndForth(page, hub)
  await press(page.getByRole('list').getByRole('link', { name: '求人の種類と公開' }).first())
  await title(page, '求人の種類と公開')
  await choose(page, '求人の種類', '一般の求人')
  await choose(page, 'フルタイム・パート', 'パート')
  await choose(page, '公開のしかた', '事業所名も、だれにでも公開する')
  await choose(page, 'オンラインでの応募', '受け付ける')
  await choose(page, '情報の提供への同意', 'リーフレットを読んで、同意します')
  await choose(page, 'トライアル雇用の併用', '希望しない')
  await backAndForth(page, () => expect(group(page, 'トライアル雇用の併用').getByLabel('希望しない')).toBeChecked())
  await onward(page, /^つぎへ\(2 /u)
  await title(page, '事業所と就業場所')
}

/** The train is in a tunnel: the page says so, takes every word, goes on to the next part, and sends it all by itself afterwards. */
export async function writesInTunnel(own: Person): Promise<void> {
  const { page, wire } = own
  await choose(page, '就業場所', '事業所と同じ')
  await saved(page)
  own.excused = true
  wire.silence()
  const over = lasts(DEAD)
  await write(page, '就業場所の変更の範囲', '変更なし')
  await choose(page, '受動喫煙の対策', '屋内禁煙')
  await expect(page.getByText('つながったら保存します')).toBeVisible()
  await expect(page.getByText('つながっていません。')).toBeVisible()
  await choose(page, '車での通勤', 'できない')
  await choose(page, '転勤の可能性', 'なし')
  await onward(page, /^つぎへ\(3 /u)
  await title(page, '仕事の内容')
  await write(page, '職種', STORY.title)
  await over
  wire.heal()
  await saved(page)
  await expect(page.getByText('つながっていません。')).toHaveCount(0)
  await backAndForth(page, () => expect(field(page, '職種')).toHaveValue(STORY.title))
  own.excused = false
}

export async function closesTabWhileWriting(own: Person): Promise<void> {
  await write(own.page, '仕事の内容', STORY.duties)
  const page = await closeAndReopen(own)
  await title(page, '仕事の内容')
  await expect(field(page, '仕事の内容')).toHaveValue(STORY.duties)
  await saved(page)
}

export async function sessionEndsWhileWriting(own: Person): Promise<void> {
  const { page } = own
  await own.context.clearCookies()
  await write(page, '仕事の内容の変更の範囲', '変更なし')
  await expect(page.getByText('もう一度ログインすると、保存します')).toBeVisible()
  await signInOnTheSpot(page, STORY.employer)
  await expect(field(page, '仕事の内容の変更の範囲')).toHaveValue('変更なし')
  await saved(page)
}

/** The same part in two tabs: whoever saves second sees both texts, and nothing goes before the choice. */
export async function choosesBetweenTabs(own: Person): Promise<void> {
  const first = own.page
  const second = await own.context.newPage()
  await second.goto(first.url())
  const other = `${STORY.duties}(あとで書きなおす)`
  await write(second, '仕事の内容', other)
  await saved(second)
  const mine = `${STORY.duties} `
  await write(first, '仕事の内容', mine.trimEnd().slice(0, -1))
  const choice = first.getByRole('region', { name: '同じ項目に、べつの内容があります' })
  await expect(choice).toBeVisible()
  await expect(choice.getByText(other, { exact: true })).toBeVisible()
  await expect(choice.getByText(STORY.duties.slice(0, -1), { exact: true })).toBeVisible()
  await write(first, '仕事の内容', STORY.duties)
  await expect(choice.getByText(STORY.duties, { exact: true })).toBeVisible()
  await onward(first, /^つぎへ\(4 /u)
  await expect(choice.getByRole('radio', { name: 'ここに書いた内容' })).toBeFocused()
  await choice.getByRole('radio', { name: 'ここに書いた内容' }).check()
  await press(choice.getByRole('button', { name: '選んだ内容で保存する' }))
  await saved(first)
  await expect(choice).toHaveCount(0)
  await second.close()
  await expect(field(first, '仕事の内容')).toHaveValue(STORY.duties)
}

export async function writesUpToWage({ page }: Person): Promise<void> {
  await page.getByRole('searchbox', { name: /職業分類/u }).fill('製品製造')
  await group(page, '職業分類').getByRole('radio').first().check()
  await choose(page, '雇用形態', 'パート労働者')
  await choose(page, '派遣・請負', '派遣・請負ではない')
  await choose(page, '雇用期間', '定めなし')
  await choose(page, '年齢の制限', 'なし')
  await choose(page, '学歴', '不問')
  await choose(page, '経験', '不問')
  await choose(page, '普通自動車免許', '不要')
  await choose(page, '試用期間', 'なし')
  await onward(page, /^つぎへ\(4 /u)
  await title(page, '賃金・手当')
  await choose(page, '賃金の形', '時給')
  await write(page, '基本給(a)の下限', '900')
  await write(page, '基本給(a)の上限', '1400')
  await choose(page, '固定残業代(c)', 'なし')
  await expect(page.getByText(/時間額にすると900円で、東京都の最低賃金1,\d{3}円に足りません。/u).first()).toBeVisible()
  await write(page, '基本給(a)の下限', '1300')
  await choose(page, '固定残業代(c)', 'なし')
  await expect(page.getByText(/に足りません/u)).toHaveCount(0)
  await saved(page)
  await backAndForth(page, () => expect(field(page, '基本給(a)の下限')).toHaveValue('1,300'))
}

/** Another device, the same posting: it goes on where it stopped. */
export async function goesOnElsewhere({ page }: Person): Promise<void> {
  await signInAt(page, STORY.employer, '/employer/postings')
  await press(page.getByRole('link', { name: STORY.title }).filter({ visible: true }).first())
  await title(page, STORY.title)
  await press(page.getByRole('link', { name: '賃金・手当', exact: true }).filter({ visible: true }).first())
  await title(page, '賃金・手当')
  await expect(field(page, '基本給(a)の下限')).toHaveValue('1,300')
  await expect(page.getByRole('radio', { name: '時給' })).toBeChecked()
  await write(page, '月の平均労働日数', '20.5')
  await choose(page, '通勤手当', '実費支給(上限なし)')
  await write(page, '賃金の締切日', '月末')
  await choose(page, '支払いの月', '翌月')
  await write(page, '支払日', '25日')
  await choose(page, '昇給の制度', 'なし')
  await choose(page, '賞与の制度', 'なし')
  await onward(page, /^つぎへ\(5 /u)
  await writesHours(page)
  await onward(page, /^つぎへ\(6 /u)
  await title(page, '保険・年金・定年')
  await choose(page, '加入する保険など', '雇用', '労災')
  await choose(page, '退職金の制度', 'なし')
  await choose(page, '定年の制度', 'なし')
  await choose(page, '就業規則', 'あり')
  await onward(page, /^つぎへ\(7 /u)
  await title(page, '事業所からのPR')
  await onward(page, /^つぎへ\(8 /u)
  await writesSelection(page)
  await onward(page, '書いた内容を確かめる')
  await title(page, '申込みの内容を確かめる')
}

async function writesHours(page: Page): Promise<void> {
  await title(page, '労働時間・休日')
  await selection(page, '変形・交替の制度').selectOption('なし')
  const hours = page.getByRole('group', { name: '就業時間 1つめ' })
  await hours.getByLabel('始まり').fill('8:30')
  await hours.getByLabel('終わり').fill('12:30')
  await choose(page, '時間外労働', 'なし')
  await write(page, '休憩時間', '0')
  await write(page, '週の労働日数', '週5日')
  await choose(page, '休日', '土', '日', '祝日')
  await choose(page, '週休二日', '毎週')
  await write(page, '年間休日数', '122')
  await backAndForth(page, () => expect(hours.getByLabel('始まり')).toHaveValue('8:30'))
}

async function writesSelection(page: Page): Promise<void> {
  await title(page, '選考方法')
  await write(page, '採用人数', '2')
  await choose(page, '募集の理由', '増員')
  await choose(page, '選考の方法', '書類選考')
  await choose(page, '結果を知らせる時期', '書類が届いてから')
  await write(page, '知らせるまでの日数', '10')
  await choose(page, '結果を知らせる方法', '求職者マイページ')
  await write(page, '選考の日時', '随時、書類のあとに連絡します')
  await choose(page, '応募書類の返却', '返却する')
  await write(page, '担当者の名前', '森下 なつき')
  await write(page, '担当者の電話', '03-0000-1234')
}

/** From the list of parts to the result page; the way back from there sends nothing again. */
export async function checksAndSubmits({ page }: Person): Promise<void> {
  await press(page.getByRole('link', { name: '項目の一覧にもどる' }))
  await title(page, STORY.title)
  await expect(main(page).getByText('/ 8 項目が入力ずみ')).toBeVisible()
  await press(page.getByRole('link', { name: '確かめて申し込む' }))
  await title(page, '申込みの内容を確かめる')
  await backAndForth(page, () => expect(main(page).getByText(STORY.duties)).toBeVisible())
  await expect(
    main(page)
      .getByText(/8:30.+12:30/u)
      .first(),
  ).toBeVisible()
  await submits(page)
}

async function submits(page: Page): Promise<void> {
  await onward(page, '申し込む')
  await title(page, '求人を申し込みました')
  await backAndForth(page, () => expect(main(page).getByText('この求人は、いま書き直せません')).toBeVisible())
  await press(page.getByRole('link', { name: '求人のページを開く' }))
  await expect(main(page).getByText('窓口で確認中').first()).toBeVisible()
}

/** The reason stands at its field at once, the text is put right and handed in once more. */
export async function mendsAndSubmits({ page }: Person): Promise<void> {
  await expect(main(page).getByText(STORY.reason).first()).toBeVisible()
  await press(main(page).getByRole('link', { name: '仕事の内容', exact: true }).first())
  await title(page, '仕事の内容')
  await expect(field(page, '仕事の内容')).toHaveAccessibleDescription(new RegExp(`窓口から「${STORY.reason}」`, 'u'))
  await write(page, '仕事の内容', STORY.mended)
  await backAndForth(page, () => expect(field(page, '仕事の内容')).toHaveValue(STORY.mended))
  await onward(page, /^つぎへ\(4 /u)
  await title(page, '賃金・手当')
  await press(page.getByRole('link', { name: '項目の一覧にもどる' }))
  await press(page.getByRole('link', { name: '確かめて申し込む' }))
  await expect(main(page).getByText(STORY.mended)).toBeVisible()
  await submits(page)
}
