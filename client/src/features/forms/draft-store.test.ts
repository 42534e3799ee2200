import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FormData } from '../../graph/graphql.ts'
import type { ServerStep } from './draft-state.ts'
import { type BrowserCopy, type CopyPlace, DraftStore, type SaveAnswer } from './draft-store.ts'

const server: ServerStep = { version: 1, data: {}, savedAt: '2026-11-20T01:24:00Z', savedByName: '森下' }

function place(kept?: BrowserCopy) {
  const box: { copy: BrowserCopy | undefined } = { copy: kept }
  const copies: CopyPlace = {
    read: () => Promise.resolve(box.copy),
    write: (copy) => {
      box.copy = copy
      return Promise.resolve()
    },
    clear: () => {
      box.copy = undefined
      return Promise.resolve()
    },
  }
  return { box, copies }
}

/** A server that answers when told to. */
function slowServer() {
  const calls: { data: FormData; version: number; answer: (answer: SaveAnswer) => void; fail: () => void }[] = []
  const save = (data: FormData, version: number) =>
    new Promise<SaveAnswer>((resolve, reject) =>
      calls.push({ data, version, answer: resolve, fail: () => reject(new Error('no connection')) }),
    )
  return { calls, save }
}
const saved = (version: number): SaveAnswer => ({ kind: 'saved', version, savedAt: '2026-11-20T01:25:00Z' })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the store of a step', () => {
  it('saves two seconds after the last key, not before', async () => {
    const { calls, save } = slowServer()
    const store = new DraftStore(server, save, place().copies)
    store.type('title', '経')
    await vi.advanceTimersByTimeAsync(1_500)
    store.type('title', '経理')
    await vi.advanceTimersByTimeAsync(1_999)
    expect(calls).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls.map((call) => call.data)).toEqual([{ title: '経理' }])
  })

  it('never has two saves under way and builds each on the version of the one before', async () => {
    const { calls, save } = slowServer()
    const store = new DraftStore(server, save, place().copies)
    store.type('title', '経')
    const first = store.flush()
    store.type('title', '経理')
    const second = store.flush()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(calls).toHaveLength(1)
    calls[0]?.answer(saved(2))
    await vi.advanceTimersByTimeAsync(0)
    expect(calls.map((call) => [call.data['title'], call.version])).toEqual([
      ['経', 1],
      ['経理', 2],
    ])
    calls[1]?.answer(saved(3))
    await Promise.all([first, second])
    expect(store.get().base).toEqual({ version: 3, data: { title: '経理' } })
  })

  it('keeps the words in the browser until the server has them', async () => {
    const { calls, save } = slowServer()
    const { box, copies } = place()
    const store = new DraftStore(server, save, copies)
    store.type('title', '経理')
    expect(box.copy?.mine).toEqual({ title: '経理' })
    const done = store.flush()
    calls[0]?.answer(saved(2))
    await done
    expect(box.copy).toBeUndefined()
  })

  it('tries again by itself when the connection was gone', async () => {
    const { calls, save } = slowServer()
    const { box, copies } = place()
    const store = new DraftStore(server, save, copies)
    store.type('title', '経理')
    const done = store.flush()
    calls[0]?.fail()
    await done
    expect(store.get().trouble).toBe('unreachable')
    expect(box.copy?.mine).toEqual({ title: '経理' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(calls).toHaveLength(2)
    calls[1]?.answer(saved(2))
    await vi.advanceTimersByTimeAsync(0)
    expect(store.get().trouble).toBe('none')
  })

  it('stops at a choice when another person wrote at the same field, and saves only what was chosen', async () => {
    const { calls, save } = slowServer()
    const store = new DraftStore(server, save, place().copies)
    store.type('title', '経理')
    const done = store.flush()
    calls[0]?.answer({ kind: 'moved', theirs: { ...server, version: 7, data: { title: '会計' } } })
    await done
    await vi.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveLength(1)
    store.choose({ title: 'mine' })
    expect(calls[1]).toMatchObject({ data: { title: '経理' }, version: 7 })
  })

  it('sends words again at once when only another step had moved the version', async () => {
    const { calls, save } = slowServer()
    const store = new DraftStore(server, save, place().copies)
    store.type('title', '経理')
    void store.flush()
    calls[0]?.answer({ kind: 'moved', theirs: { ...server, version: 5 } })
    await vi.advanceTimersByTimeAsync(0)
    expect(calls[1]).toMatchObject({ data: { title: '経理' }, version: 5 })
  })

  it('brings back a copy of an earlier visit and saves it', async () => {
    const { calls, save } = slowServer()
    const { copies } = place({ base: { version: 1, data: {} }, mine: { title: '経理' } })
    const store = new DraftStore(server, save, copies)
    await store.restore()
    expect(store.get().mine).toEqual({ title: '経理' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(calls).toHaveLength(1)
  })
})
