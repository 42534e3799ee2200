import { type Browser, type BrowserContextOptions, chromium, expect, type Page } from '@playwright/test'
import { DESK, enterAs, PHONE } from '../people.ts'
import { ACTS } from './acts.ts'
import { fileOf, type Scene, TAKEN_AT } from './scenes.ts'
import { steady } from './steady.ts'

const SIZES = { 360: PHONE, 1280: DESK }
/** Text stays crisp, and a picture stays below 100 kB. */
const QUALITY = 82
/** Not in a picture: a caret that blinks, bars that fade away, how long an answer took. */
const STILL = '* { caret-color: transparent !important } .monaco-editor .scrollbar, .work-answer .num { visibility: hidden !important }'

export interface Picture {
  /** `jobs-360.webp` */
  file: string
  bytes: Buffer
}

/** The pictures of the demo at `url`, one after another, on a clock that stands still. */
export async function* takePictures(url: string, executablePath: string, scenes: readonly Scene[]): AsyncGenerator<Picture> {
  const browser = await chromium.launch({ executablePath })
  const signedIn = new Map<string, BrowserContextOptions['storageState']>()
  try {
    for (const scene of scenes)
      for (const width of scene.widths) {
        const { who } = scene
        if (who !== undefined && !signedIn.has(who)) signedIn.set(who, await signIn(browser, url, who))
        const storageState = who === undefined ? undefined : signedIn.get(who)
        yield {
          file: fileOf(scene, width),
          bytes: await take(browser, scene, { baseURL: url, viewport: SIZES[width], ...(storageState ? { storageState } : {}) }),
        }
      }
  } finally {
    await browser.close()
  }
}

async function signIn(browser: Browser, baseURL: string, who: string) {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await setClock(page)
  await enterAs(page, who)
  const state = await context.storageState()
  await context.close()
  return state
}

async function take(browser: Browser, scene: Scene, options: BrowserContextOptions): Promise<Buffer> {
  const context = await browser.newContext({
    ...options,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  const page = await context.newPage()
  await steady(context, scene.printsIds ?? false)
  await setClock(page)
  await page.clock.setFixedTime(TAKEN_AT)
  await page.goto(scene.path)
  if (scene.acts) await ACTS[scene.acts](page)
  await expect(page.getByText(scene.seen).filter({ visible: true }).first(), scene.name).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('読みこんでいます'), scene.name).toHaveCount(0)
  await page.addStyleTag({ content: STILL })
  await page.waitForLoadState('networkidle')
  await page.evaluate('scrollTo(0, 0); document.fonts.ready.then(() => undefined)')
  const shutter = await context.newCDPSession(page)
  const { data } = await shutter.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  await context.close()
  return Buffer.from(data, 'base64')
}

async function setClock(page: Page): Promise<void> {
  const answer = await page.request.post('/dev/clock.json', {
    data: { setTo: TAKEN_AT.toISOString() },
    headers: { 'x-madoguchi-csrf': '1' },
  })
  expect(answer.ok(), 'the clock').toBe(true)
}
