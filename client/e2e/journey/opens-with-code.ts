import { expect, type Page } from '@playwright/test'
import { agreesToTerms, backAndForth, field, onward, press, title, write } from './hands.ts'
import { mailTo } from './mailbox.ts'
import { closeAndReopen, type Person } from './person.ts'
import { STORY } from './story.ts'

/** What stands on the paper that the counter hands over. */
interface Paper {
  employerNumber: string
  code: string
}

async function works(page: Page, operation: string): Promise<void> {
  if (operation !== '') await press(page.getByRole('region', { name: '操作の本' }).getByRole('button', { name: operation }))
  await onward(page, /^試す$/u)
  await expect(page.getByText('まだ何も変わっていません')).toBeVisible()
  await onward(page, '実行')
  await expect(page.getByText('実行しました')).toBeVisible()
}

/** Somebody has come to the counter: the establishment gets a number, then a code, and the paper with both. */
export async function codeIsIssued({ page }: Person): Promise<Paper> {
  await page.goto('/graphiql')
  await works(page, '窓口で事業所を登録する')
  await press(page.getByRole('link', { name: /のアカウント作成コードを発行する$/u }))
  await expect(page.getByText(new RegExp(`^対象:${STORY.employer.name}`, 'u'))).toBeVisible()
  await works(page, '')
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'コードの紙をひらく(印刷)' }).click()
  const beside = await opened
  const paper = beside.getByRole('article', { name: 'アカウント作成コードの紙' })
  await expect(paper.getByText(`${STORY.employer.name} 様`)).toBeVisible()
  const [employerNumber = '', , code = ''] = await paper.getByRole('definition').allInnerTexts()
  await beside.close()
  return { employerNumber, code }
}

export async function opensWithCode(own: Person, paper: Paper): Promise<void> {
  const { email, password, phone } = STORY.employer
  let { page } = own
  await page.goto('/open/code')
  await agreesToTerms(page)
  await title(page, 'コードの紙を見て、入れてください')
  await write(page, 'メールアドレス', email)
  await write(page, '事業所番号', paper.employerNumber)
  await write(page, '電話番号', phone)
  await write(page, 'アカウント作成コード', paper.code)
  await backAndForth(page, () => expect(field(page, 'アカウント作成コード')).toHaveValue(paper.code))
  await onward(page, '確かめる')
  await title(page, 'この内容で進みますか')
  await backAndForth(page, () => title(page, 'この内容で進みますか'))
  await onward(page, '認証キーを受け取る')
  await title(page, 'メールの認証キーを入れてください')
  page = await closeAndReopen(own)
  await title(page, 'メールの認証キーを入れてください')
  const mails = await mailTo(own.context, email, /パスワード登録申込受付通知/u)
  expect(mails, 'one mail, however often was pressed').toHaveLength(1)
  await write(page, '認証キー', /認証キー: (\S{4}-\S{4})/u.exec(mails[0] ?? '')?.[1] ?? '')
  await write(page, '新しいパスワード', password)
  await write(page, '新しいパスワード(もう一度)', password)
  await onward(page, 'パスワードを決めて、マイページを開く')
  await title(page, '求人者マイページへようこそ')
}
