import type { Sql } from '../db/connect.ts'
import type { Hint, Live } from './live.ts'
import { Registry } from './registry.ts'

const CHANNEL = 'live'
/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const PAYLOAD = 7_000
const BATCH_MS = 5

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
    for (const payload of payloads(batch)) await sql.notify(CHANNEL, payload)
  }
  const listening = await sql.listen(
    CHANNEL,
    (payload) => registry.tell((JSON.parse(payload) as [string, string][]).map(([topic, id]) => ({ topic, id }))),
    () => {
      if (linked) registry.wakeAll()
      linked = true
    },
  )

  return {
    publish(hints) {
      if (hints.length === 0) return
      waiting.push(...hints)
      timer ??= setTimeout(() => void send().catch(() => registry.wakeAll()), BATCH_MS)
    },
    watch: (topic) => registry.watch(topic),
    feed: (topic, limit) => registry.feed(topic, limit),
    on: (topic, heard) => registry.on(topic, heard),
    async close() {
      if (timer) clearTimeout(timer)
      if (waiting.length > 0) await send().catch(() => {})
      await listening.unlisten().catch(() => {})
    },
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
