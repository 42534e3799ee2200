import { expect, type Page } from '@playwright/test'

/** What the page says, without what the clock changes by itself and without what only says "this came while you were here". */
export const mainText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement
    for (const passing of main.querySelectorAll('[role=status], .badge-new, .saved')) passing.remove()
    const text = (main.textContent ?? '').replaceAll(/\s+/gu, ' ')
    return text.replaceAll(/あと ?\d+(日|時間|分)(\d+(分|秒))?|\d+(日|時間|分) ?過ぎ/gu, 'あと…')
  })

interface Held {
  page: string
  shown: unknown
  asked: unknown
}

/**
 * What every question of the page shows now, beside what the server would answer it now. The store is found from the page's root, as
 * the page's own developer tools find it: nothing in the page helps.
 */
const heldAndAsked = (page: Page): Promise<Held[]> =>
  page.evaluate(async () => {
    interface Question {
      queryName: string
      hasObservers: () => boolean
      getCurrentResult: () => { data: unknown }
      options: { query: unknown }
      variables: Record<string, unknown>
    }
    interface Store {
      cache: unknown
      getObservableQueries: (which: string) => Set<Question>
      query: (how: object) => Promise<{ data: unknown }>
    }
    interface Fiber {
      memoizedProps: { client?: Store } | null
      child: Fiber | null
      sibling: Fiber | null
    }
    const root = document.getElementById('root') as unknown as Record<string, Fiber>
    const begin = root[Object.keys(root).find((key) => key.startsWith('__reactContainer$')) ?? '']
    const waiting = begin ? [begin] : []
    let store: Store | undefined
    while (!store && waiting.length > 0) {
      const fiber = waiting.pop()
      if (fiber?.memoizedProps?.client?.cache) store = fiber.memoizedProps.client
      if (fiber?.sibling) waiting.push(fiber.sibling)
      if (fiber?.child) waiting.push(fiber.child)
    }
    if (!store) throw new Error('the page has no store')
    const own = new Set(['inboxSeq', 'serverTime', 'asOf', '__typename'])
    /** Without what differs at every asking, and in one order. */
    const plain = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(plain)
      if (typeof value !== 'object' || value === null) return value
      // Nothing jumps: a list of unread ones keeps a row that was read meanwhile, and the page passes over it.
      const { unread } = value as { unread?: { nodes?: { unreadCount: number }[] } }
      if (unread?.nodes) unread.nodes = unread.nodes.filter(({ unreadCount }) => unreadCount > 0)
      const fields = Object.entries(value).filter(([name]) => !own.has(name))
      return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plain(one)]))
    }
    const questions = [...store.getObservableQueries('active')].filter((one) => one.hasObservers())
    return Promise.all(
      questions.map(async (one) => {
        const { query } = one.options
        const context = { queryDeduplication: false, headers: { 'x-madoguchi-background': '1' } }
        const { data } = await store.query({ query, variables: one.variables, fetchPolicy: 'no-cache', context })
        return { page: one.queryName, shown: plain(structuredClone(one.getCurrentResult().data)), asked: plain(structuredClone(data)) }
      }),
    )
  })

/** State after events = state after asking again: every question of the page already shows what it would be answered now. */
export async function expectUpToDate(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname
  await expect(async () => {
    for (const { page: name, shown, asked } of await heldAndAsked(page)) expect(shown, `${where} ${name}`).toEqual(asked)
  }).toPass({ timeout: 30_000 })
}

/** And the page says the same as when it is opened anew. */
export async function expectSameAfterReload(page: Page): Promise<void> {
  const before = await mainText(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(async () => expect(await mainText(page)).toBe(before)).toPass({ timeout: 30_000 })
}
