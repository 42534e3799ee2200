import { expect, it } from 'vitest'
import { Clock, stopwatch } from './clock.ts'

it('goes on from where it was moved to, and back', () => {
  const clock = new Clock()
  const before = clock.now().getTime()
  clock.offset = 86_400_000
  const moved = clock.now().getTime() - before
  expect(moved).toBeGreaterThanOrEqual(86_400_000)
  expect(moved).toBeLessThan(86_400_000 + 5_000)
  clock.offset = 0
  expect(clock.now().getTime() - before).toBeLessThan(5_000)
})

it('says which day it is in Japan', () => {
  const clock = new Clock()
  const setNow = (instant: string) => (clock.offset += new Date(instant).getTime() - clock.now().getTime())
  setNow('2026-03-31T23:59:58+09:00')
  expect(clock.today()).toBe('2026-03-31')
  setNow('2026-04-01T00:00:00+09:00')
  expect(clock.today()).toBe('2026-04-01')
})

it('does not make a stopwatch run', () => {
  const elapsed = stopwatch()
  const clock = new Clock()
  clock.offset = 3_600_000
  expect(elapsed()).toBeLessThan(5_000)
})
