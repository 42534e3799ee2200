import { join } from 'node:path'
import { chooseIdentity, type Identity } from './choose-identity.ts'
import { createCluster, hasCluster } from './create-cluster.ts'
import { keepPassword } from './keep-password.ts'
import { linkLibraries } from './link-libraries.ts'
import { locateBinaries } from './locate-binaries.ts'
import { placeData } from './place-data.ts'
import { enter, type Presence } from './presence.ts'
import { readPostmaster } from './read-postmaster.ts'
import { runServer } from './run-server.ts'
import { SUPERUSER } from './settings.ts'
import { stageBinaries } from './stage-binaries.ts'
import { stopServer } from './stop-server.ts'
import { withFileLock } from './with-file-lock.ts'

/** A running PostgreSQL of our own; `url` is the administrator's. */
export type Embedded = { url: string; port: number; dataDir: string; fresh: boolean; reused: boolean; stop: () => Promise<void> }

/** `durable: false` trades safety against power loss for speed, for tests only. */
export type EmbeddedOptions = { dataDir: string; log?: (line: string) => void; durable?: boolean }

/**
 * Starts the PostgreSQL that came with npm, or uses the one that already runs on this data.
 * `stop` ends the server when the last process using it leaves.
 */
export async function startEmbedded({ dataDir: wished, log = () => {}, durable = true }: EmbeddedOptions): Promise<Embedded> {
  const located = locateBinaries()
  linkLibraries(located)
  const identity = chooseIdentity(join(wished, 'cluster'))
  const native = stageBinaries(located, identity)
  const dataDir = placeData(wished, identity)
  const lock = join(dataDir, 'starting.lock')
  const { server, presence, fresh, reused } = await withFileLock(lock, () => startOrReuse({ native, dataDir, identity, durable, log }))

  const leave = async () => {
    const shared = await presence.othersAreHere()
    await presence.leave()
    if (!shared) await stopServer(native, join(dataDir, 'cluster'), server.pid)
  }
  let stopped: Promise<void> | null = null
  const stop = () => (stopped ??= withFileLock(lock, leave))
  return { url: addressOf(dataDir, server.port), port: server.port, dataDir, fresh, reused, stop }
}

type Place = { native: string; dataDir: string; identity: Identity | null; durable: boolean; log: (line: string) => void }
type Started = { server: { pid: number; port: number }; presence: Presence; fresh: boolean; reused: boolean }

async function startOrReuse({ log, ...place }: Place): Promise<Started> {
  const { native, dataDir, identity, durable } = place
  const running = readPostmaster(join(dataDir, 'cluster'))
  if (running) {
    const presence = await enter(addressOf(dataDir, running.port))
    if (presence) return { server: running, presence, fresh: false, reused: true }
  }
  const fresh = !hasCluster(dataDir)
  if (fresh) {
    log(`新しいデータベースを ${dataDir} に作ります`)
    await createCluster(native, dataDir, keepPassword(dataDir), identity, durable)
  }
  const server = await runServer(place)
  const presence = await enter(addressOf(dataDir, server.port))
  if (!presence) throw new Error('起動したデータベースに接続できませんでした。 / The started PostgreSQL does not answer.')
  return { server, presence, fresh, reused: false }
}

const addressOf = (dataDir: string, port: number) => `postgres://${SUPERUSER}:${keepPassword(dataDir)}@127.0.0.1:${port}/postgres`
