import type { Browser, BrowserContext, ConsoleMessage, Page } from '@playwright/test'
import { type Size, watch } from '../people.ts'
import { openWire, type Wire } from '../../../scripts/lib/wire.ts'

/** One person at one device, on a wire of their own. Closing the page and opening another is still the same person. */
export interface Person {
  page: Page
  context: BrowserContext
  wire: Wire
  troubles: string[]
  /** The wire was hurt: until all is well again, the network's own complaints are no trouble. */
  excused: boolean
  leave: () => Promise<void>
}

/** How long the wire is dead, in real milliseconds: longer than any answer is waited for, and than a socket lives without its pong. */
export const DEAD = 60_000

const NETWORK = /net::ERR_|WebSocket connection to .* failed/u

export async function person(browser: Browser, server: string, viewport: Size): Promise<Person> {
  const wire = await openWire(server)
  const context = await browser.newContext({ viewport, baseURL: wire.url })
  const own: Person = {
    page: await context.newPage(),
    context,
    wire,
    troubles: [],
    excused: false,
    leave: async () => {
      await context.close()
      await wire.close()
    },
  }
  const isExcused = (message: ConsoleMessage) => own.excused && NETWORK.test(message.text())
  watch(own.page, own.troubles, isExcused)
  context.on('page', (page) => watch(page, own.troubles, isExcused))
  return own
}

/** The tab is closed in the middle of something, and opened again. */
export async function closeAndReopen(own: Person, address = own.page.url()): Promise<Page> {
  await own.page.close()
  own.page = await own.context.newPage()
  await own.page.goto(address)
  return own.page
}
