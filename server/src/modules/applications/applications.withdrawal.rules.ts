import { endOfMonth, type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import type { Policy } from '../../policy.ts'
import type { ApplicationStatus } from './applications.rules.ts'

type Numbers = Pick<Policy, 'formerNameMonths' | 'formerNameHiredYears'>

/** Last day on which the employer reads the name of an applicant who leaves now; null: it has no record to keep, or its time is over. */
export function formerNameUntil(
  application: { status: ApplicationStatus; resultAt: Date | null; closedAt: Date | null },
  now: Date,
  policy: Numbers,
): JstDate | null {
  if (application.status === 'CANCELLED' || application.status === 'VOIDED') return null
  const ended = jstDateOf(application.resultAt ?? application.closedAt ?? now)
  const until = endOfMonth(ended, application.status === 'HIRED' ? policy.formerNameHiredYears * 12 : policy.formerNameMonths)
  return until >= jstDateOf(now) ? until : null
}

/** Read as gone from the day after, before the sweep has written it. */
export const formerNameOn = (application: { formerName: string | null; formerNameUntil: JstDate | null }, today: JstDate): string | null =>
  application.formerNameUntil !== null && today <= application.formerNameUntil ? application.formerName : null
