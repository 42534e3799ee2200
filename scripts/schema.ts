import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printGraph } from '../server/src/app/print-graph.ts'
import { ROOT } from './lib/paths.ts'

/** Prints the public graph from code, sorted, into schema.graphql (or the file named). `--check` only compares. */
const args = process.argv.slice(2)
const checks = args.includes('--check')
const file = args.find((arg) => !arg.startsWith('--')) ?? join(ROOT, 'schema.graphql')
const printed = await printGraph()

if (!checks) {
  writeFileSync(file, printed)
} else if (readOrEmpty(file) !== printed) {
  console.error(
    'schema.graphql がコードと違います。pnpm schema で書きなおしてください。\nschema.graphql differs from the code: run pnpm schema.',
  )
  process.exitCode = 1
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
