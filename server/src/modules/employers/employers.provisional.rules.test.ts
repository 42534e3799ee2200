import { describe, expect, it } from 'vitest'
import { endOfDay, startOfDay } from '../../kernel/calendar.ts'
import { POLICY } from '../../policy.ts'
import { erasedOnAfterDecision, erasedOnOf, hasLapsed, refuseRecall } from './employers.provisional.rules.ts'

const NONE = new Set<string>()

describe('the last day of a provisional account (R7)', () => {
  const golden = [
    ['2026-03-17', '2026-03-31'],
    ['2026-12-17', '2026-12-28'],
    ['2026-12-18', '2026-12-28'],
    ['2026-09-08', '2026-09-18'],
    ['2026-09-10', '2026-09-24'],
  ] as const
  it.each(golden)('made on %s is %s, in the first and in the last moment of the day', (made, last) => {
    expect(erasedOnOf(startOfDay(made), NONE, POLICY)).toBe(last)
    expect(erasedOnOf(new Date(endOfDay(made).getTime() - 1), NONE, POLICY)).toBe(last)
  })

  it.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('is the same on a machine in %s', (zone) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    for (const [made, last] of golden) expect(erasedOnOf(startOfDay(made), NONE, POLICY)).toBe(last)
    process.env['TZ'] = before
  })

  it('moves back before the deployment’s own closed days', () => {
    expect(erasedOnOf(startOfDay('2026-03-17'), new Set(['2026-03-31', '2026-03-30']), POLICY)).toBe('2026-03-27')
  })
})

describe('a provisional account', () => {
  const account = { status: 'PROVISIONAL', erasedOn: '2026-03-31', waitingSince: null } as const
  const last = endOfDay('2026-03-31')
  it('lives to 24:00 of its last day and not a moment longer, unless a submission waits', () => {
    expect(hasLapsed(account, new Date(last.getTime() - 1))).toBe(false)
    expect(hasLapsed(account, last)).toBe(true)
    expect(hasLapsed({ ...account, waitingSince: startOfDay('2026-03-20') }, last)).toBe(false)
    expect(hasLapsed({ ...account, status: 'OPEN' }, last)).toBe(false)
  })

  it('has three open days after a return, or what it had if that is more', () => {
    expect(erasedOnAfterDecision('2026-03-31', startOfDay('2026-03-20'), NONE, POLICY)).toBe('2026-03-31')
    expect(erasedOnAfterDecision('2026-03-31', startOfDay('2026-03-31'), NONE, POLICY)).toBe('2026-04-03')
    expect(erasedOnAfterDecision('2026-12-28', startOfDay('2026-12-28'), NONE, POLICY)).toBe('2027-01-06')
  })

  it('is not taken back into its own end', () => {
    const waiting = { ...account, waitingSince: startOfDay('2026-03-20') }
    expect(refuseRecall(waiting, new Date(last.getTime() - 1))).toBeNull()
    expect(refuseRecall(waiting, last)).toBe('ESTABLISHMENT_RECALL_TOO_LATE')
  })
})
