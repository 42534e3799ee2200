import { addDays, endOfMonth, type JstDate } from '../../kernel/calendar.ts'
import { canMove, type Moves } from '../../kernel/machine.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'

/** 作成中 · 仮登録 · 修正依頼 · 不受理 · 有効 · 無効. */
export const POSTING_STATUSES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'OPEN', 'ENDED'] as const
export type PostingStatus = (typeof POSTING_STATUSES)[number]
export const END_REASONS = ['EXPIRED', 'FILLED', 'PLAN_CHANGED', 'CLOSED_BY_OFFICE'] as const
export type EndReason = (typeof END_REASONS)[number]

export const POSTING_MOVES: Moves<PostingStatus> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['DRAFT', 'RETURNED', 'REJECTED', 'OPEN'],
  RETURNED: ['SUBMITTED'],
  REJECTED: [],
  OPEN: ['ENDED'],
  ENDED: [],
}

/** R9: to the end of the second month after the month of acceptance (翌々月末). */
export const postingValidUntil = (acceptedOn: JstDate, policy: Pick<Policy, 'postingValidityMonths'>): JstDate =>
  endOfMonth(acceptedOn, policy.postingValidityMonths)

interface Open {
  status: PostingStatus
  validUntil: JstDate | null
}

/** Open in law: reads treat a posting as ended from 00:00 after `validUntil`, before the sweep has written it. */
export const isOpen = (posting: Open, today: JstDate): boolean =>
  posting.status === 'OPEN' && posting.validUntil !== null && today <= posting.validUntil

export const refuseMove = (from: PostingStatus, to: PostingStatus): RefusalCode | null => {
  if (canMove(POSTING_MOVES, from, to)) return null
  if (to === 'SUBMITTED') return 'POSTING_NOT_DRAFT'
  return to === 'ENDED' ? 'POSTING_NOT_OPEN' : 'POSTING_NOT_SUBMITTED'
}

/** Drafts and returned postings can be written. */
export const refuseWrite = (status: PostingStatus): RefusalCode | null =>
  status === 'DRAFT' || status === 'RETURNED' ? null : 'POSTING_NOT_DRAFT'

/** What staff decide, they decide once; a decision that came too late names what stands. */
export function refuseDecision(from: PostingStatus, to: 'OPEN' | 'RETURNED' | 'REJECTED'): RefusalCode | null {
  if (canMove(POSTING_MOVES, from, to)) return null
  return from === 'OPEN' || from === 'RETURNED' || from === 'REJECTED' ? 'ALREADY_DECIDED' : 'POSTING_NOT_SUBMITTED'
}

/** A case belongs to who claimed it, until they leave it; managers act in their place. */
export const refuseClaimed = (staff: { role: string; staffId: string }, claimedBy: string | null): RefusalCode | null =>
  claimedBy === null || claimedBy === staff.staffId || staff.role === 'MANAGER' ? null : 'CASE_CLAIMED'

/** A member ends a posting because it is filled or plans changed; the other reasons are not theirs. */
export const isMembersReason = (reason: EndReason): reason is 'FILLED' | 'PLAN_CHANGED' => reason === 'FILLED' || reason === 'PLAN_CHANGED'

interface State extends Open {
  endReason: EndReason | null
  invalidOn: JstDate | null
}

/** What holds today, also before the sweep has written that a posting has expired. */
export function stateOn(posting: State, today: JstDate): { status: PostingStatus; endReason: EndReason | null; invalidOn: JstDate | null } {
  const { status, endReason, invalidOn, validUntil } = posting
  if (status !== 'OPEN' || validUntil === null || isOpen(posting, today)) return { status, endReason, invalidOn }
  return { status: 'ENDED', endReason: 'EXPIRED', invalidOn: expiredOn(validUntil) }
}

/** The day after `validUntil` is the first on which an expired posting is invalid (R12). */
export const expiredOn = (validUntil: JstDate): JstDate => addDays(validUntil, 1)
