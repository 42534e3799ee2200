import { addDays, addHours, endOfDay, endOfMonth, type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import { canMove, type Moves } from '../../kernel/machine.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'

/** 応募中 · 取消 · 辞退 · 採用 · 不採用 · 結果未登録 · 紹介取消. */
export const APPLICATION_STATUSES = ['APPLIED', 'CANCELLED', 'WITHDRAWN', 'HIRED', 'NOT_HIRED', 'LAPSED', 'VOIDED'] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]
/** オンライン自主応募 · オンラインハローワーク紹介 · 窓口紹介. */
export const APPLICATION_CHANNELS = ['SELF', 'ONLINE_REFERRAL', 'COUNTER_REFERRAL'] as const
export type ApplicationChannel = (typeof APPLICATION_CHANNELS)[number]

export const APPLICATION_MOVES: Moves<ApplicationStatus> = {
  APPLIED: ['CANCELLED', 'WITHDRAWN', 'HIRED', 'NOT_HIRED', 'LAPSED', 'VOIDED'],
  CANCELLED: [],
  WITHDRAWN: [],
  HIRED: ['NOT_HIRED'],
  NOT_HIRED: ['HIRED'],
  LAPSED: ['HIRED', 'NOT_HIRED'],
  VOIDED: [],
}

/** R11: up to and including 24 h after applying. */
export const cancellableUntil = (appliedAt: Date, policy: Pick<Policy, 'applicationCancelHours'>): Date =>
  addHours(appliedAt, policy.applicationCancelHours)

/** R31: the day until which the employer promised an answer. */
export const answerUntil = (appliedAt: Date, noticeDays: number): JstDate => addDays(jstDateOf(appliedAt), noticeDays)

export function refuseApply(
  posting: { open: boolean; paused: boolean; scope: string; selfApplication: boolean },
  seeker: { valid: boolean },
  running: boolean,
): RefusalCode | null {
  if (!posting.open) return 'POSTING_NOT_OPEN'
  if (!posting.selfApplication || !['1', '2'].includes(posting.scope)) return 'POSTING_COUNTER_ONLY'
  if (posting.paused) return 'POSTING_PAUSED'
  if (!seeker.valid) return 'SEEKER_NOT_VALID'
  return running ? 'ALREADY_APPLIED' : null
}

export function refuseCancel(
  application: { status: ApplicationStatus; channel: ApplicationChannel; cancellableUntil: Date },
  now: Date,
): RefusalCode | null {
  if (!canMove(APPLICATION_MOVES, application.status, 'CANCELLED')) return 'APPLICATION_CLOSED'
  if (application.channel === 'COUNTER_REFERRAL') return 'CANCEL_NOT_ONLINE'
  return now > application.cancellableUntil ? 'CANCEL_WINDOW_CLOSED' : null
}

/** The employer may record until the tail date (R13) and change its result within seven days; staff always. */
export function refuseResult(
  application: { status: ApplicationStatus; resultAt: Date | null },
  outcome: 'HIRED' | 'NOT_HIRED',
  by: 'EMPLOYER' | 'STAFF',
  facts: { postingInvalidOn: JstDate | null; now: Date; policy: Pick<Policy, 'postingTailMonths' | 'resultCorrectionDays'> },
): RefusalCode | null {
  if (application.status === outcome || !canMove(APPLICATION_MOVES, application.status, outcome)) return 'APPLICATION_CLOSED'
  if (by === 'STAFF') return null
  if (application.status === 'LAPSED' || isPastTail(facts)) return 'RESULT_TOO_LATE'
  if (application.resultAt === null) return null
  const correctable = endOfDay(addDays(jstDateOf(application.resultAt), facts.policy.resultCorrectionDays))
  return facts.now >= correctable ? 'RESULT_TOO_LATE' : null
}

const isPastTail = ({
  postingInvalidOn,
  now,
  policy,
}: {
  postingInvalidOn: JstDate | null
  now: Date
  policy: Pick<Policy, 'postingTailMonths'>
}) => postingInvalidOn !== null && now >= endOfDay(endOfMonth(postingInvalidOn, policy.postingTailMonths))
