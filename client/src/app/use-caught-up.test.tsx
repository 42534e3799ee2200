import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCaughtUp } from './use-caught-up.ts'

const told = vi.hoisted(() => ({ lost: false, heard: new Set<() => void>() }))
vi.mock('../graph/reach.ts', () => ({
  reach: {
    isLost: () => told.lost,
    subscribe(heard: () => void) {
      told.heard.add(heard)
      return () => told.heard.delete(heard)
    },
  },
}))
const lose = (lost: boolean) =>
  act(() => {
    told.lost = lost
    for (const heard of told.heard) heard()
  })
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** What was missed comes, or cannot be asked for, when the test says so. */
function missed() {
  const asked: { comes: () => void; fails: () => void }[] = []
  const everything = () => new Promise<void>((comes, fails) => asked.push({ comes, fails: () => fails(new Error('cut')) }))
  return { asked, everything }
}
const listen = (everything: () => Promise<void>, party: string | null = 'skr_1') =>
  renderHook((props: { party: string | null }) => useCaughtUp(props.party, everything), { initialProps: { party } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  told.lost = false
  vi.useRealTimers()
})

it('is behind until what was missed has come, glad for six seconds, and up again', async () => {
  const { asked, everything } = missed()
  const { result } = listen(everything)
  expect(result.current).toBe('up')
  lose(true)
  expect([result.current, asked.length]).toEqual(['behind', 0])
  lose(false)
  await later(60_000)
  expect([result.current, asked.length]).toEqual(['behind', 1])
  asked[0]?.comes()
  await later(5_999)
  expect(result.current).toBe('back')
  await later(1)
  expect(result.current).toBe('up')
})

it('asks again when it could not be learnt what was missed', async () => {
  const { asked, everything } = missed()
  const { result } = listen(everything)
  lose(true)
  lose(false)
  asked[0]?.fails()
  await later(3_000)
  expect([result.current, asked.length]).toEqual(['behind', 2])
  asked[1]?.comes()
  await later(0)
  expect(result.current).toBe('back')
})

it('is not glad too early when it is lost again before all had come', async () => {
  const { asked, everything } = missed()
  const { result } = listen(everything)
  lose(true)
  lose(false)
  lose(true)
  asked[0]?.comes()
  await later(10_000)
  expect(result.current).toBe('behind')
})

it('is up for whoever comes next: nobody inherits a loss', async () => {
  const { everything } = missed()
  const { result, rerender } = listen(everything)
  lose(true)
  lose(false)
  rerender({ party: 'emp_1' })
  expect(result.current).toBe('up')
})

it('leaves visitors to what answers: they have nothing to catch up with', async () => {
  const { asked, everything } = missed()
  const { result } = listen(everything, null)
  lose(true)
  lose(false)
  expect([result.current, asked.length]).toEqual(['up', 0])
})
