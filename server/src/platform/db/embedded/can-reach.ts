import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Identity } from './choose-identity.ts'

/** Whether that user may walk through every folder down to `path`; groups are not counted, so the answer errs on the safe side. */
export function canReach(path: string, { uid }: Identity): boolean {
  const { uid: owner, mode } = statSync(path)
  const bit = owner === uid ? 0o100 : 0o001
  if ((mode & bit) === 0) return false
  const parent = dirname(resolve(path))
  return parent === resolve(path) || canReach(parent, { uid, gid: 0 })
}
