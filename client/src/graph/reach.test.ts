import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Reach } from './reach.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that is there, is not there, or does not say a word. */
function server(first: 'there' | 'gone' | 'silent') {
  const now = { is: first, asked: 0 }
  const reach = new Reach((signal) => {
    now.asked += 1
    if (now.is === 'there') return Promise.resolve(true)
    if (now.is === 'gone') return Promise.reject(new TypeError('refused'))
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
  })
  return { now, reach }
}

describe('whether the server can be reached', () => {
  it('is not told lost when a doubt finds somebody', async () => {
    const { reach } = server('there')
    reach.doubt()
    await expect(reach.whenReachable()).resolves.toBe(false)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(reach.isLost()).toBe(false)
  })

  it('is told lost five seconds after the first sign, not before, and found as soon as somebody answers', async () => {
    const { now, reach } = server('gone')
    const heard = vi.fn<() => void>()
    reach.subscribe(heard)
    reach.doubt()
    await vi.advanceTimersByTimeAsync(4_999)
    expect([reach.isDown, reach.isLost()]).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(1)
    expect(reach.isLost()).toBe(true)
    now.is = 'there'
    await vi.advanceTimersByTimeAsync(1_500)
    expect([reach.isDown, reach.isLost()]).toEqual([false, false])
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it('is found out on a wire that is dead without a word, by an answer that does not come', async () => {
    const { reach } = server('silent')
    void reach.watch(new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(5_999)
    expect(reach.isDown).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect([reach.isDown, reach.isLost()]).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(1)
    expect(reach.isLost()).toBe(true)
  })

  it('is not doubted by work that ends in time', async () => {
    const { now, reach } = server('gone')
    await reach.watch(Promise.resolve())
    await vi.advanceTimersByTimeAsync(10_000)
    expect(now.asked).toBe(0)
  })

  it('says who waited that the server was away', async () => {
    const { now, reach } = server('gone')
    reach.doubt()
    const back = reach.whenReachable()
    await vi.advanceTimersByTimeAsync(60_000)
    now.is = 'there'
    await vi.advanceTimersByTimeAsync(1_500)
    await expect(back).resolves.toBe(true)
  })

  it('tells at once those who wait for an answer that will not come', async () => {
    const { reach } = server('gone')
    const given = vi.fn<() => void>()
    const off = reach.onDown(given)
    reach.doubt()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(given).toHaveBeenCalledTimes(1)
    off()
  })

  it('looks at once when the device has a network again', async () => {
    const { now, reach } = server('gone')
    reach.doubt()
    await vi.advanceTimersByTimeAsync(100)
    now.is = 'there'
    reach.hurry()
    await vi.advanceTimersByTimeAsync(0)
    expect(reach.isDown).toBe(false)
  })

  it('looks once, however many doubt', async () => {
    const { now, reach } = server('silent')
    for (let doubts = 0; doubts < 10; doubts += 1) reach.doubt()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(now.asked).toBe(1)
  })
})
