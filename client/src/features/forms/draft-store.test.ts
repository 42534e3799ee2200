import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FormData } from '../../graph/graphql.ts'
import type { BrowserCopy, ServerStep } from './draft-state.ts'
import { type CopyPlace, DraftStore, type SaveAnswer } from './draft-store.ts'

const server: ServerStep = { version: 1, data: {}, savedAt: '2026-11-20T01:24:00Z', savedByName: '森下' }

function place(kept: BrowserCopy[] = []) {
  const box: { own: BrowserCopy | undefined; others: readonly BrowserCopy[] } = { own: undefined, others: kept }
  const copies: CopyPlace = {
    read: () => Promise.resolve(box.others),
    write: (copy) => {
      box.own = copy
      return Promise.resolve()
    },
    clear: () => {
      box.own = undefined
      return Promise.resolve()
    },
    clearRead: () => {
      box.others = []
      return Promise.resolve()
    },
  }
  return { box, copies }
}

/** A wire that is whole, until it is cut. */
function wire() {
  let heal: (wasAway: boolean) => void = () => undefined
  let back = Promise.resolve(false)
  const reach = { isDown: false, whenReachable: () => back }
  return {
    reach,
    cut: () => {
      reach.isDown = true
      back = new Promise((resolve) => {
        heal = resolve
      })
    },
    heal: () => {
      reach.isDown = false
      heal(true)
    },
  }
}
const whole = wire().reach
const signedOut = new CombinedGraphQLErrors({ errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] })

/** A server that answers when told to. */
function slowServer() {
  const calls: { data: FormData; version: number; answer: (answer: SaveAnswer) => void; fail: (error?: unknown) => void }[] = []
  const save = (data: FormData, version: number) =>
    new Promise<SaveAnswer>((resolve, reject) =>
      calls.push({ data, version, answer: resolve, fail: (error = new TypeError('no connection')) => reject(error) }),
    )
  return { calls, save }
}
const saved = (version: number): SaveAnswer => ({ kind: 'saved', version, savedAt: '2026-11-20T01:25:00Z' })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the store of a step', () => {
  it('saves two seconds after the last key, not before', async () => {
    const { calls, save } = slowServer()
    const store = new DraftStore(server, save, place().copies, whole)
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
    const store = new DraftStore(server, save, place().copies, whole)
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
    const store = new DraftStore(server, save, copies, whole)
    store.type('title', '経理')
    expect(box.own?.mine).toEqual({ title: '経理' })
    const done = store.flush()
    calls[0]?.answer(saved(2))
    await done
    expect(box.own).toBeUndefined()
  })

  it('tries again by itself when the connection was gone', async () => {
    const { calls, save } = slowServer()
    const { box, copies } = place()
    const { reach, cut, heal } = wire()
    const store = new DraftStore(server, save, copies, reach)
    store.type('title', '経理')
    const done = store.flush()
    cut()
    calls[0]?.fail()
    await done
    expect(store.get().trouble).toBe('unreachable')
    expect(box.own).toMatchObject({ mine: { title: '経理' }, unsure: [{ title: '経理' }] })
    store.type('title', '経理と総務')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(calls).toHaveLength(1)
    heal()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(calls[1]?.data).toEqual({ title: '経理と総務' })
    calls[1]?.answer(saved(2))
    await vi.advanceTimersByTimeAsync(0)
    expect(store.get().trouble).toBe('none')
    expect(box.own).toBeUndefined()
  })

  it('asks a server that is there and does not answer more and more rarely', async () => {
    const { calls, save } = slowServer()
    const store = new DraftStore(server, save, place().copies, whole)
    store.type('title', '経理')
    void store.flush()
    for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      const before = calls.length
      calls.at(-1)?.fail()
      await vi.advanceTimersByTimeAsync(pause - 1)
      expect(calls).toHaveLength(before)
      await vi.advanceTimersByTimeAsync(1)
      expect(calls).toHaveLength(before + 1)
    }
  })

  it('does not ask again before the person has signed in again, and then at once', async () => {
    const { calls, save } = slowServer()
    const { box, copies } = place()
    const store = new DraftStore(server, save, copies, whole)
    store.type('title', '経理')
    void store.flush()
    calls[0]?.fail(signedOut)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(calls).toHaveLength(1)
    expect(store.get().trouble).toBe('signedOut')
    expect(box.own?.mine).toEqual({ title: '経理' })
    void store.restore()
    await vi.advanceTimersByTimeAsync(0)
    expect(calls).toHaveLength(2)
  })

  it('writes not a word more after somebody signed out', async () => {
    const { calls, save } = slowServer()
    const { box, copies } = place()
    const store = new DraftStore(server, save, copies, whole)
    store.type('title', '経理')
    box.own = undefined
    store.end()
    store.type('title', '経理と総務')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(calls).toHaveLength(0)
    expect(box.own).toBeUndefined()
  })

  it('stops at a choice when another person wrote at the same field, and saves only what was chosen', async () => {
    const { calls, save } = slowServer()
    const store = new DraftStore(server, save, place().copies, whole)
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
    const store = new DraftStore(server, save, place().copies, whole)
    store.type('title', '経理')
    void store.flush()
    calls[0]?.answer({ kind: 'moved', theirs: { ...server, version: 5 } })
    await vi.advanceTimersByTimeAsync(0)
    expect(calls[1]).toMatchObject({ data: { title: '経理' }, version: 5 })
  })

  it('brings back a copy of an earlier visit and saves it', async () => {
    const { calls, save } = slowServer()
    const { box, copies } = place([{ base: { version: 1, data: {} }, mine: { title: '経理' }, unsure: [] }])
    const store = new DraftStore(server, save, copies, whole)
    await store.restore()
    expect(store.get().mine).toEqual({ title: '経理' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(calls).toHaveLength(1)
    expect(box.others).toEqual([])
    expect(box.own?.mine).toEqual({ title: '経理' })
  })

  it('leaves the copies of two tabs where they lie until somebody has chosen', async () => {
    const { calls, save } = slowServer()
    const base = { version: 1, data: {} }
    const { box, copies } = place([
      { base, mine: { title: '経理' }, unsure: [] },
      { base, mine: { title: '会計' }, unsure: [] },
    ])
    const store = new DraftStore(server, save, copies, whole)
    await store.restore()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveLength(0)
    expect(box.others).toHaveLength(2)
    store.choose({ title: 'theirs' })
    expect(calls[0]).toMatchObject({ data: { title: '会計' }, version: 1 })
    await vi.advanceTimersByTimeAsync(0)
    expect(box.others).toEqual([])
  })
})
