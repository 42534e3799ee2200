import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { withFileLock } from '../../server/src/platform/db/embedded/with-file-lock.ts'
import { generateGraph } from './generate-graph.ts'
import { CLIENT, ROOT, SCRATCH, tool } from './paths.ts'
import { runOrFail } from './run.ts'

const STAMP = join(SCRATCH, 'build-stamp.json')
const OUTPUT = join(CLIENT, 'dist')
/** Not inputs of the build: what others make, and what only tests and tools read. */
const IGNORED = new Set([
  'node_modules',
  'dist',
  'docs',
  'e2e',
  'test-results',
  'playwright-report',
  'graphql-env.d.ts',
  'graphql-cache.d.ts',
])

/** Builds the pages unless they were built from exactly these files before. */
export async function buildClient(): Promise<'built' | 'unchanged'> {
  await mkdir(SCRATCH, { recursive: true })
  return withFileLock(join(SCRATCH, 'build.lock'), async () => {
    const inputs = await hashInputs()
    if (existsSync(join(OUTPUT, 'index.html')) && (await lastInputs()) === inputs) return 'unchanged'
    const vite = tool('vite', CLIENT)
    if (!existsSync(vite)) throw new Error('画面を組み立てる道具がありません。NODE_ENV を外して install し直してください。')
    await generateGraph()
    await runOrFail(vite, ['build', '--logLevel', 'warn'], { cwd: CLIENT })
    await writeFile(STAMP, `${JSON.stringify({ inputs })}\n`)
    return 'built'
  })
}

async function lastInputs(): Promise<string | null> {
  try {
    return (JSON.parse(await readFile(STAMP, 'utf8')) as { inputs: string }).inputs
  } catch {
    return null
  }
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  const outside = ['schema.graphql', 'package.json', 'pnpm-lock.yaml'].map((name) => join(ROOT, name)).filter((path) => existsSync(path))
  for (const path of [...outside, ...(await filesIn(CLIENT))].toSorted())
    hash.update(`\0${relative(ROOT, path)}\0`).update(await readFile(path))
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !IGNORED.has(name) && !name.endsWith('.test.ts') && !name.endsWith('.test.tsx'),
  )
  const nested = await Promise.all(
    entries.map((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : Promise.resolve([join(folder, entry.name)]))),
  )
  return nested.flat()
}
