import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server writes about itself into its cluster. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/** Reads postmaster.pid; it may be a leftover, so only a real connection proves that the server runs. */
export function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** Removes a postmaster.pid whose process is a zombie or by now another program, which PostgreSQL would take for a running server. */
export function removeLeftoverLock(cluster: string) {
  const postmaster = readPostmaster(cluster)
  if (postmaster && isNoPostgres(postmaster.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function isNoPostgres(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
    return state === 'Z' || name !== 'postgres'
  } catch {
    return false
  }
}
