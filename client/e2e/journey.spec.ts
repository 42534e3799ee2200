import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { smallPdf } from './files/small-pdf.ts'
import { DESK, device, enterAs, PHONE, unreadOf, type Watched } from './people.ts'

const PASSWORD = 'Tsukuba7#gawa'
/** A pattern nobody has heard of, so that the search finds this posting alone. */
const PATTERN = Array.from({ length: 4 }, () => 'ハヒフヘホマミムメモラリルレロ'.charAt(randomInt(15))).join('')
const TITLE = `組みひもの仕上げ・${PATTERN}柄`
const DUTIES = '手で組んだ帯じめの、長さをそろえ、房を整え、湯気を当てて箱に納める仕事です。道具の使い方は、はじめの2週間で教えます。'
const MENDED = `${DUTIES}慣れてからは、注文ごとの色合わせもお願いします。`
const MOTIVE = '祖母のそばで組みひもを習いました。細かな手の仕事を、長くつづけたいと思っています。'
const FIRST_WORDS = 'ご応募ありがとうございます。来週の午前に、いちど工房へお越しいただけますか。'
const ANSWER = 'ありがとうございます。火曜日の10時にうかがいます。'

const exact = (label: string) => new RegExp(`^${label.replaceAll(/[()?]/gu, String.raw`\$&`)} ?(必須|任意)`, 'u')
const write = async (page: Page, label: string, text: string) => {
  await page.getByRole('textbox', { name: exact(label) }).fill(text)
}
const choose = async (page: Page, label: string, ...choices: string[]) => {
  const group = page.getByRole('group', { name: exact(label) })
  for (const choice of choices) await group.getByLabel(choice, { exact: false }).first().check()
}
const onward = (page: Page, name: RegExp) => page.getByRole('button', { name }).click()
const saved = (page: Page) => expect(page.getByText(/に保存しました$/u)).toBeVisible()
const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const main = (page: Page): Locator => page.getByRole('main')
const said = (page: Page, words: string | RegExp) => expect(main(page).getByText(words).filter({ visible: true }).last()).toBeVisible()

/** The mail's text as the demo's mailbox shows it. */
async function mailTo(page: Page, email: string, subject: RegExp): Promise<string> {
  await page.goto(`/dev/mail?to=${encodeURIComponent(email)}`)
  const mail = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: subject }) })
    .first()
  await expect(async () => {
    await page.getByRole('button', { name: '新しいものを見る' }).click()
    await expect(mail).toBeVisible({ timeout: 1000 })
  }).toPass()
  return mail.innerText()
}

