import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Identity } from './choose-identity.ts'
import { freePort } from './free-port.ts'
import { programIn } from './locate-binaries.ts'
import { readPostmaster, removeLeftoverLock } from './read-postmaster.ts'
import { POSTGRES_ENV, START_LIMIT_MS, serverFlags } from './settings.ts'

type Place = { native: string; dataDir: string; identity: Identity | null; durable: boolean }

/** Starts the server and waits until it takes connections; tries again while back ends of a crashed one still hold the shared memory. */
export async function runServer(place: Place): Promise<{ pid: number; port: number }> {
  const cluster = join(place.dataDir, 'cluster')
  const deadline = performance.now() + START_LIMIT_MS
  while (performance.now() < deadline) {
    removeLeftoverLock(cluster)
    const port = await freePort()
    const child = launch(place, cluster, port)
    const pid = await readyPid(child, cluster, deadline)
    if (pid) return { pid, port }
    await sleep(200)
  }
  const log = join(place.dataDir, 'server.log')
  throw new Error(`データベースが起動しませんでした。記録は ${log} にあります。 / PostgreSQL did not start; see ${log}`)
}

/** Detached, so that Ctrl-C reaches only our own process, which closes its connections before it stops the server. */
function launch({ native, dataDir, identity, durable }: Place, cluster: string, port: number): ChildProcess {
  const log = openSync(join(dataDir, 'server.log'), 'a')
  const child = spawn(programIn(native, 'postgres'), ['-D', cluster, ...serverFlags(port, durable)], {
    ...identity,
    cwd: cluster,
    env: POSTGRES_ENV,
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  closeSync(log)
  child.unref()
  return child
}

async function readyPid(child: ChildProcess, cluster: string, deadline: number): Promise<number | null> {
  let gone = false
  child.once('exit', () => (gone = true))
  child.once('error', () => (gone = true))
  while (!gone && performance.now() < deadline) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster.pid
    await sleep(20)
  }
  if (!gone) child.kill('SIGQUIT')
  return null
}
