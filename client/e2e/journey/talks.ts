import { readFile } from 'node:fs/promises'
import { setTimeout as lasts } from 'node:timers/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { smallPdf } from '../files/small-pdf.ts'
import { unreadOf } from '../people.ts'
import { backAndForth, field, main, onward, place, press, said, signInOnTheSpot, title } from './hands.ts'
import { closeAndReopen, DEAD, type Person } from './person.ts'
import { STORY } from './story.ts'

const { messages, seeker: who } = STORY

const box = (page: Page): Locator => page.getByRole('textbox', { name: '返事を書く' })
const inThread = (page: Page, words: string): Locator => main(page).getByRole('listitem').filter({ hasText: words, visible: true })
const sends = async (page: Page, words: string) => {
  await box(page).fill(words)
  await onward(page, '送る')
}
const opensThread = (page: Page) => press(main(page).getByRole('link', { name: STORY.pattern }))

export async function employerWaits({ page }: Person): Promise<void> {
  await press(place(page, '応募者'))
  await title(page, '応募者')
}

/** The application comes without a reload; motive and file are the ones that were sent. */
export async function readsApplication({ page }: Person): Promise<void> {
  const row = main(page).getByRole('row').filter({ hasText: STORY.pattern })
  const fresh = page.getByRole('button', { name: '新しい応募 1件を表示' })
  await expect(fresh.or(row)).toBeVisible()
  if (await fresh.isVisible()) await press(fresh)
  await expect(row).toHaveCount(1)
  await press(row.getByRole('link', { name: who.name }))
  await title(page, who.name)
  await expect(main(page).getByText(STORY.motive)).toBeVisible()
  const file = main(page).getByRole('link', { name: /職務経歴書\.pdf/u })
  const link = new URL((await file.getAttribute('href')) ?? '', page.url()).href
  const downloading = page.waitForEvent('download').then((download) => download.path().then((path) => readFile(path)))
  const popup = page.waitForEvent('popup').then(async () => (await page.request.get(link)).body())
  downloading.catch(() => undefined)
  popup.catch(() => undefined)
  await press(file)
  expect((await Promise.any([downloading, popup])).equals(smallPdf('Itokawa'))).toBe(true)
  await backAndForth(page, () => title(page, who.name))
}

/** The first words, with a closed tab in the middle; the other side hears of them at once. */
export async function employerWrites(own: Person, seeker: Page): Promise<void> {
  await press(
    own.page
      .getByRole('link', { name: /^メッセージ/u })
      .filter({ visible: true })
      .last(),
  )
  await title(own.page, who.name)
  await press(place(seeker, 'メッセージ'))
  await opensThread(seeker)
  await expect(seeker).toHaveTitle(/^[^(]/u)
  await press(seeker.getByRole('link', { name: '一覧にもどる' }))
  await expect.poll(() => unreadOf(seeker)).toBe(0)
  const half = messages.welcome.slice(0, 14)
  await box(own.page).fill(half)
  await backAndForth(own.page, () => expect(box(own.page)).toHaveValue(half))
  const page = await closeAndReopen(own)
  await expect(box(page)).toHaveValue(half)
  await sends(page, messages.welcome)
  await expect(box(page)).toHaveValue('')
  await expect.poll(() => unreadOf(seeker)).toBe(1)
}

/** What is said arrives, what is answered is lost: the server has the message, its writer cannot know, and it is sent again as the same. */
export async function answerIsLost(own: Person, employer: Page): Promise<void> {
  const { page, wire } = own
  await opensThread(page)
  await expect(inThread(page, messages.welcome)).toHaveCount(1)
  own.excused = true
  wire.loseAnswers()
  await sends(page, messages.answer)
  await expect(inThread(page, messages.answer).getByText('まだ送れていません。')).toBeVisible()
  await expect(page.getByText('つながっていません。')).toBeVisible()
  await said(employer, messages.answer)
}

/** Then the wire breaks altogether. What is written now waits over a closed tab, and goes by itself from whatever page is opened next. */
export async function sendsOverClosedTab(own: Person, employer: Page): Promise<void> {
  own.wire.cut()
  const over = lasts(DEAD)
  await sends(own.page, messages.more)
  await expect(inThread(own.page, messages.more).getByText('まだ送れていません。')).toBeVisible()
  await press(own.page.getByRole('link', { name: '一覧にもどる' }))
  await expect(main(own.page).getByText('送っていないメッセージがあります')).toBeVisible()
  await over
  own.wire.heal()
  const page = await closeAndReopen(own, '/me')
  await title(page, /さん、/u)
  await said(employer, messages.more)
  await press(place(page, 'メッセージ'))
  await expect(page.getByText('つながっていません。')).toHaveCount(0)
  await opensThread(page)
  for (const words of [messages.answer, messages.more]) await expect(inThread(page, words)).toHaveCount(1)
  await expect(page.getByText('まだ送れていません。')).toHaveCount(0)
  own.excused = false
}

/** Both counts rise with a message and fall with its reading. */
export async function countsFollow({ page }: Person, seeker: Page): Promise<void> {
  await press(seeker.getByRole('link', { name: '一覧にもどる' }))
  await expect.poll(() => unreadOf(seeker)).toBe(0)
  await sends(page, messages.fine)
  await expect.poll(() => unreadOf(seeker)).toBe(1)
  await opensThread(seeker)
  await said(seeker, messages.fine)
  await expect(seeker).toHaveTitle(/^[^(]/u)
  await expect(inThread(page, messages.fine).getByText('既読')).toBeVisible()
}

export async function sessionEndsWhileSending(own: Person, employer: Page): Promise<void> {
  const { page } = own
  await own.context.clearCookies()
  await sends(page, messages.late)
  await expect(inThread(page, messages.late).getByText('もう一度ログインすると、自動で送ります。')).toBeVisible()
  await signInOnTheSpot(page, who)
  await said(page, messages.late)
  await expect(inThread(page, messages.late)).toHaveCount(1)
  await expect(page.getByText('まだ送れていません。')).toHaveCount(0)
  await said(employer, messages.late)
}

const message = (page: Page): Locator => field(page, '本人へのことば')

/** What the employer wrote to the person survives the way back, from writing and from checking. */
export async function recordsResult({ page }: Person): Promise<void> {
  await press(main(page).getByRole('link', { name: STORY.title }).last())
  await title(page, who.name)
  await page.getByRole('group', { name: /^結果/u }).getByLabel('不採用').check()
  await expect(message(page)).toHaveValue(new RegExp(`${who.name}様`, 'u'))
  await message(page).fill(STORY.farewell)
  await backAndForth(page, () => expect(message(page)).toHaveValue(STORY.farewell))
  await onward(page, '内容を確かめる')
  await backAndForth(page, () => expect(page.getByRole('button', { name: '結果を登録する' })).toBeVisible())
  await expect(main(page).getByText(STORY.farewell)).toBeVisible()
  await onward(page, '結果を登録する')
  await expect(main(page).getByText('登録した結果')).toBeVisible()
  await backAndForth(page, () => expect(main(page).getByText('登録した結果')).toBeVisible())
}