test('one posting goes from the first word of an employer to a talk that is over', async ({ browser, baseURL }) => {
  test.setTimeout(240_000)
  const open: Watched[] = []
  const person = async (size: typeof DESK) => {
    const one = await device(browser, size)
    open.push(one)
    return one.page
  }
  const employer = await person(DESK)
  const onPhone = await person(PHONE)
  const counter = await person(DESK)
  const seeker = await person(PHONE)
  await enterAs(employer, 'employer@demo.example')

  await test.step('the employer writes, is told what is too low, and mends it', async () => {
    await employer
      .getByRole('link', { name: /^求人(?!を)/u })
      .first()
      .click()
    await title(employer, '求人')
    await employer.getByRole('button', { name: '新しい求人を書く' }).click()
    await employer.getByRole('list').getByRole('link', { name: '求人の種類と公開' }).first().click()
    await title(employer, '求人の種類と公開')
    await choose(employer, '求人の種類', '一般の求人')
    await choose(employer, 'フルタイム・パート', 'パート')
    await choose(employer, '公開のしかた', '事業所名も、だれにでも公開する')
    await choose(employer, 'オンラインでの応募', '受け付ける')
    await choose(employer, '情報の提供への同意', 'リーフレットを読んで、同意します')
    await choose(employer, 'トライアル雇用の併用', '希望しない')
    await onward(employer, /^つぎへ\(2 /u)

    await title(employer, '事業所と就業場所')
    await choose(employer, '就業場所', '事業所と同じ')
    await write(employer, '就業場所の変更の範囲', '変更なし')
    await choose(employer, '受動喫煙の対策', '屋内禁煙')
    await choose(employer, '車での通勤', 'できない')
    await choose(employer, '転勤の可能性', 'なし')
    await onward(employer, /^つぎへ\(3 /u)

    await title(employer, '仕事の内容')
    await write(employer, '職種', TITLE)
    await employer.getByRole('searchbox', { name: /職業分類/u }).fill('製品製造')
    await employer
      .getByRole('group', { name: exact('職業分類') })
      .getByRole('radio')
      .first()
      .check()
    await write(employer, '仕事の内容', DUTIES)
    await write(employer, '仕事の内容の変更の範囲', '変更なし')
    await choose(employer, '雇用形態', 'パート労働者')
    await choose(employer, '派遣・請負', '派遣・請負ではない')
    await choose(employer, '雇用期間', '定めなし')
    await choose(employer, '年齢の制限', 'なし')
    await choose(employer, '学歴', '不問')
    await choose(employer, '経験', '不問')
    await choose(employer, '普通自動車免許', '不要')
    await choose(employer, '試用期間', 'なし')
    await onward(employer, /^つぎへ\(4 /u)

    await title(employer, '賃金・手当')
    await choose(employer, '賃金の形', '時給')
    await write(employer, '基本給(a)の下限', '900')
    await write(employer, '基本給(a)の上限', '1400')
    await choose(employer, '固定残業代(c)', 'なし')
    await expect(employer.getByText(/時間額にすると900円で、東京都の最低賃金1,\d{3}円に足りません。/u).first()).toBeVisible()
    await write(employer, '基本給(a)の下限', '1300')
    await choose(employer, '固定残業代(c)', 'なし')
    await expect(employer.getByText(/に足りません/u)).toHaveCount(0)
    await saved(employer)
  })

  await test.step('on another device the posting goes on where it stopped', async () => {
    await enterAs(onPhone, 'employer@demo.example', '/employer/postings')
    await onPhone.getByRole('link', { name: TITLE }).filter({ visible: true }).first().click()
    await title(onPhone, TITLE)
    await onPhone.getByRole('link', { name: '賃金・手当', exact: true }).filter({ visible: true }).first().click()
    await title(onPhone, '賃金・手当')
    await expect(onPhone.getByRole('textbox', { name: exact('基本給(a)の下限') })).toHaveValue('1,300')
    await expect(onPhone.getByRole('radio', { name: '時給' })).toBeChecked()
    await write(onPhone, '月の平均労働日数', '20.5')
    await choose(onPhone, '通勤手当', '実費支給(上限なし)')
    await write(onPhone, '賃金の締切日', '月末')
    await choose(onPhone, '支払いの月', '翌月')
    await write(onPhone, '支払日', '25日')
    await choose(onPhone, '昇給の制度', 'なし')
    await choose(onPhone, '賞与の制度', 'なし')
    await onward(onPhone, /^つぎへ\(5 /u)

    await title(onPhone, '労働時間・休日')
    await onPhone.getByRole('combobox', { name: exact('変形・交替の制度') }).selectOption('なし')
    const hours = onPhone.getByRole('group', { name: '就業時間 1つめ' })
    await hours.getByLabel('始まり').fill('8:30')
    await hours.getByLabel('終わり').fill('12:30')
    await choose(onPhone, '時間外労働', 'なし')
    await write(onPhone, '休憩時間', '0')
    await write(onPhone, '週の労働日数', '週5日')
    await choose(onPhone, '休日', '土', '日', '祝日')
    await choose(onPhone, '週休二日', '毎週')
    await write(onPhone, '年間休日数', '122')
    await onward(onPhone, /^つぎへ\(6 /u)
    await title(onPhone, '保険・年金・定年')
    await choose(onPhone, '加入する保険など', '雇用', '労災')
    await choose(onPhone, '退職金の制度', 'なし')
    await choose(onPhone, '定年の制度', 'なし')
    await choose(onPhone, '就業規則', 'あり')
    await onward(onPhone, /^つぎへ\(7 /u)
    await title(onPhone, '事業所からのPR')
    await onward(onPhone, /^つぎへ\(8 /u)
    await title(onPhone, '選考方法')
    await write(onPhone, '採用人数', '2')
    await choose(onPhone, '募集の理由', '増員')
    await choose(onPhone, '選考の方法', '書類選考')
    await choose(onPhone, '結果を知らせる時期', '書類が届いてから')
    await write(onPhone, '知らせるまでの日数', '10')
    await choose(onPhone, '結果を知らせる方法', '求職者マイページ')
    await write(onPhone, '選考の日時', '随時、書類のあとに連絡します')
    await choose(onPhone, '応募書類の返却', '返却する')
    await write(onPhone, '担当者の名前', '森下 なつき')
    await write(onPhone, '担当者の電話', '03-0000-1234')
    await onward(onPhone, /^書いた内容を確かめる$/u)
    await title(onPhone, '申込みの内容を確かめる')
  })

  await test.step('the employer checks the answers on the first device and submits', async () => {
    await employer.getByRole('link', { name: '項目の一覧にもどる' }).click()
    await title(employer, TITLE)
    await expect(main(employer).getByText('/ 8 項目が入力ずみ')).toBeVisible()
    await employer.getByRole('link', { name: '確かめて申し込む' }).click()
    await title(employer, '申込みの内容を確かめる')
    await expect(main(employer).getByText(DUTIES)).toBeVisible()
    await expect(
      main(employer)
        .getByText(/8:30.+12:30/u)
        .first(),
    ).toBeVisible()
    await employer.getByRole('button', { name: '申し込む', exact: true }).click()
    await title(employer, '求人を申し込みました')
    await employer.getByRole('link', { name: '申し込んだ求人を見る' }).click()
    await expect(main(employer).getByText('窓口で確認中').first()).toBeVisible()
  })

  const work = (name: string) => counter.getByRole('region', { name: '操作の本' }).getByRole('button', { name }).click()
  const openWaiting = async () => {
    await counter.goto('/staff')
    await title(counter, /^待っていること \d+件$/u)
    await counter.getByText(/^待っている求人をすべて見る/u).click()
    await counter.getByRole('link', { name: TITLE }).click()
  }
  await test.step('the office sends it back with a reason, first as a trial', async () => {
    await enterAs(counter, 'counter@demo.example', '/staff')
    await openWaiting()
    await work('求人の修正を依頼する')
    await counter.getByRole('button', { name: '試す' }).click()
    await expect(counter.getByText('まだ何も変わっていません')).toBeVisible()
    await expect(counter.getByText('状態:仮登録 → 修正依頼')).toBeVisible()
    await expect(main(employer).getByText('窓口で確認中').first()).toBeVisible()
    await counter.getByRole('button', { name: '実行', exact: true }).click()
    await expect(counter.getByText('実行しました')).toBeVisible()
  })

  await test.step('the employer sees the reason at once and at its field, mends it and submits again', async () => {
    const reason = '入社してすぐの仕事と、慣れてからの仕事を分けて書いてください。'
    await expect(main(employer).getByText(reason).first()).toBeVisible()
    await main(employer).getByRole('link', { name: '仕事の内容', exact: true }).first().click()
    await title(employer, '仕事の内容')
    await expect(employer.getByRole('textbox', { name: exact('仕事の内容') })).toHaveAccessibleDescription(
      new RegExp(`窓口から「${reason}」`, 'u'),
    )
    await write(employer, '仕事の内容', MENDED)
    await onward(employer, /^つぎへ\(4 /u)
    await title(employer, '賃金・手当')
    await employer.getByRole('link', { name: '項目の一覧にもどる' }).click()
    await employer.getByRole('link', { name: '確かめて申し込む' }).click()
    await expect(main(employer).getByText(MENDED)).toBeVisible()
    await employer.getByRole('button', { name: '申し込む', exact: true }).click()
    await title(employer, '求人を申し込みました')
    await employer.getByRole('link', { name: '申し込んだ求人を見る' }).click()
    await expect(main(employer).getByText('窓口で確認中').first()).toBeVisible()
  })

  await test.step('the office accepts it, and within a second a visitor finds it', async () => {
    await seeker.goto('/jobs')
    await title(seeker, /^求人 .*\d件/u)
    await openWaiting()
    await work('求人を受理する')
    await counter.getByRole('button', { name: '試す' }).click()
    await expect(counter.getByText('状態:仮登録 → 受理(有効)')).toBeVisible()
    await counter.getByRole('button', { name: '実行', exact: true }).click()
    await expect(counter.getByText('実行しました')).toBeVisible()
    await seeker.waitForTimeout(1000)
    await seeker.getByRole('searchbox', { name: 'ことば・求人番号' }).fill(`組みひも ${PATTERN}`)
    await seeker.getByRole('searchbox', { name: 'ことば・求人番号' }).press('Enter')
    await expect(seeker.getByRole('article', { name: TITLE })).toBeVisible()
    await expect(main(employer).getByText('公開中').first()).toBeVisible()
    await seeker.getByRole('button', { name: /^しぼりこみ/u }).click()
    const filters = seeker.getByRole('dialog', { name: 'しぼりこみ' })
    await filters.getByRole('combobox', { name: '都道府県' }).selectOption({ label: '大阪府' })
    await expect(filters.getByRole('button', { name: '0件を見る' })).toBeVisible()
    await filters.getByRole('combobox', { name: '都道府県' }).selectOption({ label: '東京都(1)' })
    await filters.getByRole('button', { name: '1件を見る' }).click()
    await title(seeker, /^求人 1件/u)
    await expect(seeker).toHaveURL(/pref=/u)
    await seeker.getByRole('link', { name: TITLE }).click()
    await title(seeker, TITLE)
    await expect(main(seeker).getByText(MENDED).first()).toBeVisible()
  })
  const posting = seeker.url()
  const email = `kumihimo-${posting.slice(-4)}@mail.example`

  await test.step('a seeker opens a My Page with a key from the mail', async () => {
    await seeker.getByRole('link', { name: '求職者マイページを開く' }).filter({ visible: true }).first().click()
    await title(seeker, '規約を読んで、同意してください')
    await expect(seeker.getByRole('checkbox', { name: /同意します/u })).toHaveAttribute('aria-disabled', 'true')
    for (const name of ['利用規約', 'プライバシーポリシー']) {
      const text = seeker.getByRole('region', { name })
      await text.focus()
      await text.press('End')
      await expect(seeker.getByText(`読みました${name}`)).toBeVisible()
    }
    await seeker.getByRole('checkbox', { name: /同意します/u }).check()
    await onward(seeker, /^つぎへ\(2 /u)
    await write(seeker, 'メールアドレス', email)
    await onward(seeker, /^確かめる$/u)
    await onward(seeker, /^認証キーを受け取る$/u)
    await title(seeker, 'メールの認証キーを入れてください')
    const mailbox = await seeker.context().newPage()
    const key = /認証キー\s*([0-9A-Z-]{8,9})/u.exec(await mailTo(mailbox, email, /認証キー/u))?.[1] ?? ''
    await mailbox.close()
    await write(seeker, '認証キー', key)
    await write(seeker, '新しいパスワード', PASSWORD)
    await write(seeker, '新しいパスワード(もう一度)', PASSWORD)
    await onward(seeker, /つぎへ\(4 登録\)/u)

    await title(seeker, 'かんたん登録')
    await write(seeker, '氏名', '糸川 あやめ')
    await write(seeker, '氏名(カナ)', 'いとかわ あやめ')
    await seeker.getByRole('textbox', { name: '生年月日 年' }).fill('1994')
    await seeker.getByRole('textbox', { name: '生年月日 月' }).fill('5')
    await seeker.getByRole('textbox', { name: '生年月日 日' }).fill('17')
    await write(seeker, '郵便番号', '1020093')
    await write(seeker, '住所(町の名前から)', '平河町9-9-9')
    await write(seeker, '電話番号', '090-0000-7301')
    await choose(seeker, 'いまの仕事', '仕事をしていない')
    await seeker.getByRole('combobox', { name: exact('いま通っている学校') }).selectOption('学校に通っていない')
    await choose(seeker, '希望する働き方', 'どちらでもよい')
    await seeker
      .getByRole('group', { name: exact('希望する仕事') })
      .getByRole('checkbox')
      .nth(3)
      .check()
    await onward(seeker, /^登録する$/u)
    await title(seeker, '登録できました')
    await expect(main(seeker).getByText(/^\d{5}-\d{8}$/u)).toBeVisible()
    await expect(
      main(seeker)
        .getByText(/公共職業安定所/u)
        .first(),
    ).toBeVisible()
  })

  const mark = main(employer).getByRole('row').filter({ hasText: PATTERN })
  await test.step('the seeker finds the posting and applies with a motive and a file', async () => {
    await employer
      .getByRole('navigation')
      .getByRole('link', { name: /^応募者/u })
      .first()
      .click()
    await title(employer, '応募者')
    await seeker.getByRole('link', { name: '求人をさがす' }).filter({ visible: true }).first().click()
    await seeker.getByRole('searchbox', { name: 'ことば・求人番号' }).fill(PATTERN)
    await seeker.getByRole('searchbox', { name: 'ことば・求人番号' }).press('Enter')
    await seeker.getByRole('link', { name: TITLE }).click()
    await title(seeker, TITLE)
    await seeker.getByRole('link', { name: 'この求人に応募する' }).filter({ visible: true }).first().click()
    await title(seeker, 'この求人に応募する')
    await write(seeker, '志望動機', MOTIVE)
    const choosing = seeker.waitForEvent('filechooser')
    await seeker.getByRole('button', { name: /^ファイルを選ぶ/u }).click()
    await (await choosing).setFiles({ name: '職務経歴書.pdf', mimeType: 'application/pdf', buffer: smallPdf('Itokawa') })
    await expect(seeker.getByText('送信と検査がすみました')).toBeVisible()
    await seeker
      .getByRole('group', { name: exact('連絡のつきやすい時間') })
      .getByLabel('午前')
      .check()
    await onward(seeker, /^確かめる$/u)
    await title(seeker, '内容を確かめて、応募する')
    await expect(main(seeker).getByText('応募すると、10日以内に返事が届く予定です。')).toBeVisible()
    await seeker.getByRole('checkbox', { name: '窓口からの紹介ではないことを確かめました' }).check()
    await seeker.getByRole('button', { name: '応募する', exact: true }).dblclick()
    await title(seeker, '応募しました')
    await expect(
      main(seeker)
        .getByText(/^\d+月\d+日.*まで$/u)
        .first(),
    ).toBeVisible()
    await expect(
      main(seeker)
        .getByText(/あと (23時間59分|24時間|1日)/u)
        .first(),
    ).toBeVisible()
    await seeker.getByRole('link', { name: '応募を見る' }).click()
    await title(seeker, TITLE)
    await expect(main(seeker).getByText(/あと(23時間5\d分|24時間|1日)で取り消せなくなります/u)).toBeVisible()
  })

  await test.step('the employer sees the applicant arrive, reads motive and file, and writes', async () => {
    const fresh = employer.getByRole('button', { name: '新しい応募 1件を表示' })
    await expect(fresh.or(mark)).toBeVisible()
    if (await fresh.isVisible()) await fresh.click()
    await expect(mark).toHaveCount(1)
    await mark.getByRole('link', { name: '糸川 あやめ' }).click()
    await title(employer, '糸川 あやめ')
    await expect(main(employer).getByText(MOTIVE)).toBeVisible()
    const file = main(employer).getByRole('link', { name: /職務経歴書\.pdf/u })
    const link = new URL((await file.getAttribute('href')) ?? '', baseURL).href
    const downloading = employer.waitForEvent('download').then((download) => download.path().then((path) => readFile(path)))
    const popup = employer.waitForEvent('popup').then(async () => (await employer.request.get(link)).body())
    downloading.catch(() => undefined)
    popup.catch(() => undefined)
    await file.click()
    expect((await Promise.any([downloading, popup])).equals(smallPdf('Itokawa'))).toBe(true)
    await employer
      .getByRole('link', { name: /^メッセージ/u })
      .filter({ visible: true })
      .last()
      .click()
    await title(employer, '糸川 あやめ')
    await seeker
      .getByRole('navigation')
      .getByRole('link', { name: /^メッセージ/u })
      .filter({ visible: true })
      .click()
    await expect(main(seeker).getByRole('link', { name: PATTERN })).toBeVisible()
    await main(seeker).getByRole('link', { name: PATTERN }).click()
    await expect(seeker).toHaveTitle(/^[^(]/u)
    await seeker.getByRole('link', { name: '一覧にもどる' }).click()
    await expect.poll(() => unreadOf(seeker)).toBe(0)
    await employer.getByRole('textbox', { name: '返事を書く' }).fill(FIRST_WORDS)
    await employer.getByRole('button', { name: '送る', exact: true }).dblclick()
    await expect.poll(() => unreadOf(seeker)).toBe(1)
  })

  await test.step('the open page of the seeker shows it at once; both counts rise and fall', async () => {
    await main(seeker).getByRole('link', { name: PATTERN }).click()
    await expect(main(seeker).getByText(FIRST_WORDS).filter({ visible: true })).toHaveCount(1)
    await employer
      .getByRole('link', { name: /^ホーム/u })
      .first()
      .click()
    await title(employer, /さん、/u)
    const before = await unreadOf(employer)
    await seeker.getByRole('textbox', { name: '返事を書く' }).fill(ANSWER)
    await seeker.getByRole('button', { name: '送る', exact: true }).click()
    await expect.poll(() => unreadOf(employer)).toBe(before + 1)
    await employer
      .getByRole('navigation')
      .getByRole('link', { name: /^メッセージ/u })
      .first()
      .click()
    await main(employer).getByRole('link', { name: PATTERN }).click()
    await said(employer, ANSWER)
    await expect.poll(() => unreadOf(employer)).toBe(before)
    await employer.getByRole('textbox', { name: '返事を書く' }).fill('お待ちしています。')
    await employer.getByRole('button', { name: '送る', exact: true }).click()
    await said(seeker, 'お待ちしています。')
    await expect(seeker).toHaveTitle(/^[^(]/u)
    await seeker.getByRole('link', { name: '一覧にもどる' }).click()
    await expect.poll(() => unreadOf(seeker)).toBe(0)
    await main(seeker).getByRole('link', { name: PATTERN }).click()
    await said(seeker, ANSWER)
  })

  await test.step('the employer records the result; the seeker is told on the page and by mail', async () => {
    await main(employer).getByRole('link', { name: TITLE }).last().click()
    await title(employer, '糸川 あやめ')
    await choose(employer, '結果', '不採用')
    await expect(employer.getByRole('textbox', { name: exact('本人へのことば') })).toHaveValue(/糸川 あやめ様/u)
    await onward(employer, /^内容を確かめる$/u)
    await onward(employer, /^結果を登録する$/u)
    await expect(main(employer).getByText('登録した結果')).toBeVisible()
    await said(seeker, /今回は採用を見送らせて/u)
    await main(seeker).getByRole('link', { name: TITLE }).first().click()
    await expect(main(seeker).getByText('今回は不採用でした', { exact: true })).toBeVisible()
    const mailbox = await seeker.context().newPage()
    expect(await mailTo(mailbox, email, /結果/u)).toContain(email)
    await mailbox.close()
  })

  await test.step('another seeker takes an application back while the time runs', async () => {
    const other = await person(PHONE)
    await enterAs(other, 'seeker@demo.example', '/me/activity')
    await title(other, '活動')
    const running = main(other)
      .getByText(/取り消せるのは、あと \d+時間/u)
      .first()
    await expect(running).toBeVisible()
    await main(other)
      .getByRole('button', { name: /^取り消す/u })
      .first()
      .click()
    const dialog = other.getByRole('dialog', { name: '応募を取り消しますか' })
    await expect(dialog.getByText(/あと\d+時間(\d+分)?で取り消せなくなります/u)).toBeVisible()
    const cancelled = await dialog.getByRole('paragraph').first().innerText()
    await dialog.getByRole('button', { name: '応募を取り消す' }).click()
    await expect(dialog).toHaveCount(0)
    await other.getByRole('button', { name: /^終了/u }).click()
    await main(other).getByRole('link', { name: cancelled }).first().click()
    await title(other, cancelled)
    await expect(main(other).getByText('取り消しました').first()).toBeVisible()
    await expect(main(other).getByRole('button', { name: /^取り消す/u })).toHaveCount(0)
  })

  await test.step('eight days later the talk is closed on both sides, and says why', async () => {
    const clock = await person(DESK)
    await clock.goto('/dev/clock')
    await clock.getByRole('button', { name: '8日進める' }).click()
    await expect(clock.getByText(/になりました/u)).toBeVisible()
    const again = async (page: Page, address: string) => {
      await page.context().clearCookies()
      await page.goto(`/signin?next=${encodeURIComponent(address)}`)
    }
    await again(seeker, '/me/messages')
    await seeker.getByRole('textbox', { name: exact('メールアドレス') }).fill(email)
    await seeker.getByRole('textbox', { name: exact('パスワード') }).fill(PASSWORD)
    await onward(seeker, /^ログイン$/u)
    await enterAs(employer, 'employer@demo.example', '/employer/messages')
    for (const [page, who] of [
      [seeker, PATTERN],
      [employer, PATTERN],
    ] as const) {
      await main(page).getByRole('link', { name: who }).click()
      await said(page, 'このやりとりは終わりました')
      await said(page, /結果の登録から7日たったため、.+終わりました。読むことはできます。/u)
      await expect(page.getByRole('textbox', { name: '返事を書く' })).toHaveCount(0)
    }
    await clock.getByRole('button', { name: '本当の時刻にもどす' }).click()
    await expect(clock.getByText(/になりました/u).last()).toBeVisible()
  })

  for (const { troubles } of open) expect(troubles, 'what the console said').toEqual([])
})
