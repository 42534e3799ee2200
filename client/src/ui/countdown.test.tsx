import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Countdown, countdownLevel } from './countdown.tsx'
import { UiProvider } from './ui-provider.tsx'

const START = Date.parse('2026-11-20T10:24:00+09:00')
let clock = START

beforeEach(() => {
  clock = START
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const shown = (props: Parameters<typeof Countdown>[0]) => {
  const { container } = render(
    <UiProvider readClock={() => clock}>
      <Countdown {...props} />
    </UiProvider>,
  )
  return {
    text: () => container.querySelector('.due > span')?.textContent,
    look: () => container.querySelector('.due')?.className,
    said: () => screen.getByRole('status').textContent,
  }
}
const pass = (ms: number) =>
  act(() => {
    clock += ms
    vi.advanceTimersByTime(ms)
  })
const HOUR = 3_600_000

describe('levels', () => {
  const at = (time: string) => new Date(`2026-11-${time}+09:00`)

  it('turns orange when three days of the calendar are left', () => {
    expect(countdownLevel('2026-11-23', at('19T23:59:59'))).toBe('quiet')
    expect(countdownLevel('2026-11-23', at('20T00:00:00'))).toBe('soon')
  })

  it('turns red under 24 hours only where the person loses something', () => {
    const until = '2026-11-21T17:00:00+09:00'
    expect(countdownLevel(until, at('20T17:00:00'), { loses: true })).toBe('soon')
    expect(countdownLevel(until, at('20T17:00:01'), { loses: true })).toBe('now')
    expect(countdownLevel(until, at('20T17:00:01'))).toBe('soon')
  })

  it('ends with the instant itself, as closed or as somebody’s debt', () => {
    const until = '2026-11-20T17:00:00+09:00'
    expect(countdownLevel(until, at('20T16:59:59'))).toBe('soon')
    expect(countdownLevel(until, at('20T17:00:00'))).toBe('closed')
    expect(countdownLevel(until, at('20T17:00:00'), { owed: true })).toBe('over')
  })
})

describe('words', () => {
  it('says how long and until when', () => {
    expect(shown({ until: '2026-12-31' }).text()).toBe('あと 41日')
    cleanup()
    expect(shown({ until: '2026-12-31', compact: true }).text()).toBe('12月31日')
    cleanup()
    expect(shown({ until: '2026-12-04', compact: true }).text()).toBe('あと 14日')
    cleanup()
    expect(shown({ until: '2026-11-23', label: '応募の期限' }).text()).toBe('応募の期限 あと 3日(11月23日)')
    cleanup()
    expect(shown({ until: '2026-11-20T17:00:00+09:00', loses: true }).text()).toBe('あと 6時間36分(今日 17:00 まで)')
    cleanup()
    expect(shown({ until: '2026-11-18T10:00:00+09:00', owed: true }).text()).toBe('約束を 2日 過ぎています')
    cleanup()
    expect(shown({ until: '2026-10-30' }).text()).toBe('10月30日に終わりました')
  })
})

describe('counting', () => {
  it('goes by minutes, under an hour by seconds', () => {
    const one = shown({ until: '2026-11-20T11:25:00+09:00', loses: true })
    expect(one.text()).toContain('1時間1分')
    pass(60_000)
    expect(one.text()).toContain('1時間(')
    pass(1000)
    expect(one.text()).toContain('59分59秒')
    pass(1000)
    expect(one.text()).toContain('59分58秒')
  })

  it('is announced only when its level changes', () => {
    const one = shown({ until: '2026-11-21T11:24:00+09:00', loses: true })
    expect(one.look()).toContain('due-soon')
    for (let i = 0; i < 30; i++) pass(60_000)
    expect(one.said()).toBe('')
    for (let i = 0; i < 31; i++) pass(60_000)
    expect(one.look()).toContain('due-now')
    expect(one.said()).toContain('あと 23時間59分')
    pass(60_000)
    expect(one.text()).toContain('23時間58分')
    expect(one.said()).toContain('23時間59分')
  })

  it('goes by the server’s clock when the browser’s is wrong', () => {
    const { container } = render(
      <UiProvider readClock={() => clock - 5 * HOUR} clockOffsetMs={5 * HOUR}>
        <Countdown until="2026-11-20T17:00:00+09:00" loses />
      </UiProvider>,
    )
    expect(container.textContent).toContain('6時間36分')
  })
})
