import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { canReach } from './can-reach.ts'
import type { Identity } from './choose-identity.ts'

/** Where things go that another user must reach; only root writes below it, so nobody else can put a program there. */
export const SHARED_ROOT = '/var/lib/madoguchi'

/** Copies the binaries to a readable place when the other user cannot reach them, as in a clone below /root. */
export function stageBinaries(native: string, identity: Identity | null, root = SHARED_ROOT): string {
  if (!identity || canReach(join(native, 'bin', 'postgres'), identity)) return native
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const staged = join(root, `postgres-${version}`)
  if (!existsSync(staged)) {
    mkdirSync(root, { recursive: true, mode: 0o755 })
    const copy = mkdtempSync(join(root, 'copying-'))
    cpSync(native, join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
    renameUnlessPresent(join(copy, 'native'), staged)
    rmSync(copy, { recursive: true, force: true })
  }
  return staged
}

function renameUnlessPresent(from: string, to: string) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
  }
}
