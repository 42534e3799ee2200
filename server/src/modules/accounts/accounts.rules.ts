import { addHours, addMinutes } from '../../kernel/calendar.ts'
import { isEmail } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import { halfWidth } from '../../kernel/text.ts'
import type { Policy } from '../../policy.ts'

/** What a mailed key opens. */
export const KEY_PURPOSES = ['OPEN_SEEKER', 'OPEN_EMPLOYER', 'OPEN_REGISTERED', 'OPEN_BY_CODE', 'MEMBER', 'RESET', 'CHANGE_EMAIL'] as const
export type KeyPurpose = (typeof KEY_PURPOSES)[number]

/** Purposes that anybody may ask a key for; the others are begun by a person who is known already. */
export const ASKED_BY_ANYBODY: readonly KeyPurpose[] = ['OPEN_SEEKER', 'OPEN_EMPLOYER', 'OPEN_REGISTERED', 'RESET']

/** Purposes whose key sets a password. */
export const SETS_PASSWORD: readonly KeyPurpose[] = [...ASKED_BY_ANYBODY, 'OPEN_BY_CODE', 'MEMBER']

/** Without letters and digits that look alike (I, 1, O, 0): the key is typed by hand. 32 of them, 8 places. */
export const KEY_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const KEY_LENGTH = 8

/** 「ABCD-EFGH」 as the mail shows it. */
export const shownKey = (key: string): string => `${key.slice(0, 4)}-${key.slice(4)}`

/** What was typed, in any width, with or without hyphen. */
export const typedKey = (typed: string): string => halfWidth(typed).toUpperCase().replaceAll(/[-\s]/gu, '')

/** R28: e-mail is read in half-width; its case is not told apart. */
export const typedEmail = (typed: string): string => halfWidth(typed).toLowerCase()

/** An address that may be left out; blanks leave it out too. */
export function optionalEmail(typed: string | null | undefined): string | null {
  const email = typedEmail(typed ?? '')
  return email === '' ? null : email
}

export function problemsOfEmail(email: string, policy: Pick<Policy, 'emailMax'>, path = 'email'): Problem[] {
  const wrong = (code: Problem['code'], facts: Problem['facts'] = {}): Problem[] => [
    { path, code, severity: 'ERROR', facts: { label: 'メールアドレス', ...facts } },
  ]
  if (email === '') return wrong('REQUIRED')
  if (email.length > policy.emailMax) return wrong('TOO_LONG', { max: policy.emailMax })
  return isEmail(email) ? [] : wrong('NOT_AN_EMAIL')
}

/** The terms that stand today, nothing older. */
export const problemsOfTerms = (agreed: string, today: string): Problem[] =>
  agreed === today ? [] : [{ path: 'termsVersion', code: 'TERMS_NOT_ACCEPTED', severity: 'ERROR' }]

export const keyValidUntil = (sentAt: Date, policy: Pick<Policy, 'authenticationKeyMinutes'>): Date =>
  addMinutes(sentAt, policy.authenticationKeyMinutes)

interface Key {
  validUntil: Date
  wrongTries: number
  usedAt: Date | null
  replacedAt: Date | null
}

/** R1: used once, the newest only, in time (49:59 yes, 50:00 no), not tried wrongly too often. */
export const isKeyAlive = (key: Key, now: Date, policy: Pick<Policy, 'authenticationKeyTries'>): boolean =>
  key.usedAt === null && key.replacedAt === null && now < key.validUntil && key.wrongTries < policy.authenticationKeyTries

/** Until it was opened, by the office that registered it or a manager. */
export function refuseAwaitedChange(
  awaited: { officeId: string; openedAt: Date | null },
  staff: { role: string; officeId: string },
): RefusalCode | null {
  return refuseStaff(staff, awaited.officeId) ?? (awaited.openedAt === null ? null : 'MY_PAGE_OPENED')
}

/** SPEC 9: the daily work of an office is its own counter's; managers act for all offices. */
export const refuseStaff = (staff: { role: string; officeId: string }, officeId: string): RefusalCode | null =>
  staff.role === 'MANAGER' || staff.officeId === officeId ? null : 'NOT_IN_OFFICE'

/** SPEC 1: staff of one kind of office never see the other's people. */
export const kindOfStaff = ({ center }: { center: boolean }) => (center ? 'CENTER' : 'PUBLIC_OFFICE')

/** R6: ends after the idle time, at the latest after the hours a session may last. */
export function sessionEnds(
  startedAt: Date,
  policy: Pick<Policy, 'sessionIdleMinutes' | 'sessionHours'>,
): { idleUntil: Date; absoluteUntil: Date } {
  return { idleUntil: addMinutes(startedAt, policy.sessionIdleMinutes), absoluteUntil: addHours(startedAt, policy.sessionHours) }
}
