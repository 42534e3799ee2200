import { expect, it } from 'vitest'
import { payloads } from './postgres-live.ts'
import { Registry } from './registry.ts'

const hint = (topic: string, id = 'x') => [{ topic, id }]

it('wakes those who watch the topic and nobody else', async () => {
  const registry = new Registry()
  const mine = registry.watch('thread:1')
  const other = registry.watch('thread:2')
  let otherWoke = false
  void other.next().then(() => (otherWoke = true))
  registry.tell(hint('thread:1'))
  expect(await mine.next()).toBe(true)
  expect(otherWoke).toBe(false)
})

it('remembers that something happened while nobody was waiting, once however often', async () => {
  const registry = new Registry()
  const watch = registry.watch('party:skr_1')
  for (let i = 0; i < 10_000; i++) registry.tell(hint('party:skr_1'))
  expect(await watch.next()).toBe(true)
  let again = false
  void watch.next().then(() => (again = true))
  await Promise.resolve()
  expect(again).toBe(false)
})

it('closing ends the waiting at once and forgets the listener', async () => {
  const registry = new Registry()
  const watch = registry.watch('party:skr_1')
  const waiting = watch.next()
  watch.close()
  expect(await waiting).toBe(false)
  expect(await watch.next()).toBe(false)
  expect(registry.size).toBe(0)
})

it('gives a feed every id in order', async () => {
  const registry = new Registry()
  const feed = registry.feed('postings')
  for (const id of ['a', 'b', 'c']) registry.tell(hint('postings', id))
  expect(await feed.next()).toEqual({ ids: ['a', 'b', 'c'], missed: false })
  registry.tell(hint('postings', 'd'))
  expect(await feed.next()).toEqual({ ids: ['d'], missed: false })
})

it('lets a feed that nobody reads grow to its limit only, and says that ids were lost', async () => {
  const registry = new Registry()
  const feed = registry.feed('postings', 100)
  for (let i = 0; i < 5_000; i++) registry.tell(hint('postings', String(i)))
  const batch = await feed.next()
  expect(batch?.missed).toBe(true)
  expect(batch?.ids).toHaveLength(100)
  expect(batch?.ids.at(-1)).toBe('4999')
})

it('a reader that stops reading keeps nothing from the others', async () => {
  const registry = new Registry()
  const silent = Array.from({ length: 50 }, () => registry.feed('postings', 10))
  const reader = registry.feed('postings', 10)
  const heard: string[] = []
  for (let i = 0; i < 1_000; i++) {
    registry.tell(hint('postings', String(i)))
    heard.push(...((await reader.next())?.ids ?? []))
  }
  expect(heard).toEqual(Array.from({ length: 1_000 }, (_, i) => String(i)))
  for (const feed of silent) feed.close()
  reader.close()
  expect(registry.size).toBe(0)
})

it('wakes everybody when nobody knows what was missed', async () => {
  const registry = new Registry()
  const watch = registry.watch('thread:1')
  const feed = registry.feed('postings')
  registry.wakeAll()
  expect(await watch.next()).toBe(true)
  expect(await feed.next()).toEqual({ ids: [], missed: true })
})

it('packs hints into messages that PostgreSQL takes', () => {
  const hints = Array.from({ length: 1_000 }, (_, i) => ({
    topic: `thread:thr_${String(i).padStart(32, '0')}`,
    id: `thr_${String(i).padStart(32, '0')}`,
  }))
  const packed = payloads(hints)
  expect(packed.length).toBeGreaterThan(1)
  for (const text of packed) expect(Buffer.byteLength(text)).toBeLessThan(8_000)
  expect(packed.flatMap((text) => (JSON.parse(text) as [string, string][]).map(([topic, id]) => ({ topic, id })))).toEqual(hints)
  expect(payloads([])).toEqual([])
})
