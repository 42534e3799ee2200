import { describe, expect, it } from 'vitest'
import { POLICY } from '../../policy.ts'
import {
  answerUntil,
  APPLICATION_STATUSES,
  cancellableUntil,
  isOverdue,
  refuseApply,
  refuseCancel,
  refuseResult,
  stepsOf,
} from './applications.rules.ts'

const at = (instant: string) => new Date(`${instant}+09:00`)
const appliedAt = at('2026-04-01T09:00:00')

describe('taking back (R11)', () => {
  const until = cancellableUntil(appliedAt, POLICY)
  it.each([
    ['APPLIED', 'SELF', 0, null],
    ['APPLIED', 'ONLINE_REFERRAL', 0, null],
    ['APPLIED', 'SELF', 1, 'CANCEL_WINDOW_CLOSED'],
    ['APPLIED', 'COUNTER_REFERRAL', 0, 'CANCEL_NOT_ONLINE'],
    ...APPLICATION_STATUSES.filter((status) => status !== 'APPLIED').map((status) => [status, 'SELF', 0, 'APPLICATION_CLOSED'] as const),
  ] as const)('%s by %s, %i ms after 24 hours: %s', (status, channel, later, answer) => {
    expect(refuseCancel({ status, channel, cancellableUntil: until }, new Date(until.getTime() + later))).toBe(answer)
  })
})

describe('applying', () => {
  const open = { accepted: true, offered: false, open: true, paused: false, scope: '1', selfApplication: true, employerOpen: true }
  it.each([
    [{}, true, false, null],
    [{ scope: '2' }, true, false, null],
    [{ scope: '3' }, true, false, 'POSTING_COUNTER_ONLY'],
    [{ selfApplication: false }, true, false, 'POSTING_COUNTER_ONLY'],
    [{ paused: true }, true, false, 'POSTING_PAUSED'],
    [{ open: false }, true, false, 'POSTING_NOT_OPEN'],
    [{ open: false, accepted: false }, true, false, 'NOT_FOUND'],
    [{ open: false }, true, true, 'POSTING_NOT_OPEN'],
    [{ scope: '4' }, true, false, 'NOT_FOUND'],
    [{ scope: '4' }, true, true, 'POSTING_COUNTER_ONLY'],
    [{ scope: '4', offered: true }, true, false, 'POSTING_COUNTER_ONLY'],
    [{ employerOpen: true }, true, false, null],
    [{ employerOpen: false }, true, false, 'EMPLOYER_NOT_OPEN'],
    [{ employerOpen: false, open: false }, true, false, 'POSTING_NOT_OPEN'],
    [{}, false, false, 'SEEKER_NOT_VALID'],
    [{}, true, true, 'ALREADY_APPLIED'],
  ] as const)('%o, valid %s, applied before %s: %s', (posting, valid, running, answer) => {
    expect(refuseApply({ ...open, ...posting }, { valid }, running)).toBe(answer)
  })
})

describe('recording a result (R13)', () => {
  const facts = (now: string, postingInvalidOn: string | null = null) => ({ now: at(now), postingInvalidOn, policy: POLICY })
  const running = { status: 'APPLIED' as const, resultAt: null }
  it('is the employer’s until the end of the third month, the office’s always', () => {
    expect(refuseResult(running, 'HIRED', 'EMPLOYER', facts('2026-07-31T23:59:59', '2026-04-10'))).toBeNull()
    expect(refuseResult(running, 'HIRED', 'EMPLOYER', facts('2026-08-01T00:00:00', '2026-04-10'))).toBe('RESULT_TOO_LATE')
    expect(refuseResult(running, 'HIRED', 'STAFF', facts('2027-08-01T00:00:00', '2026-04-10'))).toBeNull()
    expect(refuseResult({ status: 'LAPSED', resultAt: null }, 'HIRED', 'EMPLOYER', facts('2026-08-01T00:00:00', '2026-04-10'))).toBe(
      'RESULT_TOO_LATE',
    )
  })

  it('is not for applications that were taken back, and not twice the same', () => {
    expect(refuseResult({ status: 'CANCELLED', resultAt: null }, 'HIRED', 'EMPLOYER', facts('2026-04-02T00:00:00'))).toBe(
      'APPLICATION_CLOSED',
    )
    expect(refuseResult({ status: 'HIRED', resultAt: appliedAt }, 'HIRED', 'STAFF', facts('2026-04-02T00:00:00'))).toBe(
      'APPLICATION_CLOSED',
    )
  })
})

describe('the promise of an answer (R31)', () => {
  it('is kept until the end of its day', () => {
    const promised = { status: 'APPLIED' as const, answerUntil: answerUntil(appliedAt, 7) }
    expect(promised.answerUntil).toBe('2026-04-08')
    expect(isOverdue(promised, '2026-04-08')).toBe(false)
    expect(isOverdue(promised, '2026-04-09')).toBe(true)
    expect(isOverdue({ ...promised, status: 'HIRED' }, '2026-04-09')).toBe(false)
  })
})

it('every state has its four steps', () => {
  for (const status of APPLICATION_STATUSES) expect(stepsOf(status).map(({ label }) => label)).toEqual(['応募', '書類', '面接', '結果'])
  expect(stepsOf('HIRED').every(({ state }) => state === 'DONE')).toBe(true)
})
