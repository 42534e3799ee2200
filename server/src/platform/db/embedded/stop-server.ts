import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { programIn } from './locate-binaries.ts'
import { readPostmaster } from './read-postmaster.ts'
import { STOP_LIMIT_MS } from './settings.ts'

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(native: string, cluster: string, pid: number) {
  signal(native, cluster, pid, 'fast')
  if (await isGone(cluster, pid)) return
  signal(native, cluster, pid, 'immediate')
  await isGone(cluster, pid)
}

function signal(native: string, cluster: string, pid: number, mode: 'fast' | 'immediate') {
  if (process.platform === 'win32') {
    spawn(programIn(native, 'pg_ctl'), ['stop', '-D', cluster, '-m', mode, '--no-wait'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  } catch {
    return
  }
}

async function isGone(cluster: string, pid: number): Promise<boolean> {
  const deadline = performance.now() + STOP_LIMIT_MS
  while (performance.now() < deadline) {
    if (readPostmaster(cluster)?.pid !== pid) return true
    await sleep(20)
  }
  return false
}
