import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MADE_AT, SCENES } from '../client/e2e/pictures/scenes.ts'
import { takePictures } from '../client/e2e/pictures/take-pictures.ts'
import { startTestServer } from '../server/test/test-server.ts'
import { buildClient } from './lib/build-client.ts'
import { findBrowser, installBrowser } from './lib/find-browser.ts'
import { CLIENT, SCRATCH } from './lib/paths.ts'
import { startForJourneys } from './lib/start-for-journeys.ts'
import { step } from './lib/step.ts'

/** Takes the README's pictures from a fresh demo: `pnpm screenshots [part-of-name] [--check]`. `--check` only compares, and keeps what differs in .data/pictures. */
const args = process.argv.slice(2).filter((arg) => arg !== '--')
const checks = args.includes('--check')
const parts = args.filter((arg) => !arg.startsWith('--'))
const scenes = SCENES.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)))

const KEPT = join(CLIENT, 'docs', 'pictures')
const LOOKED_AT = join(SCRATCH, 'pictures')

const browser = findBrowser() ?? (await step('Chromium を用意しています', installBrowser))
if (!browser) throw new Error('Chromium がありません。CHROMIUM_PATH=（Chromium の場所） を付けてください。')
await step('画面を組み立てています', buildClient)
const database = await step('データベースを用意しています', startTestServer)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void database.stop().finally(() => process.exit(130)))
try {
  const app = await step('デモを起動しています', () => startForJourneys(database.url, MADE_AT))
  try {
    const different = await step('写しています', (note) => takeAll(app.url, browser, note))
    if (checks)
      console.log(different.length === 0 ? 'README の絵は、いまの画面と同じです。' : `いまの画面とちがう絵: ${different.join('、')}`)
    if (checks && different.length > 0) process.exitCode = 1
  } finally {
    await app.stop()
  }
} finally {
  await database.stop()
}

/** Writes what differs from the pictures kept, into their place or beside them, and names it. */
async function takeAll(url: string, chromium: string, note: (line: string) => void): Promise<string[]> {
  const folder = checks ? LOOKED_AT : KEPT
  await mkdir(folder, { recursive: true })
  const different: string[] = []
  for await (const { file, bytes } of takePictures(url, chromium, scenes)) {
    const kept = await readFile(join(KEPT, file)).catch(() => null)
    note(`${file} ${Math.ceil(bytes.length / 1_000)} kB`)
    if (kept?.equals(bytes)) continue
    different.push(file)
    await writeFile(join(folder, file), bytes)
  }
  return different
}
