import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { ask, DESK, device, enterAs, PHONE, type Size } from './people.ts'

/** One page to look at: its pattern in the router and the address of an example. */
type Place = readonly [pattern: string, address: string]
interface Role {
  who: string
  email?: string
  places: (request: APIRequestContext) => Promise<Place[]>
}

const ROUTER = readFileSync(new URL('../src/app/router.tsx', import.meta.url), 'utf8')
const PATTERNS = [...ROUTER.matchAll(/\bat\('([^']+)'\)/gu)].map(([, pattern]) => pattern ?? '')
const walked = new Set<string>()

const numbersOf = async (request: APIRequestContext, words: string): Promise<string> => {
  const { postings } = await ask<{ postings: { nodes: { postingNumber: string }[] } }>(
    request,
    'query ($words: String) { postings(filter: { words: $words, selfApplication: true }, first: 1) { nodes { postingNumber } } }',
    { words },
  )
  return postings.nodes[0]?.postingNumber ?? ''
}

const visitor: Role = {
  who: '見に来た人',
  places: async (request) => {
    const number = await numbersOf(request, '')
    return [
      ['/', '/'],
      ['/jobs', '/jobs'],
      ['/jobs', '/jobs?q=%E3%81%9D%E3%82%93%E3%81%AA%E4%BB%95%E4%BA%8B%E3%81%AF%E3%81%AA%E3%81%84&pref=13'],
      ['/jobs/$postingNumber', `/jobs/${number}`],
      ['/jobs/$postingNumber', '/jobs/13010-99999999'],
      ['/terms', '/terms'],
      ['/privacy', '/privacy'],
      ['/signin', '/signin'],
      ['/reset', '/reset'],
      ['/open/seeker', '/open/seeker'],
      ['/staff', '/staff'],
      ['/dev/mail', '/dev/mail'],
      ['/dev/clock', '/dev/clock'],
    ]
  },
}
const seeker: Role = {
  who: '求職者',
  email: 'seeker@demo.example',
  places: async (request) => {
    const { running, finished, threads } = await ask<{
      running: { nodes: { id: string }[] }
      finished: { nodes: { id: string }[] }
      threads: { nodes: { id: string; isClosed: boolean }[] }
    }>(
      request,
      `{ running: seekerApplications(finished: false) { nodes { id } } finished: seekerApplications(finished: true) { nodes { id } }
         threads { nodes { id isClosed } } }`,
    )
    const number = await numbersOf(request, '')
    const thread = threads.nodes.find(({ isClosed }) => !isClosed)?.id ?? ''
    const closed = threads.nodes.find(({ isClosed }) => isClosed)?.id
    return [
      ['/me', '/me'],
      ['/me/registration', '/me/registration'],
      ['/me/activity', '/me/activity'],
      ['/jobs/$postingNumber', `/jobs/${number}`],
      ['/jobs/$postingNumber/apply', `/jobs/${number}/apply`],
      ['/me/applications/$id', `/me/applications/${running.nodes[0]?.id ?? ''}`],
      ...finished.nodes.slice(0, 1).map(({ id }): Place => ['/me/applications/$id', `/me/applications/${id}`]),
      ['/me/messages', '/me/messages'],
      ['/me/messages/$threadId', `/me/messages/${thread}`],
      ...(closed === undefined ? [] : [['/me/messages/$threadId', `/me/messages/${closed}`] as const]),
    ]
  },
}
const employer: Role = {
  who: '求人者',
  email: 'employer@demo.example',
  places: async (request) => {
    const { open, draft, returned, applications, threads, steps } = await ask<{
      open: { nodes: { id: string }[] }
      draft: { nodes: { id: string }[] }
      returned: { nodes: { id: string }[] }
      applications: { nodes: { id: string }[] }
      threads: { nodes: { id: string }[] }
      steps: { key: string }[]
    }>(
      request,
      `{ open: employerPostings(status: [OPEN], first: 1) { nodes { id } } draft: employerPostings(status: [DRAFT], first: 1) { nodes { id } }
         returned: employerPostings(status: [RETURNED], first: 1) { nodes { id } } applications: employerApplications(first: 1) { nodes { id } }
         threads(first: 1) { nodes { id } } steps: postingForm { key } }`,
    )
    const id = (found: { nodes: { id: string }[] }) => found.nodes[0]?.id ?? ''
    const edit = `/employer/postings/${id(returned)}/edit`
    return [
      ['/employer', '/employer'],
      ['/employer/postings', '/employer/postings'],
      ['/employer/postings/$id', `/employer/postings/${id(open)}`],
      ['/employer/postings/$id/edit', `/employer/postings/${id(draft)}/edit`],
      ['/employer/postings/$id/edit', edit],
      ...steps.map(({ key }): Place => ['/employer/postings/$id/edit/$step', `${edit}/${key}`]),
      ['/employer/postings/$id/check', `/employer/postings/${id(returned)}/check`],
      ['/employer/applicants', '/employer/applicants'],
      ['/employer/applications/$id', `/employer/applications/${id(applications)}`],
      ['/employer/messages', '/employer/messages'],
      ['/employer/messages/$threadId', `/employer/messages/${id(threads)}`],
    ]
  },
}
const staff: Role = {
  who: '職員',
  email: 'counter@demo.example',
  places: async () => [
    ['/staff', '/staff'],
    ['/graphiql', '/graphiql'],
  ],
}

const WIDTHS: readonly [string, Size][] = [
  ['机の画面', DESK],
  ['電話の画面', PHONE],
]
const NARROWEST = 320
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

for (const role of [visitor, seeker, employer, staff])
  for (const [where, size] of WIDTHS)
    test(`every page of a ${role.who} is sound on a ${where}`, async ({ browser }) => {
      const { page, troubles } = await device(browser, size)
      if (role.email !== undefined) await enterAs(page, role.email)
      for (const [pattern, address] of await role.places(page.request)) {
        walked.add(pattern)
        await test.step(address, async () => {
          await page.goto(address)
          await look(page, address, size)
        })
      }
      expect(troubles, 'what the console said').toEqual([])
      await page.context().close()
    })

test('the walk leaves out no route', () => {
  expect(PATTERNS.length).toBeGreaterThan(20)
  expect(PATTERNS.filter((pattern) => !walked.has(pattern))).toEqual([])
})

async function look(page: Page, address: string, size: Size): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), `${address}: one h1`).toHaveCount(1)
  await expect(page.getByRole('main').getByRole('progressbar', { name: '読みこんでいます' }), address).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  expect.soft(await page.title(), `${address}: its title`).toMatch(/^(\(\d+\) )?[^|]+ \| まどぐち$/u)
  expect.soft(await englishIn(page), `${address}: English left over`).toEqual([])
  expect.soft(await tooWide(page), `${address}: sideways at ${size.width}px`).toEqual([])
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude('.monaco-editor').analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
      `${address}: barriers`,
    )
    .toEqual([])
  if (size !== PHONE) return
  await page.setViewportSize({ width: NARROWEST, height: size.height })
  expect.soft(await tooWide(page), `${address}: sideways at ${NARROWEST}px`).toEqual([])
  await page.setViewportSize(size)
}

/** What makes the page wider than the window, by its first words. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if ((document.scrollingElement?.scrollWidth ?? 0) <= innerWidth) return []
    const wide = [...document.querySelectorAll<HTMLElement>('main *, header *, nav *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    return wide.slice(-3).map((one) => `${one.tagName} ${one.className} ${one.innerText?.slice(0, 30)}`)
  })

/** Three words of Latin letters in a row are a sentence somebody forgot to write in Japanese. */
const englishIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || element.closest('code, script, style, .num, .monaco-editor, textarea, [lang=en]') || !element.checkVisibility()) continue
      const text = (node.textContent ?? '').replaceAll(/\S+@\S+|https?:\S+/gu, ' ')
      if (/[A-Za-z][a-z'’]+(?:\s+[A-Za-z][a-z'’]*){2,}/u.test(text)) found.push(text.trim())
    }
    return found
  })
