import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const SERVER = join(ROOT, 'server')
export const CLIENT = join(ROOT, 'client')
/** Where scripts keep what they may make again at any time. */
export const SCRATCH = join(ROOT, '.data')

/** A command line tool of one of the three package.json files. */
export const tool = (name: string, folder: string = ROOT) =>
  join(folder, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.CMD` : name)
