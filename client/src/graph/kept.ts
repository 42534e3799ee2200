import { del, delMany, get, keys, set } from 'idb-keyval'

interface Written<T> {
  /** When. */
  at: number
  value: T
}

/** Days until it goes by itself, because nobody came back for it. */
const KEPT_DAYS = 7
const DAY = 24 * 60 * 60 * 1000
const HEAD = 'madoguchi:'
/** Under its account: whoever else signs in here does not see it. */
const headOf = (account: string): string => `${HEAD}${account}:`

/** Accounts that signed out here: what a page still wants to keep for them is too late. */
const gone = new Set<string>()

const listeners = new Set<() => void>()
const tell = () => listeners.forEach((heard) => heard())
const tabs = new BroadcastChannel(`${HEAD}kept`)
tabs.addEventListener('message', tell)
const changed = () => {
  tell()
  tabs.postMessage(null)
}

/** Something was put down or taken away, here or in another tab. */
export function onKept(heard: () => void): () => void {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

/** A place in this browser for what the server does not have yet. */
export interface KeptPlace<T> {
  read: () => Promise<T | undefined>
  write: (value: T) => Promise<void>
  clear: () => Promise<void>
}

/** `now` is the server's time. */
export function keptPlace<T>(account: string, name: string, now: () => Date): KeptPlace<T> {
  const key = headOf(account) + name
  return {
    read: async () => (await get<Written<T>>(key))?.value,
    write: async (value) => {
      if (gone.has(account)) return
      await set(key, { at: now().getTime(), value } satisfies Written<T>)
      changed()
    },
    clear: async () => {
      await del(key)
      changed()
    },
  }
}

export interface Kept<T> {
  name: string
  at: number
  value: T
}

/** All places of an account whose names begin like this, the oldest first. */
export async function keptBelow<T>(account: string, beginning: string): Promise<Kept<T>[]> {
  const head = headOf(account)
  const names = (await ownKeys(head + beginning)).map((key) => key.slice(head.length))
  const found = await Promise.all(
    names.map(async (name) => {
      const record = await get<Written<T>>(head + name)
      return record ? [{ name, ...record }] : []
    }),
  )
  return found.flat().toSorted((a, b) => a.at - b.at)
}

/** A person is here: their things may be kept again, and what nobody came back for goes. */
export async function welcome(account: string, now: Date): Promise<void> {
  gone.delete(account)
  const old = now.getTime() - KEPT_DAYS * DAY
  const all = await ownKeys(HEAD)
  const records = await Promise.all(all.map(async (key) => ({ key, at: (await get<Partial<Written<unknown>>>(key))?.at ?? 0 })))
  await delMany(records.filter(({ at }) => at < old).map(({ key }) => key))
}

/** Somebody signs out: nothing of theirs stays. */
export async function forgetAccount(account: string): Promise<void> {
  gone.add(account)
  const head = headOf(account)
  for (const key of Object.keys(localStorage)) if (key.startsWith(head)) localStorage.removeItem(key)
  await delMany(await ownKeys(head))
}

const ownKeys = async (beginning: string): Promise<string[]> =>
  (await keys()).filter((key): key is string => typeof key === 'string' && key.startsWith(beginning))
