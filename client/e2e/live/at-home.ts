import { type Browser, expect, type Page, test } from '@playwright/test'
import { person, type Person } from '../journey/person.ts'
import type { Size } from '../people.ts'
import type { Actor } from './acting.ts'
import { opened, saysTheSameAnew, seen } from './seen.ts'

/** Somebody's browser with several pages open at once, on a wire of its own. */
export interface AtHome extends Person {
  /** Kinds of events that came over the sockets of these pages. */
  heard: Set<string>
  /** The next time a page asks what it missed, it names a number whose events are not kept any more. */
  forget: () => void
  open: (...addresses: string[]) => Promise<void>
  at: (address: string) => Page
  /** Something happens elsewhere: each of these pages changes by itself, and then every open page says what it would say anew. */
  follows: (what: string, cause: () => Promise<unknown>, ...changing: string[]) => Promise<void>
}

const SUBSCRIBES = /"operationName":"AppInbox"/u
const HEARS = /"inbox":\{[^{}]*"kind":"([A-Z]+)"/u

export async function atHome(browser: Browser, server: string, size: Size, who: Actor): Promise<AtHome> {
  const own = await person(browser, server, size)
  await own.context.addCookies((await who.request.storageState()).cookies)
  await own.page.close()
  const pages = new Map<string, Page>()
  const heard = new Set<string>()
  let forgotten = false
  await own.context.routeWebSocket('**/graphql', (near) => {
    const far = near.connectToServer()
    near.onMessage((message) => {
      const words = String(message)
      if (forgotten && SUBSCRIBES.test(words)) far.send(words.replace(/"after":\d+/u, '"after":-1'))
      else far.send(message)
    })
    far.onMessage((message) => {
      const kind = HEARS.exec(String(message))?.[1]
      if (kind !== undefined) heard.add(kind)
      near.send(message)
    })
  })
  const at = (address: string): Page => {
    const page = pages.get(address)
    if (!page) throw new Error(`${address} is not open`)
    return page
  }
  return Object.assign(own, {
    heard,
    at,
    forget: () => (forgotten = true),
    async open(...addresses: string[]) {
      for (const address of addresses) {
        const page = await own.context.newPage()
        await page.goto(address)
        await opened(page)
        pages.set(address, page)
      }
    },
    follows: (what: string, cause: () => Promise<unknown>, ...changing: string[]) =>
      test.step(`${what}: ${changing.join(' ')}`, async () => {
        const before = await Promise.all(changing.map((address) => seen(at(address))))
        await cause()
        for (const [i, address] of changing.entries())
          await expect.poll(() => seen(at(address)).then(String), { message: `${address} changes by itself` }).not.toBe(String(before[i]))
        await Promise.all([...pages.values()].map((page) => saysTheSameAnew(page)))
      }),
  })
}
