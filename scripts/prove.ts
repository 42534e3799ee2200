import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Requirement, REQUIREMENTS } from '../server/test/requirements.ts'
import { startTestServer } from '../server/test/test-server.ts'
import { SERVER, tool } from './lib/paths.ts'
import { run } from './lib/run.ts'
import { step } from './lib/step.ts'

/** Shows for each requirement that its test fails once the code behind it is taken away, and passes with it. */
const chosen = process.argv.slice(2).filter((arg) => arg !== '--')
const wanted = REQUIREMENTS.filter(({ id }) => chosen.length === 0 || chosen.includes(id))

const server = await step('テスト用のデータベースを用意しています', startTestServer)
const unproved: string[] = []
try {
  for (const one of wanted) if (!(await isProved(one))) unproved.push(`${one.id} ${one.says}`)
} finally {
  await server.stop()
}
console.log(unproved.length === 0 ? `${wanted.length} proved` : `${unproved.length} not proved:\n${unproved.join('\n')}`)
process.exit(unproved.length > 0 ? 1 : 0)

async function isProved({ id, says, test, without }: Requirement): Promise<boolean> {
  const cuts = await Promise.all(
    [without].flat().map(async (one) => ({ ...one, path: join(SERVER, one.file), whole: await readFile(join(SERVER, one.file), 'utf8') })),
  )
  const withCode = await passes(test)
  let withoutCode = true
  const mend = async () => void (await Promise.all(cuts.map(({ path, whole }) => writeFile(path, whole))))
  const interrupted = () => void mend()
  process.once('SIGINT', interrupted)
  try {
    await Promise.all(
      cuts.map(({ path, whole, cut, put }) =>
        writeFile(
          path,
          whole.replace(cut, () => put),
        ),
      ),
    )
    withoutCode = await passes(test)
  } finally {
    await mend()
    process.off('SIGINT', interrupted)
  }
  const proved = withCode && !withoutCode
  console.log(
    `${proved ? '✓' : '✗'} ${id} ${says}${withCode ? '' : ' (fails with its code)'}${withoutCode ? ' (passes without its code)' : ''}`,
  )
  return proved
}

/** A run that found no test of the name has shown nothing. */
async function passes({ file, name }: Requirement['test']): Promise<boolean> {
  const part = name === '' ? [] : ['-t', name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)]
  const args = ['run', '--project=server', '--reporter=json', file, ...part]
  const { code, output } = await run(tool('vitest', SERVER), args, { cwd: SERVER, env: { MADOGUCHI_TEST_ADMIN_URL: server.url } })
  const [, passed] = /"numPassedTests":(\d+)/u.exec(output) ?? []
  return code === 0 && Number(passed ?? 0) > 0
}
