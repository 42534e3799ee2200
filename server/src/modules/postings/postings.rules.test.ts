import { expect, test } from 'vitest'
import { POLICY } from '../../policy.ts'
import {
  isOpen,
  POSTING_MOVES,
  POSTING_STATUSES,
  postingValidUntil,
  type PostingStatus,
  refuseDecision,
  refuseMove,
  stateOn,
} from './postings.rules.ts'

test('every state has its row in the table of moves', () => {
  expect(Object.keys(POSTING_MOVES)).toEqual([...POSTING_STATUSES])
})

/** STATES 3.1, and nothing else. */
const ALLOWED = new Set([
  'DRAFT→SUBMITTED',
  'SUBMITTED→DRAFT',
  'SUBMITTED→RETURNED',
  'SUBMITTED→REJECTED',
  'SUBMITTED→OPEN',
  'RETURNED→SUBMITTED',
  'OPEN→ENDED',
])
const PAIRS = POSTING_STATUSES.flatMap((from) => POSTING_STATUSES.map((to): [PostingStatus, PostingStatus] => [from, to]))

test.each(PAIRS)('from %s to %s', (from, to) => {
  expect(refuseMove(from, to) === null).toBe(ALLOWED.has(`${from}→${to}`))
})

test.each([
  ['2026-12-31', '2027-02-28'],
  ['2026-12-01', '2027-02-28'],
  ['2026-06-30', '2026-08-31'],
  ['2027-12-15', '2028-02-29'],
])('accepted on %s it is valid to the end of the second month after: %s', (acceptedOn, validUntil) => {
  expect(postingValidUntil(acceptedOn, POLICY)).toBe(validUntil)
})

test('it is open on its last day, and ended as expired from the next, whatever is stored', () => {
  const posting = { status: 'OPEN', endReason: null, invalidOn: null, validUntil: '2026-06-30' } as const
  expect([isOpen(posting, '2026-06-30'), isOpen(posting, '2026-07-01')]).toEqual([true, false])
  expect(stateOn(posting, '2026-06-30')).toEqual({ status: 'OPEN', endReason: null, invalidOn: null })
  expect(stateOn(posting, '2026-09-09')).toEqual({ status: 'ENDED', endReason: 'EXPIRED', invalidOn: '2026-07-01' })
})

test('a decision that comes too late is told so; one on what never waited, that it does not wait', () => {
  expect(POSTING_STATUSES.map((from) => refuseDecision(from, 'OPEN'))).toEqual([
    'POSTING_NOT_SUBMITTED',
    null,
    'ALREADY_DECIDED',
    'ALREADY_DECIDED',
    'ALREADY_DECIDED',
    'POSTING_NOT_SUBMITTED',
  ])
})
