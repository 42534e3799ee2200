import type { DraftStore } from './draft-store.ts'

const stores = new Map<string, DraftStore>()
const used = new Set<DraftStore>()

/** The store of a step. One that was left before everything arrived goes on trying, and is taken up again here. */
export function storeOf(key: string, make: () => DraftStore): DraftStore {
  const known = stores.get(key) ?? make()
  stores.set(key, known)
  return known
}

/** A page works with this store, until it calls what this returns: then the last words still go to the server, however long it takes. */
export function keepStore(key: string, store: DraftStore): () => void {
  stores.set(key, store)
  used.add(store)
  return () => {
    used.delete(store)
    const off = store.subscribe(() => putAway())
    const putAway = () => {
      if (!used.has(store) && !store.isSaved()) return
      off()
      if (!used.has(store) && stores.get(key) === store) stores.delete(key)
    }
    void store.flush(true).then(putAway)
  }
}

/** Before somebody signs out: everything that can still arrive does. */
export const flushStores = async (): Promise<void> => void (await Promise.all([...stores.values()].map((store) => store.flush())))

/** Nobody but this account, if any, writes here any more. */
export function endStores(but?: string): void {
  for (const [key, store] of stores) {
    if (but !== undefined && key.startsWith(`${but}:`)) continue
    store.end()
    stores.delete(key)
  }
}
