import type { Sql } from '../db/connect.ts'
import type { Hint, Live } from './live.ts'
import { Registry } from './registry.ts'

const CHANNEL = 'live'
/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const PAYLOAD = 7_000
const BATCH_MS = 5
/** What could not be sent is tried again. */
const AGAIN_MS = 500
const PEERS_MS = 2_000
/** A process has come; its id is the one of its listening connection. */
const PEERS = 'peers'

/** Live over LISTEN/NOTIFY: one process or many, one code path. Own hints arrive the same way as others'. */
export async function postgresLive(sql: Sql): Promise<Live> {
  const registry = new Registry()
  let linked = false
  let waiting: Hint[] = []
  let timer: NodeJS.Timeout | null = null

  const send = async () => {
    timer = null
    const batch = waiting
    waiting = []
    try {
      for (const payload of payloads(batch)) await sql.notify(CHANNEL, payload)
    } catch {
      waiting = [...batch, ...waiting]
      timer ??= setTimeout(() => void send(), AGAIN_MS)
    }
  }
  const listening = await sql.listen(
    CHANNEL,
    (payload) => registry.tell((JSON.parse(payload) as [string, string][]).map(([topic, id]) => ({ topic, id }))),
    () => {
      if (linked) registry.wakeAll()
      linked = true
    },
  )
  const unwatch = watchPeers(sql, registry)
  await sql.notify(CHANNEL, JSON.stringify([[PEERS, String(listening.state.pid)]])).catch(() => {})

  return {
    publish(hints) {
      if (hints.length === 0) return
      registry.tell(hints.filter(({ topic }) => topic === 'control'))
      waiting.push(...hints)
      timer ??= setTimeout(() => void send(), BATCH_MS)
    },
    watch: (topic) => registry.watch(topic),
    feed: (topic, limit) => registry.feed(topic, limit),
    on: (topic, heard) => registry.on(topic, heard),
    async close() {
      unwatch()
      if (timer) clearTimeout(timer)
      if (waiting.length > 0) await send()
      if (timer) clearTimeout(timer)
      await listening.unlisten().catch(() => {})
    },
  }
}

/**
 * A process that was killed may have died between a COMMIT and its hint: when one is gone, all look again.
 * Each says when it comes, so that its end is noticed however short its life was.
 */
function watchPeers(sql: Sql, registry: Registry): () => void {
  const known = new Set<number>()
  const look = async () => {
    const before = [...known]
    const rows = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and query = ${`listen "${CHANNEL}"`}`
    const present = new Set(rows.map(({ pid }) => pid))
    const gone = before.filter((pid) => !present.has(pid))
    for (const pid of gone) known.delete(pid)
    for (const pid of present) known.add(pid)
    if (gone.length > 0) registry.wakeAll()
  }
  const lookNow = () => void look().catch(() => {})
  const off = registry.on(PEERS, (pid) => void (pid !== '' && known.add(Number(pid))))
  const timer = setInterval(lookNow, PEERS_MS)
  timer.unref()
  lookNow()
  return () => {
    off()
    clearInterval(timer)
  }
}

export function payloads(hints: readonly Hint[]): string[] {
  const out: string[] = []
  let parts: string[] = []
  let bytes = 2
  for (const { topic, id } of hints) {
    const part = JSON.stringify([topic, id])
    if (bytes + part.length + 1 > PAYLOAD && parts.length > 0) {
      out.push(`[${parts.join(',')}]`)
      parts = []
      bytes = 2
    }
    parts.push(part)
    bytes += part.length + 1
  }
  if (parts.length > 0) out.push(`[${parts.join(',')}]`)
  return out
}
