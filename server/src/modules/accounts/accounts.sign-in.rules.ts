import { addDays, addMinutes, addSeconds, endOfDay, jstDateOf } from '../../kernel/calendar.ts'
import { halfWidth } from '../../kernel/text.ts'
import type { Policy } from '../../policy.ts'

/** What was typed, in any width and with any spaces. */
export const typedOneTimePassword = (typed: string): string => halfWidth(typed).replaceAll(/[-\s]/gu, '')

/** R2: a one-time password of six digits lives this long. */
export const oneTimePasswordValidUntil = (sentAt: Date, policy: Pick<Policy, 'oneTimePasswordMinutes'>): Date =>
  addMinutes(sentAt, policy.oneTimePasswordMinutes)

interface Attempt {
  validUntil: Date
  wrongTries: number
  endedAt: Date | null
}

/** R2, S4: in time (29:59 yes, 30:00 no), used once, not tried wrongly too often. */
export const isAttemptAlive = (attempt: Attempt, now: Date, policy: Pick<Policy, 'oneTimePasswordTries'>): boolean =>
  attempt.endedAt === null && now < attempt.validUntil && attempt.wrongTries < policy.oneTimePasswordTries

/** From when another one can be mailed: after a pause, and after so many only once the window is over. */
export const resendFrom = (
  attempt: { createdAt: Date; sentAt: Date; resends: number },
  policy: Pick<Policy, 'oneTimePasswordPauseSeconds' | 'oneTimePasswordResends' | 'oneTimePasswordWindowMinutes'>,
): Date =>
  attempt.resends > 0 && attempt.resends % policy.oneTimePasswordResends === 0
    ? addMinutes(attempt.sentAt, policy.oneTimePasswordWindowMinutes)
    : addSeconds(attempt.sentAt, policy.oneTimePasswordPauseSeconds)

/** R2: to the end of the day so many days ahead. */
export const rememberedUntil = (now: Date, policy: Pick<Policy, 'rememberedDeviceDays'>): Date =>
  endOfDay(addDays(jstDateOf(now), policy.rememberedDeviceDays))

/**
 * S6: seconds that the next try waits after so many wrong ones. None after the first few, then twice as long each time,
 * at the limit the whole window.
 */
export function pauseAfter(
  wrong: number,
  { limit, windowMinutes, from, seconds }: { limit: number; windowMinutes: number; from: number; seconds: number },
): number {
  if (wrong >= limit) return windowMinutes * 60
  return wrong < from ? 0 : Math.min(seconds * 2 ** (wrong - from), windowMinutes * 60)
}
