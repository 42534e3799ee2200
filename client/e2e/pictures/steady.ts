import type { BrowserContext, Route } from '@playwright/test'

const INSTANT = /"(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d\.\d{3}Z"/gu
const ID = /\b([a-z]{3})_[0-9a-f]{32}\b/gu

/** Answers without what is another one in every run: the seconds of all instants and, for pages that print them, the ids. */
export async function steady(context: BrowserContext, printsIds: boolean): Promise<void> {
  const shown = new Map<string, string>()
  const real = new Map<string, string>()
  const toPage = (id: string, kind: string): string => {
    const own = shown.get(id) ?? `${kind}_01a2001d8b407c0d9a3e5f71c2b4${(shown.size + 1).toString(16).padStart(4, '0')}`
    shown.set(id, own)
    real.set(own, id)
    return own
  }
  await context.route('**/graphql', async (route: Route) => {
    const asked = route.request().postData() ?? ''
    const response = await route.fetch({ postData: asked.replaceAll(ID, (id) => real.get(id) ?? id) })
    const answer = (await response.text()).replaceAll(INSTANT, '"$1:00.000Z"')
    await route.fulfill({ response, body: printsIds ? answer.replaceAll(ID, toPage) : answer })
  })
}
