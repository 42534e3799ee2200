import { type BrowserContext, expect } from '@playwright/test'

/** The texts of the mails on this subject, as the demo's mailbox shows them; waits for the first. */
export async function mailTo(context: BrowserContext, email: string, subject: RegExp): Promise<string[]> {
  const page = await context.newPage()
  await page.goto(`/dev/mail?to=${encodeURIComponent(email)}`)
  const mails = page.getByRole('article').filter({ has: page.getByRole('heading', { name: subject }) })
  await expect(async () => {
    await page.getByRole('button', { name: '新しいものを見る' }).click()
    await expect(mails.first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  const texts = await mails.allInnerTexts()
  await page.close()
  return texts
}
