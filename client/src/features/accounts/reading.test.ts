import { describe, expect, it } from 'vitest'
import { minutesLeft, readTo, UNREAD } from './reading.ts'

const box = (scrollTop: number, scrollHeight = 1000, clientHeight = 250) => ({ scrollTop, scrollHeight, clientHeight })

describe('Reading a text in its box', () => {
  it('counts what is in view as read from the first showing', () => {
    expect(readTo(UNREAD, box(0))).toEqual({ percent: 25, done: false })
  })
  it('is not done a line before the end, and done at the end', () => {
    expect(readTo(UNREAD, box(745)).done).toBe(false)
    expect(readTo(UNREAD, box(746))).toEqual({ percent: 100, done: true })
  })
  it('never says 100% before the end', () => {
    expect(readTo(UNREAD, box(9740, 10_000))).toEqual({ percent: 99, done: false })
  })
  it('forgets nothing when one scrolls back', () => {
    const half = readTo(UNREAD, box(250))
    expect(readTo(half, box(0))).toEqual({ percent: 50, done: false })
    const done = readTo(half, box(750))
    expect(readTo(done, box(0))).toBe(done)
  })
  it('is done at once with a text that fits its box', () => {
    expect(readTo(UNREAD, box(0, 250)).done).toBe(true)
  })
  it('does not take a box that is not drawn yet for one that was read', () => {
    expect(readTo(UNREAD, box(0, 0, 0))).toEqual(UNREAD)
  })
})

describe('Minutes left', () => {
  it('are at least one until the text is read, then none', () => {
    expect(minutesLeft(5000, UNREAD)).toBe(10)
    expect(minutesLeft(5000, { percent: 99, done: false })).toBe(1)
    expect(minutesLeft(5000, { percent: 100, done: true })).toBe(0)
  })
})
