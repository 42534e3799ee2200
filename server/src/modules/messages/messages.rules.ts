import { addDays, endOfDay, endOfMonth, isDate, type JstDate, jstDateOf, startOfDay } from '../../kernel/calendar.ts'
import { kindOfId } from '../../kernel/ids.ts'
import { canMove, type Moves } from '../../kernel/machine.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'

export const THREAD_KINDS = ['APPLICATION', 'REQUEST', 'OFFICE', 'CENTER', 'PARTNER', 'NOTICE'] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]
export const THREAD_STATUSES = ['OPEN', 'CLOSED'] as const
export type ThreadStatus = (typeof THREAD_STATUSES)[number]
export const THREAD_CLOSED_REASONS = [
  'RESULT',
  'POSTING_ENDED',
  'CANCELLED',
  'VOIDED',
  'WITHDRAWN',
  'DECLINED',
  'BLOCKED',
  'ACCOUNT_CLOSED',
  'KEY_REVOKED',
] as const
export type ThreadClosedReason = (typeof THREAD_CLOSED_REASONS)[number]

const THREAD_MOVES: Moves<ThreadStatus> = { OPEN: ['CLOSED'], CLOSED: [] }

/** R12: 24:00 JST of the 7th day after the result, or of the last day of the third month after `invalidOn`, whichever is first. */
export function messagesOpenUntil(
  application: { resultOn: JstDate | null; postingInvalidOn: JstDate | null },
  policy: Pick<Policy, 'messageDaysAfterResult' | 'postingTailMonths'>,
): { until: Date; reason: 'RESULT' | 'POSTING_ENDED' } | null {
  const afterResult = application.resultOn === null ? null : endOfDay(addDays(application.resultOn, policy.messageDaysAfterResult))
  const tail = application.postingInvalidOn === null ? null : endOfDay(endOfMonth(application.postingInvalidOn, policy.postingTailMonths))
  if (afterResult && (!tail || afterResult <= tail)) return { until: afterResult, reason: 'RESULT' }
  return tail && { until: tail, reason: 'POSTING_ENDED' }
}

/** R16: the last day of a message, one calendar year later; 29 February counts as 28 in other years. */
export function eraseOn(sentAt: Date, policy: Pick<Policy, 'messageYears'>): JstDate {
  const date = jstDateOf(sentAt)
  const year = Number(date.slice(0, 4)) + policy.messageYears
  const lastDay = endOfMonth(`${year}-${date.slice(5, 7)}-01`, 0)
  const same = `${year}${date.slice(4)}`
  return same <= lastDay ? same : lastDay
}

/** R16: gone from 24:00 of its last day, before the sweep has written it. */
export const isErased = (message: { sentAt: Date; erasedAt: Date | null }, now: Date, policy: Pick<Policy, 'messageYears'>): boolean =>
  message.erasedAt !== null || now >= endOfDay(eraseOn(message.sentAt, policy))

/** R16: erased before its year was over: one of the two has left. */
export const erasedEarly = (message: { sentAt: Date; erasedAt: Date | null }, now: Date, policy: Pick<Policy, 'messageYears'>): boolean =>
  message.erasedAt !== null && now < endOfDay(eraseOn(message.sentAt, policy))

/** What was sent before this instant is erased: the other way round of `eraseOn`. */
export function erasedBefore(now: Date, policy: Pick<Policy, 'messageYears'>): Date {
  const today = jstDateOf(now)
  const same = `${Number(today.slice(0, 4)) - policy.messageYears}${today.slice(4)}`
  return startOfDay(isDate(same) ? same : addDays(endOfMonth(`${same.slice(0, 7)}-01`, 0), 1))
}

/** What reads already treat as true before the sweep has written it. */
export function isClosed(thread: { status: ThreadStatus; messagesOpenUntil: Date | null }, now: Date): boolean {
  return thread.status === 'CLOSED' || (thread.messagesOpenUntil !== null && now >= thread.messagesOpenUntil)
}

/** STATES 3.2: once an application was taken back or voided, the employer keeps one line: nothing that the other side wrote or sent. */
export const isTakenBack = (
  thread: { status: ThreadStatus; closedReason: ThreadClosedReason | null },
  reader: string | null,
  writer: string | null,
): boolean =>
  thread.status === 'CLOSED' &&
  (thread.closedReason === 'CANCELLED' || thread.closedReason === 'VOIDED') &&
  reader !== null &&
  kindOfId(reader) === 'emp' &&
  writer !== null &&
  writer !== reader

export function refuseSend(
  thread: { status: ThreadStatus; messagesOpenUntil: Date | null },
  party: { canWrite: boolean },
  message: { body: string; files: number },
  { now, policy }: { now: Date; policy: Pick<Policy, 'filesPerMessage'> },
): RefusalCode | null {
  if (isClosed(thread, now)) return 'THREAD_CLOSED'
  if (!party.canWrite) return 'THREAD_RECEIVE_ONLY'
  if (message.body.trim() === '' && message.files === 0) return 'MESSAGE_EMPTY'
  if (message.files > policy.filesPerMessage) return 'FILE_TOO_MANY'
  return null
}

export const mayClose = (status: ThreadStatus): boolean => canMove(THREAD_MOVES, status, 'CLOSED')
