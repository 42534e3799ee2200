import { addDays, type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import { dateText } from '../../graph/value-text.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Policy } from '../../policy.ts'
import { isClosed, type ThreadClosedReason } from './messages.rules.ts'
import type { ThreadRow } from './messages.table.ts'

type Numbers = Pick<Policy, 'messageDaysAfterResult' | 'postingTailMonths'>

/** Why the end is where it is: 「結果の登録から7日」. */
const LIMITS = {
  RESULT: (policy: Numbers) => `結果の登録から${policy.messageDaysAfterResult}日`,
  POSTING_ENDED: (policy: Numbers) => `募集が終わった月から${policy.postingTailMonths}か月`,
} as const

const CAUSES: Record<ThreadClosedReason, (policy: Numbers) => string> = {
  RESULT: (policy) => `${LIMITS.RESULT(policy)}たったため`,
  POSTING_ENDED: (policy) => `${LIMITS.POSTING_ENDED(policy)}たったため`,
  CANCELLED: () => '応募が取り消されたため',
  VOIDED: () => '紹介が取り消されたため',
  WITHDRAWN: () => '応募を辞退したため',
  DECLINED: () => 'リクエストが断られたため',
  BLOCKED: () => '受け取らない設定になったため',
  ACCOUNT_CLOSED: () => '相手がマイページの利用をやめたため',
  KEY_REVOKED: () => '情報の提供が終わったため',
}

/** In place of what the employer no longer reads (STATES 3.2). */
export const TAKEN_BACK = '取り消されたため、表示できません。'

/** The last day on which something could be written. */
const lastDay = (thread: ThreadRow): JstDate | null =>
  thread.messagesOpenUntil === null ? null : addDays(jstDateOf(thread.messagesOpenUntil), -1)

/** The day it ended, in words: what was ended by a limit ended with the limit's last day. */
export function closedText(thread: ThreadRow, now: Date, policy: Numbers): string | null {
  if (!isClosed(thread, now)) return null
  const atLimit = thread.closedReason === 'RESULT' || thread.closedReason === 'POSTING_ENDED' || thread.closedReason === null
  const on = (atLimit ? lastDay(thread) : null) ?? (thread.closedAt === null ? lastDay(thread) : jstDateOf(thread.closedAt))
  const cause = CAUSES[thread.closedReason ?? 'POSTING_ENDED'](policy)
  return `${cause}、${on === null ? '' : `${dateText(on)}で`}終わりました。${thread.closedReason === 'ACCOUNT_CLOSED' ? '' : '読むことはできます。'}`
}

/** Why one may not write here, with the facts its text names: when and why it ended, or how many files fit. */
export const sendRefusal = (
  code: RefusalCode,
  thread: ThreadRow,
  now: Date,
  policy: Pick<Policy, keyof Numbers | 'filesPerMessage'>,
): Refusal => {
  const ended = closedText(thread, now, policy)
  const facts = { max: policy.filesPerMessage, ...(ended === null ? {} : { ended }) }
  return new Refusal(code, { current: thread, facts })
}

/** While it is open: until which day, and why. */
export function openUntilText(thread: ThreadRow, now: Date, policy: Numbers): string | null {
  const day = lastDay(thread)
  if (day === null || isClosed(thread, now)) return null
  const limit = thread.closedReason === 'RESULT' ? LIMITS.RESULT : LIMITS.POSTING_ENDED
  return `${dateText(day)}まで使えます(${limit(policy)})`
}
