import { addDays, addHours, endOfDay, endOfMonth, type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import { canMove, type Moves } from '../../kernel/machine.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import { hasForbiddenCharacter, tidy, widthOf } from '../../kernel/text.ts'
import type { Policy } from '../../policy.ts'

/** 応募中 · 取消 · 辞退 · 採用 · 不採用 · 結果未登録 · 紹介取消. */
export const APPLICATION_STATUSES = ['APPLIED', 'CANCELLED', 'WITHDRAWN', 'HIRED', 'NOT_HIRED', 'LAPSED', 'VOIDED'] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]
/** オンライン自主応募 · オンラインハローワーク紹介 · 窓口紹介. */
export const APPLICATION_CHANNELS = ['SELF', 'ONLINE_REFERRAL', 'COUNTER_REFERRAL'] as const
export type ApplicationChannel = (typeof APPLICATION_CHANNELS)[number]

const APPLICATION_MOVES: Moves<ApplicationStatus> = {
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

/**
 * `applied`: with an application that was not taken back, so that the seeker knows the posting whatever has become of it (R25).
 * `offered`: with an open referral offer, which shows scope 4 too.
 * `accepted`: it was public once, so others may hear that it is over (STATES 3.1).
 */
export function refuseApply(
  posting: {
    accepted: boolean
    offered: boolean
    open: boolean
    paused: boolean
    scope: string
    selfApplication: boolean
    employerOpen: boolean
  },
  seeker: { valid: boolean },
  applied: boolean,
): RefusalCode | null {
  if (!applied && !posting.offered && (!posting.accepted || posting.scope === '4')) return 'NOT_FOUND'
  if (!posting.open) return 'POSTING_NOT_OPEN'
  if (!posting.employerOpen) return 'EMPLOYER_NOT_OPEN'
  if (!posting.selfApplication || !['1', '2'].includes(posting.scope)) return 'POSTING_COUNTER_ONLY'
  if (posting.paused) return 'POSTING_PAUSED'
  if (!seeker.valid) return 'SEEKER_NOT_VALID'
  return applied ? 'ALREADY_APPLIED' : null
}

/** R25, R30: the posting as it stood stays the seeker's; whom to call goes with an application that was taken back or made in error. */
export const keepsContact = ({ status }: { status: ApplicationStatus }): boolean => status !== 'CANCELLED' && status !== 'VOIDED'

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

/** R13: the tail date is over; a result can no longer be recorded by the employer. */
export const isPastTail = ({
  postingInvalidOn,
  now,
  policy,
}: {
  postingInvalidOn: JstDate | null
  now: Date
  policy: Pick<Policy, 'postingTailMonths'>
}) => postingInvalidOn !== null && now >= endOfDay(endOfMonth(postingInvalidOn, policy.postingTailMonths))

/** R31: the promised day has passed without an answer. */
export const isOverdue = (application: { status: ApplicationStatus; answerUntil: JstDate }, today: JstDate): boolean =>
  application.status === 'APPLIED' && today > application.answerUntil

const problemOf = (path: string, label: string, text: string, max: number): Problem[] => {
  const now = widthOf(text)
  if (now > max) return [{ path, code: 'TOO_LONG', severity: 'ERROR', facts: { label, max, now } }]
  return hasForbiddenCharacter(text) ? [{ path, code: 'FORBIDDEN_CHARACTER', severity: 'ERROR', facts: { label } }] : []
}
const required = (path: string, label: string, text: string): Problem[] =>
  text === '' ? [{ path, code: 'REQUIRED', severity: 'ERROR', facts: { label } }] : []

/** What a seeker writes and must have understood before applying. */
export function problemsOfApplication(
  input: { motive: string; reachable?: string | null; understoodNotReferral: boolean },
  policy: Pick<Policy, 'motiveMax' | 'reachableMax'>,
): Problem[] {
  const motive = tidy(input.motive)
  return [
    ...required('motive', '志望動機', motive),
    ...problemOf('motive', '志望動機', motive, policy.motiveMax),
    ...problemOf('reachable', '連絡のつきやすい時間', tidy(input.reachable ?? ''), policy.reachableMax),
    ...(input.understoodNotReferral
      ? []
      : [{ path: 'understoodNotReferral', code: 'UNDERSTANDING_REQUIRED' as const, severity: 'ERROR' as const }]),
  ]
}

export interface ResultFacts {
  outcome: 'HIRED' | 'NOT_HIRED'
  startDate?: JstDate | null
  differences?: readonly { field: string; offered: string }[] | null
  sameAsPosted?: boolean | null
  reason?: string | null
  messageToSeeker: string
}

/** A result says how the person is told; a hiring also from when, and what differs from the posting. */
export function problemsOfResult(
  input: ResultFacts,
  {
    appliedOn,
    comparable,
    policy,
  }: { appliedOn: JstDate; comparable: readonly string[]; policy: Pick<Policy, 'messageMax' | 'resultReasonMax'> },
): Problem[] {
  const message = tidy(input.messageToSeeker)
  return [
    ...required('messageToSeeker', '本人へのことば', message),
    ...problemOf('messageToSeeker', '本人へのことば', message, policy.messageMax),
    ...problemOf('reason', '理由', tidy(input.reason ?? ''), policy.resultReasonMax),
    ...(input.outcome === 'HIRED' ? problemsOfHiring(input, appliedOn, comparable, policy) : []),
  ]
}

function problemsOfHiring(
  { startDate, differences, sameAsPosted }: ResultFacts,
  appliedOn: JstDate,
  comparable: readonly string[],
  policy: Pick<Policy, 'resultReasonMax'>,
): Problem[] {
  const rows = differences ?? []
  const label = 'はたらき始める日'
  const problems: Problem[] = required('startDate', label, startDate ?? '')
  if (startDate && startDate < appliedOn) problems.push({ path: 'startDate', code: 'DATE_IN_PAST', severity: 'ERROR', facts: { label } })
  if ((sameAsPosted === true) === rows.length > 0) problems.push({ path: 'differences', code: 'DIFFERENCE_REQUIRED', severity: 'ERROR' })
  for (const [index, { field, offered }] of rows.entries()) {
    const path = `differences.${index}`
    if (!comparable.includes(field))
      problems.push({ path: `${path}.field`, code: 'NOT_A_CHOICE', severity: 'ERROR', facts: { label: '項目' } })
    problems.push(...required(`${path}.offered`, '採用の条件', tidy(offered)))
    problems.push(...problemOf(`${path}.offered`, '採用の条件', tidy(offered), policy.resultReasonMax))
  }
  return problems
}

export type StepState = 'DONE' | 'CURRENT' | 'COMING'

/** How far an application is, as the seeker may know it: an employer's own stages are never shown (STATES 3.2). */
export function stepsOf(status: ApplicationStatus): { label: string; state: StepState }[] {
  const decided = status === 'HIRED' || status === 'NOT_HIRED'
  const later: StepState = decided ? 'DONE' : 'COMING'
  return [
    { label: '応募', state: 'DONE' },
    { label: '書類', state: status === 'APPLIED' ? 'CURRENT' : later },
    { label: '面接', state: later },
    { label: '結果', state: later },
  ]
}
