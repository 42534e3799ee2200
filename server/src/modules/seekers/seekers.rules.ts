import { addDays, ageOn, endOfMonth, type JstDate, monthOf } from '../../kernel/calendar.ts'
import { canMove, type Moves } from '../../kernel/machine.ts'
import type { ProblemCode } from '../../kernel/problem-codes.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'

/** オンライン登録者 · 利用登録者. */
export const SEEKER_KINDS = ['ONLINE', 'REGISTERED'] as const
/** 入力中 · 有効 · 無効. */
export const SEEKER_STATUSES = ['DRAFT', 'VALID', 'INVALID'] as const
export type SeekerStatus = (typeof SEEKER_STATUSES)[number]
export const INVALID_REASONS = ['EXPIRED', 'BY_SEEKER', 'EMPLOYED', 'BY_OFFICE'] as const
export type InvalidReason = (typeof INVALID_REASONS)[number]

const SEEKER_MOVES: Moves<SeekerStatus> = { DRAFT: ['VALID'], VALID: ['VALID', 'INVALID'], INVALID: ['VALID'] }

/** DRAFT → VALID by the seeker's own hand, once; the way back from INVALID is another move (R15). */
export const refuseSubmission = (status: SeekerStatus): RefusalCode | null =>
  status === 'DRAFT' && canMove(SEEKER_MOVES, status, 'VALID') ? null : 'REGISTRATION_DONE'

/** R14: to the end of the second month after the month of application (翌々月末). */
export const seekerValidUntil = (appliedOn: JstDate, policy: Pick<Policy, 'seekerValidityMonths'>): JstDate =>
  endOfMonth(appliedOn, policy.seekerValidityMonths)

/** R14: an event in the last month of validity adds one month; a second one in that month adds nothing. */
export function extendedUntil(validUntil: JstDate, eventOn: JstDate, policy: Pick<Policy, 'seekerExtensionMonths'>): JstDate | null {
  if (monthOf(eventOn) !== monthOf(validUntil) || eventOn > validUntil) return null
  return endOfMonth(validUntil, policy.seekerExtensionMonths)
}

export interface Validity {
  status: SeekerStatus
  validUntil: JstDate | null
  receivesBenefit: boolean
}

/** True from 00:00 of the day after `validUntil`, before the sweep has written it. Benefit keeps a registration valid. */
export const hasExpired = (seeker: Validity, today: JstDate): boolean =>
  seeker.status === 'VALID' && !seeker.receivesBenefit && seeker.validUntil !== null && today > seeker.validUntil

export const isValid = (seeker: Validity, today: JstDate): boolean => seeker.status === 'VALID' && !hasExpired(seeker, today)

export const expiredOn = (seeker: { validUntil: JstDate }): JstDate => addDays(seeker.validUntil, 1)

/** R17: not aged 15 or under, no pupils but those of evening and part-time courses (correspondence: by policy taken). */
export function problemOfEligibility(
  person: { birthDate: JstDate; schoolSituation: string },
  today: JstDate,
  policy: Pick<Policy, 'seekerMinimumAge'>,
): ProblemCode | null {
  if (ageOn(person.birthDate, today) < policy.seekerMinimumAge) return 'TOO_YOUNG'
  return person.schoolSituation === 'JUNIOR_HIGH' || person.schoolSituation === 'HIGH_SCHOOL_DAY' ? 'PUPIL' : null
}
