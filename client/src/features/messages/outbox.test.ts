import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Outbox, type OutboxShelf, type SendAnswer } from './outbox.ts'
import type { Outgoing } from './timeline.ts'

const NOW = Date.parse('2026-11-18T04:00:00Z')
const HOUR = 60 * 60 * 1000
const message = (key: string, more: Partial<Outgoing> = {}): Outgoing => ({
  key,
  threadId: 'thr_1',
  body: `words of ${key}`,
  files: [],
  after: 2,
  at: NOW,
  state: 'sending',
  message: null,
  ...more,
})

function shelf(kept: Outgoing[] = []) {
  const all = new Map(kept.map((one) => [one.key, one]))
  const place: OutboxShelf = {
    read: () => Promise.resolve([...all.values()]),
    write: (one) => Promise.resolve(void all.set(one.key, one)),
    clear: (key) => Promise.resolve(void all.delete(key)),
  }
  return { all, place }
}

/** A server that answers when told to, and remembers under which keys it was asked. */
function slowServer() {
  const tries: string[] = []
  let answerIt: (answer: SendAnswer) => void = () => undefined
  const send = ({ key }: Outgoing) => {
    tries.push(key)
    return new Promise<SendAnswer>((resolve) => {
      answerIt = resolve
    })
  }
  const answer = async (kind: SendAnswer) => {
    answerIt(kind)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { tries, send, answer }
}
const whole = { isDown: false, whenReachable: () => Promise.resolve(false) }
const open = (
  server: ReturnType<typeof slowServer>,
  place: OutboxShelf,
  reach: { isDown: boolean; whenReachable: () => Promise<boolean> } = whole,
) => new Outbox(place, server.send, reach, () => new Date(NOW))
const stateOf = (outbox: Outbox) => outbox.get().map(({ key, state }) => `${key} ${state}`)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the outbox', () => {
  it('keeps a message in the browser until the server has it', async () => {
    const server = slowServer()
    const { all, place } = shelf()
    const outbox = open(server, place)
    await outbox.add(message('a'))
    expect([...all.keys()]).toEqual(['a'])
    await server.answer({ kind: 'sent' })
    expect(outbox.get()).toEqual([])
    expect(all.size).toBe(0)
  })

  it('sends one after the other: a later one never overtakes', async () => {
    const server = slowServer()
    const outbox = open(server, shelf().place)
    void outbox.add(message('a'))
    void outbox.add(message('b'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(server.tries).toEqual(['a'])
    await server.answer({ kind: 'sent' })
    expect(server.tries).toEqual(['a', 'b'])
  })

  it('lets another thread go its own way', async () => {
    const server = slowServer()
    const outbox = open(server, shelf().place)
    void outbox.add(message('a'))
    void outbox.add(message('b', { threadId: 'thr_2' }))
    expect(server.tries).toEqual(['a', 'b'])
  })

  it('tries again by itself under the same key when an answer was lost', async () => {
    const server = slowServer()
    const outbox = open(server, shelf().place)
    void outbox.add(message('a'))
    await server.answer({ kind: 'failed' })
    expect(stateOf(outbox)).toEqual(['a waiting'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.tries).toEqual(['a', 'a'])
    expect(stateOf(outbox)).toEqual(['a sending'])
  })

  it('tries nothing while the server is out of reach, and a second after it is back', async () => {
    let heal: (wasAway: boolean) => void = () => undefined
    const reach = {
      isDown: true,
      whenReachable: () => new Promise<boolean>((resolve) => (heal = resolve)),
    }
    const server = slowServer()
    const outbox = open(server, shelf().place, reach)
    void outbox.add(message('a'))
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(server.tries).toEqual([])
    expect(stateOf(outbox)).toEqual(['a waiting'])
    reach.isDown = false
    heal(true)
    await vi.advanceTimersByTimeAsync(999)
    expect(server.tries).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(server.tries).toEqual(['a'])
  })

  it('sends after a closed page what that page could not, under the same key', async () => {
    const server = slowServer()
    const outbox = open(server, shelf([message('a', { at: NOW - 24 * HOUR })]).place)
    await outbox.begin()
    expect(server.tries).toEqual(['a'])
  })

  it('asks its writer when a message is older than a day, and sends it when told to', async () => {
    const server = slowServer()
    const outbox = open(server, shelf([message('a', { at: NOW - 24 * HOUR - 1 })]).place)
    await outbox.begin()
    expect(server.tries).toEqual([])
    expect(stateOf(outbox)).toEqual(['a old'])
    outbox.again('a')
    expect(server.tries).toEqual(['a'])
  })

  it('keeps a refused message with the reason, and goes on with the next', async () => {
    const server = slowServer()
    const { all, place } = shelf()
    const outbox = open(server, place)
    void outbox.add(message('a'))
    void outbox.add(message('b'))
    await server.answer({ kind: 'refused', message: 'このやりとりは終わりました。' })
    expect(stateOf(outbox)).toEqual(['a refused', 'b sending'])
    expect(all.get('a')?.message).toBe('このやりとりは終わりました。')
    expect(server.tries).toEqual(['a', 'b'])
  })

  it('stops when the session has ended, and goes on when its person is back', async () => {
    const server = slowServer()
    const outbox = open(server, shelf().place)
    void outbox.add(message('a'))
    await server.answer({ kind: 'signedOut' })
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(server.tries).toEqual(['a'])
    await outbox.begin()
    expect(server.tries).toEqual(['a', 'a'])
  })

  it('does not send what its writer took back meanwhile', async () => {
    const server = slowServer()
    const { all, place } = shelf()
    const outbox = open(server, place)
    void outbox.add(message('a'))
    await server.answer({ kind: 'failed' })
    outbox.drop('a')
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(server.tries).toEqual(['a'])
    expect(all.size).toBe(0)
  })

  it('is silent after its person signed out', async () => {
    const server = slowServer()
    const { all, place } = shelf()
    const outbox = open(server, place)
    void outbox.add(message('a'))
    all.clear()
    outbox.end()
    await server.answer({ kind: 'failed' })
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(server.tries).toEqual(['a'])
    expect(all.size).toBe(0)
  })
})
