import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateGraph } from './lib/generate-graph.ts'
import { CLIENT, ROOT, tool } from './lib/paths.ts'
import { run } from './lib/run.ts'
import { breaches } from './lib/source-rules.ts'
import { seconds } from './lib/step.ts'

/** Null means that all is well; a text says what is not. */
type Check = { name: string; find: () => Promise<string | null> }

const CHECKS: readonly Check[] = [
  { name: '型（サーバー）', find: () => outputOf('tsc', ['-p', 'server', '--pretty', 'false']) },
  { name: '型（画面）', find: checkClientTypes },
  {
    name: '書き方（oxlint）',
    find: () => outputOf('oxlint', ['--type-aware', '--deny-warnings', '--format=unix', 'server', 'client', 'scripts']),
  },
  { name: '書き方（時計・色・環境変数）', find: checkSources },
  { name: '読み込みの決まり', find: checkImports },
  { name: '使われていないもの', find: () => outputOf('knip', ['--no-progress']) },
  { name: '整形', find: () => outputOf('prettier', ['--check', '--log-level', 'warn', '.']) },
  {
    name: 'schema.graphql がコードと同じか',
    find: () => outputOf('tsx', ['--tsconfig', 'server/tsconfig.json', 'scripts/schema.ts', '--check']),
  },
  { name: '画面の問い合わせがグラフに合うか', find: () => outputOf('gql.tada', ['check', '--fail-on-warn'], CLIENT) },
]

const failures: { name: string; text: string }[] = []
for (const { name, find } of CHECKS) {
  const startedAt = performance.now()
  process.stdout.write(`${name} … `)
  const text = await find().catch((error: Error) => error.message)
  process.stdout.write(`${text === null ? '' : '直すところがあります '}${seconds(startedAt)}\n`)
  if (text !== null) failures.push({ name, text })
}
for (const { name, text } of failures) console.error(`\n■ ${name}\n${text.trim()}`)
console.log(failures.length === 0 ? '\nすべて問題ありません。' : `\n${failures.length} 項目に直すところがあります。`)
process.exitCode = failures.length === 0 ? 0 : 1

async function outputOf(name: string, args: readonly string[], cwd: string = ROOT): Promise<string | null> {
  const { code, output } = await run(tool(name, cwd), args, { cwd, env: { FORCE_COLOR: '0' } })
  return code === 0 ? null : output || `${name} ended with ${code}`
}

async function checkClientTypes() {
  await generateGraph()
  return outputOf('tsc', ['-p', 'client', '--pretty', 'false'])
}

/** Zero modules would mean that the tool could not read the sources, and that no rule was asked. */
async function checkImports(): Promise<string | null> {
  const args = ['server/src', 'client/src', '--config', '.dependency-cruiser.cjs', '--output-type']
  const { code, output } = await run(tool('depcruise'), [...args, 'err-long'], { cwd: ROOT, env: { FORCE_COLOR: '0' } })
  if (code !== 0) return output
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  const files = await filesBelow(join('server', 'src'))
  return modules >= files.length
    ? null
    : `dependency-cruiser read ${modules} modules, but server/src alone has ${files.length} files\n${output}`
}

async function checkSources(): Promise<string | null> {
  const files = (await Promise.all(['server', 'client', 'drizzle'].map((folder) => filesBelow(folder)))).flat()
  const found = await Promise.all(files.map(async (path) => breaches(path, await readFile(join(ROOT, path), 'utf8'))))
  return found.flat().join('\n') || null
}

/** Sources below a folder, as paths from the root with forward slashes. */
async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(join(ROOT, folder))) return []
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true })
  const nested = await Promise.all(
    entries
      .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
      .map((entry) => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : Promise.resolve([`${folder}/${entry.name}`]))),
  )
  return nested.flat().filter((path) => /\.(tsx?|sql|css)$/.test(path) && !path.endsWith('.d.ts'))
}
