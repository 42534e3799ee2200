import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { canReach } from './can-reach.ts'
import type { Identity } from './choose-identity.ts'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'
import { SHARED_ROOT } from './stage-binaries.ts'

/** Gives the folder the data really lies in: the wished one, or one below /var/lib where the other user cannot reach that. */
export function placeData(wished: string, identity: Identity | null, root = SHARED_ROOT): string {
  const dataDir = makeFolder(resolve(wished))
  if (!identity || canReach(dataDir, identity)) return dataDir
  return makeFolder(join(root, `data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`))
}

function makeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 })
    accessSync(path, constants.W_OK)
    return path
  } catch {
    throw new EmbeddedUnavailable({
      ja: `データの置き場所 ${path} に書き込めません（DATA_DIR で別の場所を選べます）。`,
      en: `The data folder ${path} is not writable (DATA_DIR chooses another).`,
    })
  }
}
