import { addDays, endOfDay, type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import { addOpenDays, type ClosedDays, previousOpenDay } from '../../kernel/open-days.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'
import type { EmployerStatus } from './employers.rules.ts'

/** R7: the last day of a provisional account, counted from the day after it was made, never a closed day. */
export const erasedOnOf = (madeAt: Date, closed: ClosedDays, { provisionalDays }: Pick<Policy, 'provisionalDays'>): JstDate =>
  previousOpenDay(addDays(jstDateOf(madeAt), provisionalDays), closed)

/** R7: who is asked to correct something has at least some open days for it. */
export function erasedOnAfterDecision(
  erasedOn: JstDate | null,
  now: Date,
  closed: ClosedDays,
  { provisionalReturnOpenDays }: Pick<Policy, 'provisionalReturnOpenDays'>,
): JstDate | null {
  if (erasedOn === null) return null
  const least = addOpenDays(jstDateOf(now), provisionalReturnOpenDays, closed)
  return least > erasedOn ? least : erasedOn
}

interface Provisional {
  status: EmployerStatus
  erasedOn: JstDate | null
  /** A complete text was submitted, and staff have not decided it. */
  waitingSince: Date | null
}

/** R7: past 24:00 of its last day, unless what was submitted in time still waits for staff. Reads hold it for erased before the job comes. */
export const hasLapsed = ({ status, erasedOn, waitingSince }: Provisional, now: Date): boolean =>
  status === 'PROVISIONAL' && waitingSince === null && erasedOn !== null && now >= endOfDay(erasedOn)

/** The moment that is promised on the page and in the mail; none once the account is open. */
export const provisionalUntil = ({ status, erasedOn }: Pick<Provisional, 'status' | 'erasedOn'>): Date | null =>
  status === 'PROVISIONAL' && erasedOn !== null ? endOfDay(erasedOn) : null

/** STATES 3.4: the first text of an establishment is written and submitted while the account is provisional and nothing waits. */
export function refuseEstablishment(employer: Provisional, now: Date): RefusalCode | null {
  if (hasLapsed(employer, now)) return 'NOT_FOUND'
  if (employer.status !== 'PROVISIONAL') return 'ALREADY_DECIDED'
  return employer.waitingSince === null ? null : 'ESTABLISHMENT_WAITING'
}

/** Taken back while nobody decided; after the limit it would be gone at once, so it stays. */
export function refuseRecall(employer: Provisional, now: Date): RefusalCode | null {
  if (employer.status !== 'PROVISIONAL' || employer.waitingSince === null) return 'ALREADY_DECIDED'
  return hasLapsed({ ...employer, waitingSince: null }, now) ? 'ESTABLISHMENT_RECALL_TOO_LATE' : null
}
