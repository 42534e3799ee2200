import DataLoader from 'dataloader'
import type { Context } from './context.ts'

/** A batched read: many keys, one SQL statement; one cache per operation, emptied after every write. */
export function loaderOf<Key extends string, Row>(read: (ctx: Context, keys: Key[]) => PromiseLike<Row[]>, keyOf: (row: Row) => Key) {
  return manyOf<Key, Row | null>(async (ctx, keys) => {
    const byKey = new Map((await read(ctx, keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => byKey.get(key) ?? null)
  })
}

/** The same where a key leads to several rows. */
export function groupLoaderOf<Key extends string, Row>(read: (ctx: Context, keys: Key[]) => PromiseLike<Row[]>, keyOf: (row: Row) => Key) {
  return manyOf<Key, Row[]>(async (ctx, keys) => {
    const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]))
    for (const row of await read(ctx, keys)) groups.get(keyOf(row))?.push(row)
    return keys.map((key) => groups.get(key) ?? [])
  })
}

function manyOf<Key extends string, Value>(batch: (ctx: Context, keys: Key[]) => Promise<Value[]>) {
  const load = (ctx: Context): DataLoader<Key, Value> => {
    const known = ctx.memo.get(load) as DataLoader<Key, Value> | undefined
    if (known) return known
    const loader = new DataLoader<Key, Value>((keys) => batch(ctx, [...keys]))
    ctx.memo.set(load, loader)
    return loader
  }
  return load
}
