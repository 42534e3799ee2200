import { del, get, set } from 'idb-keyval'
import type { BrowserCopy, CopyPlace } from './draft-store.ts'

/** One place per account, form and step. */
export function browserCopy(key: string): CopyPlace {
  const name = `madoguchi:draft:${key}`
  return {
    read: () => get<BrowserCopy>(name),
    write: (copy) => set(name, copy),
    clear: () => del(name),
  }
}
