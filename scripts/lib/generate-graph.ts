import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CLIENT, tool } from './paths.ts'
import { runOrFail } from './run.ts'

/** Writes the graph's types for the client. The cache of `pnpm graph` goes, because it may know an older graph. */
export async function generateGraph() {
  await rm(join(CLIENT, 'src', 'graph', 'graphql-cache.d.ts'), { force: true })
  await runOrFail(tool('gql.tada', CLIENT), ['generate-output'], { cwd: CLIENT })
}
