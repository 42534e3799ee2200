import { expect, type Page } from '@playwright/test'
import { enterAt, main, onward, press, said, signInAt, title } from './hands.ts'
import { mailTo } from './mailbox.ts'
import type { Person } from './person.ts'
import { STORY } from './story.ts'

const { seeker: who } = STORY

export async function seekerIsTold(own: Person): Promise<void> {
  const { page } = own
  await said(page, /今回は採用を見送らせて/u)
  await press(main(page).getByRole('link', { name: STORY.title }).first())
  await expect(main(page).getByText('今回は不採用でした', { exact: true })).toBeVisible()
  expect(await mailTo(own.context, who.email, /結果/u)).toHaveLength(1)
}

/** Another seeker, another application, while the time runs. */
export async function takesBack({ page }: Person): Promise<void> {
  await enterAt(page, 'seeker@demo.example', '/me/activity')
  await title(page, '活動')
  await expect(
    main(page)
      .getByText(/取り消せるのは、あと \d+時間/u)
      .first(),
  ).toBeVisible()
  await press(
    main(page)
      .getByRole('button', { name: /^取り消す/u })
      .first(),
  )
  const dialog = page.getByRole('dialog', { name: '応募を取り消しますか' })
  await expect(dialog.getByText(/あと\d+時間(\d+分)?で取り消せなくなります/u)).toBeVisible()
  const cancelled = await dialog.getByRole('paragraph').first().innerText()
  await press(dialog.getByRole('button', { name: '応募を取り消す' }))
  await expect(dialog).toHaveCount(0)
  await onward(page, /^終了/u)
  await press(main(page).getByRole('link', { name: cancelled }).first())
  await title(page, cancelled)
  await expect(main(page).getByText('取り消しました').first()).toBeVisible()
  await expect(main(page).getByRole('button', { name: /^取り消す/u })).toHaveCount(0)
}

export async function eightDaysPass({ page }: Person): Promise<void> {
  await page.goto('/dev/clock')
  await onward(page, '8日進める')
  await expect(page.getByText(/になりました/u)).toBeVisible({ timeout: 60_000 })
}

export async function timeComesBack({ page }: Person): Promise<void> {
  await onward(page, '本当の時刻にもどす')
  await expect(page.getByText(/になりました/u).last()).toBeVisible({ timeout: 60_000 })
}

/** The session ended with the days: sign in again, on the same spot. */
export async function talkIsOver(seeker: Person, employer: Person): Promise<void> {
  await seeker.context.clearCookies()
  await signInAt(seeker.page, who, '/me/messages')
  await signInAt(employer.page, STORY.employer, '/employer/messages')
  for (const { page } of [seeker, employer]) await isOver(page)
}

async function isOver(page: Page): Promise<void> {
  await press(main(page).getByRole('link', { name: STORY.pattern }))
  await said(page, 'このやりとりは終わりました')
  await said(page, /結果の登録から7日たったため、.+終わりました。読むことはできます。/u)
  await expect(page.getByRole('textbox', { name: '返事を書く' })).toHaveCount(0)
}
