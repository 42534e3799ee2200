import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { ask, DESK, device, enterAs } from './people.ts'

interface Example {
  postingNumber: string
  title: string
  employer: { name: string }
}

/** One open posting for each way of publishing (R25), as staff see them. */
async function examples(request: APIRequestContext): Promise<Map<string, Example>> {
  const found = new Map<string, Example>()
  let after: string | null = null
  while (found.size < 4) {
    const { staffPostings }: { staffPostings: Answer } = await ask(request, OPEN_POSTINGS, { after })
    for (const { sheet, ...posting } of staffPostings.nodes) if (sheet && !found.has(sheet.scope)) found.set(sheet.scope, posting)
    if (!staffPostings.pageInfo.hasNextPage) break
    after = staffPostings.pageInfo.endCursor
  }
  return found
}
interface Answer {
  nodes: (Example & { sheet: { scope: string } | null })[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const OPEN_POSTINGS = `query ($after: String) {
  staffPostings(status: [OPEN], first: 50, after: $after) {
    nodes { postingNumber title employer { name } sheet { scope } }
    pageInfo { hasNextPage endCursor }
  }
}`

const found = new Map<string, Example>()
const example = (scope: string): Example => {
  const one = found.get(scope)
  if (!one) throw new Error(`the demo has no open posting of scope ${scope}`)
  return one
}

test.beforeAll(async ({ browser }) => {
  const { page } = await device(browser, DESK)
  await enterAs(page, 'counter@demo.example')
  for (const [scope, one] of await examples(page.request)) found.set(scope, one)
  await page.context().close()
})

async function someone(browser: Browser, email?: string): Promise<Page> {
  const { page } = await device(browser, DESK)
  if (email !== undefined) await enterAs(page, email)
  return page
}

/** What a person finds who types the employer's name. */
async function listed(page: Page, { employer, postingNumber }: Example) {
  await page.goto(`/jobs?q=${encodeURIComponent(employer.name)}`)
  await expect(page.getByRole('heading', { level: 1, name: /^求人 |この条件の求人は/u })).toBeVisible()
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /^求人 / })
      .first(),
  ).toBeAttached()
  return page.getByRole('article').filter({ hasText: postingNumber })
}

const NAME_ON_LIST = { FOR_SEEKERS: '事業所名は、登録すると表示されます', AT_COUNTER: '事業所名は、窓口でお知らせします' }
type Expected = 'SHOWN' | keyof typeof NAME_ON_LIST | 'NOT_HERE'

/** R25 as a person sees it: in the list, on the page, and with the person to call. */
async function sees(page: Page, scope: string, expected: Expected, personShown: boolean) {
  const one = example(scope)
  const card = await listed(page, one)
  await expect(card).toHaveCount(expected === 'SHOWN' ? 1 : 0)
  if (expected === 'SHOWN') await expect(card).toContainText(one.employer.name)

  await page.goto(`/jobs/${one.postingNumber}`)
  const main = page.getByRole('main')
  if (expected === 'NOT_HERE') {
    await expect(main.getByText('の求人は、いまは公開していません')).toBeVisible()
    await expect(main).not.toContainText(one.title)
    return
  }
  await expect(page.getByRole('heading', { level: 1, name: one.title })).toBeVisible()
  if (expected === 'SHOWN') await expect(main.getByText(one.employer.name).first()).toBeVisible()
  else await expect(main).not.toContainText(one.employer.name)
  if (expected === 'FOR_SEEKERS') await expect(main.getByText('事業所の情報は、まだ表示していません')).toBeVisible()
  if (expected === 'AT_COUNTER') await expect(main.getByText(NAME_ON_LIST.AT_COUNTER).first()).toBeVisible()
  await expect(main.getByText('担当者', { exact: true })).toHaveCount(personShown ? 1 : 0)
}

test('the source of a page names no employer, whatever the scope and whoever asks', async ({ browser }) => {
  for (const email of [undefined, 'seeker@demo.example', 'counter@demo.example']) {
    const page = await someone(browser, email)
    for (const { postingNumber, title, employer } of found.values()) {
      const source = await page.request.get(`/jobs/${postingNumber}`)
      expect(source.status()).toBe(200)
      const text = await source.text()
      expect([email, text.includes(employer.name), text.includes(title)]).toEqual([email, false, false])
    }
    await page.context().close()
  }
})

test('a visitor sees the employer of postings open to all, and of no other', async ({ browser }) => {
  const page = await someone(browser)
  await sees(page, '1', 'SHOWN', false)
  await sees(page, '2', 'FOR_SEEKERS', false)
  await sees(page, '3', 'AT_COUNTER', false)
  await sees(page, '4', 'NOT_HERE', false)
  await page.context().close()
})

test('a seeker with a valid registration also sees those for seekers, and whom to call', async ({ browser }) => {
  const page = await someone(browser, 'seeker@demo.example')
  await sees(page, '1', 'SHOWN', true)
  await sees(page, '2', 'SHOWN', true)
  await sees(page, '3', 'AT_COUNTER', false)
  await sees(page, '4', 'NOT_HERE', false)
  await page.context().close()
})
