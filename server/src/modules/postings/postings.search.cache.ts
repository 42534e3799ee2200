import type { Context } from '../../graph/context.ts'
import type { Live } from '../../platform/live/live.ts'
import { TOPICS } from './postings.publish.steps.ts'

/** Totals and facets are kept this long at most; a posting that opens, changes or ends empties the store at once. */
const KEPT_MS = 60_000
const LIMIT = 500

interface Entry {
  at: number
  value: Promise<unknown>
}

/** One store for each process: it hears the same hints as everybody. */
const stores = new WeakMap<Live, Map<string, Entry>>()

function storeOf(live: Live): Map<string, Entry> {
  const known = stores.get(live)
  if (known) return known
  const store = new Map<string, Entry>()
  stores.set(live, store)
  live.on(TOPICS.changed, () => store.clear())
  return store
}

/** The answer to the same question of the same viewer class, asked less than a minute ago: also how long a lost link to the hints may go unnoticed. */
export function remembered<T>(ctx: Context, question: unknown, ask: () => Promise<T>): Promise<T> {
  const store = storeOf(ctx.live)
  const key = JSON.stringify(question)
  const now = ctx.now().getTime()
  const known = store.get(key)
  if (known && now >= known.at && now - known.at < KEPT_MS) return known.value as Promise<T>
  const value = ask()
  store.delete(key)
  store.set(key, { at: now, value })
  value.catch(() => store.get(key)?.value === value && store.delete(key))
  for (const oldest of store.keys()) {
    if (store.size <= LIMIT) break
    store.delete(oldest)
  }
  return value
}
