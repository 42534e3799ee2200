import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startTestServer } from '../server/test/test-server.ts'
import { buildClient } from './lib/build-client.ts'
import { findBrowser, installBrowser } from './lib/find-browser.ts'
import { generateGraph } from './lib/generate-graph.ts'
import { CLIENT, SCRATCH, SERVER, tool } from './lib/paths.ts'
import { run } from './lib/run.ts'
import { startForJourneys } from './lib/start-for-journeys.ts'
import { step } from './lib/step.ts'
import { type Counts, countPlaywright, countVitest, NO_TESTS, sum, summary } from './lib/test-counts.ts'

const STAGES = ['server', 'client', 'browser'] as const
type Stage = (typeof STAGES)[number]

const REPORTS = join(SCRATCH, 'test-reports')
const given = process.argv.slice(2).filter((arg) => arg !== '--')
const filters = given.filter((arg) => !arg.startsWith('--'))
const chosen = STAGES.filter((stage) => given.includes(`--${stage}`))
const stages = chosen.length > 0 ? chosen : STAGES

const counts = await testAll()
console.log(summary(counts))
process.exit(counts.failed > 0 ? 1 : 0)

async function testAll(): Promise<Counts> {
  const unknown = given.filter((arg) => arg.startsWith('--') && !STAGES.some((stage) => arg === `--${stage}`))
  if (unknown.length > 0) {
    console.error(`${unknown.join(' ')} は分かりません。使い方: pnpm test [--server] [--client] [--browser] [ファイル名の一部]`)
    return { ...NO_TESTS, failed: 1 }
  }
  await rm(REPORTS, { recursive: true, force: true })
  await mkdir(REPORTS, { recursive: true })
  const results: Counts[] = []
  const server = await step('テスト用のデータベースを用意しています', startTestServer)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().finally(() => process.exit(130)))
  try {
    results.push(await counted(() => step('グラフの型を書き出しています', generateGraph).then(() => NO_TESTS)))
    for (const stage of stages) results.push(await counted(() => testStage(stage, server.url)))
  } finally {
    await server.stop()
  }
  return sum(results)
}

/** A stage that cannot even run counts as one failure; the others go on. */
async function counted(stage: () => Promise<Counts>): Promise<Counts> {
  try {
    return await stage()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { ...NO_TESTS, failed: 1 }
  }
}

function testStage(stage: Stage, adminUrl: string): Promise<Counts> {
  if (stage === 'server') return testUnits('server', SERVER, { MADOGUCHI_TEST_ADMIN_URL: adminUrl })
  if (stage === 'client') return testUnits('client', CLIENT, {})
  return testJourneys(adminUrl)
}

async function testUnits(name: 'server' | 'client', cwd: string, env: Record<string, string>): Promise<Counts> {
  const report = join(REPORTS, `${name}.json`)
  // Parts of the tests are run in the host's own zone only.
  const here = name === 'server' && filters.length > 0 ? ['--project=server'] : []
  const args = [
    'run',
    ...here,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filtersFor(name),
  ]
  const { code } = await run(tool('vitest', cwd), args, { cwd, env, show: true })
  return countVitest(report, code)
}

async function testJourneys(adminUrl: string): Promise<Counts> {
  if (!existsSync(join(CLIENT, 'playwright.config.ts'))) return NO_TESTS
  const browser = findBrowser() ?? (await step('Chromium を用意しています', installBrowser))
  if (!browser) return withoutBrowser()
  await step('画面を組み立てています', buildClient)
  const app = await step('画面のテスト用のサーバーを起動しています', () => startForJourneys(adminUrl))
  try {
    return await playwright(['--reporter=list,json'], { CHROMIUM_PATH: browser, E2E_BASE_URL: app.url }, true)
  } finally {
    await app.stop()
  }
}

async function withoutBrowser(): Promise<Counts> {
  console.log(
    '画面のテストは Chromium がないため行いませんでした。行うには: CHROMIUM_PATH=（Chromium の場所） npx -y pnpm@12 test --browser',
  )
  if (process.env.CI) return { ...NO_TESTS, failed: 1 }
  const { passed, skipped, failed } = await playwright(['--list', '--reporter=json'], {}, false)
  return { ...NO_TESTS, skipped: passed + skipped + failed }
}

async function playwright(args: string[], env: Record<string, string>, show: boolean): Promise<Counts> {
  const report = join(REPORTS, 'browser.json')
  const all = ['test', '--pass-with-no-tests', ...args, ...filtersFor('client')]
  const { code } = await run(tool('playwright', CLIENT), all, { cwd: CLIENT, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, show })
  return countPlaywright(report, code)
}

/** A filter may be written from the root; the tools run inside the package. */
function filtersFor(folder: 'server' | 'client'): string[] {
  return filters.map((filter) => (filter.startsWith(`${folder}/`) ? filter.slice(folder.length + 1) : filter))
}
