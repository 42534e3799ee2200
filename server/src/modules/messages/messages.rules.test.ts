import { describe, expect, it } from 'vitest'
import { addDays, startOfDay } from '../../kernel/calendar.ts'
import { POLICY } from '../../policy.ts'
import { erasedBefore, eraseOn, isClosed, isErased, messagesOpenUntil } from './messages.rules.ts'

const at = (instant: string) => new Date(`${instant}+09:00`)

describe('the end of messages (R12)', () => {
  it.each([
    ['a result', '2026-04-01', null, '2026-04-09T00:00:00', 'RESULT'],
    ['an end of the posting, over the turn of the year', null, '2026-11-30', '2027-03-01T00:00:00', 'POSTING_ENDED'],
    ['both, the result first', '2026-04-01', '2026-04-20', '2026-04-09T00:00:00', 'RESULT'],
    ['both, the tail first', '2026-07-30', '2026-04-20', '2026-08-01T00:00:00', 'POSTING_ENDED'],
    ['both on the same instant', '2026-07-24', '2026-04-20', '2026-08-01T00:00:00', 'RESULT'],
  ] as const)('follows %s', (_, resultOn, postingInvalidOn, until, reason) => {
    expect(messagesOpenUntil({ resultOn, postingInvalidOn }, POLICY)).toEqual({ until: at(until), reason })
  })

  it('is not known while nothing has ended', () => {
    expect(messagesOpenUntil({ resultOn: null, postingInvalidOn: null }, POLICY)).toBeNull()
  })

  it('holds from the instant itself', () => {
    const thread = { status: 'OPEN' as const, messagesOpenUntil: at('2026-04-09T00:00:00') }
    expect(isClosed(thread, at('2026-04-08T23:59:59.999'))).toBe(false)
    expect(isClosed(thread, at('2026-04-09T00:00:00'))).toBe(true)
  })
})

describe('the erasure of messages (R16)', () => {
  it.each([
    ['2026-04-01', '2027-04-01'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('of what was sent on %s is at the end of %s', (sent, last) => {
    const message = { sentAt: at(`${sent}T23:59:59`), erasedAt: null }
    expect(eraseOn(message.sentAt, POLICY)).toBe(last)
    expect(isErased(message, at(`${last}T23:59:59.999`), POLICY)).toBe(false)
    expect(isErased(message, startOfDay(addDays(last, 1)), POLICY)).toBe(true)
  })

  it('is found by the sweep on exactly the days on which readers already miss it', () => {
    for (let day = '2023-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      const now = startOfDay(day)
      const limit = erasedBefore(now, POLICY)
      for (const sentAt of [new Date(limit.getTime() - 1), limit])
        expect([day, isErased({ sentAt, erasedAt: null }, now, POLICY)]).toEqual([day, sentAt < limit])
    }
  })
})
