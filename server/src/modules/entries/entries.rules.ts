import { addDays, endOfDay, type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import { type Field, readFields, type RawStep, type Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'

/** STATES 3.7: 送信ずみ → 使用 · 失効(a newer one, or too old). */
export const INVITATION_STATES = ['SENT', 'USED', 'DEAD'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

interface Invitation {
  validUntil: Date
  usedAt: Date | null
  replacedAt: Date | null
}

export const invitationValidUntil = (sentAt: Date, { registrantInvitationDays }: Pick<Policy, 'registrantInvitationDays'>): Date =>
  endOfDay(addDays(jstDateOf(sentAt), registrantInvitationDays))

/** `validUntil` is the first moment after it. */
export const lastDayOf = ({ validUntil }: Pick<Invitation, 'validUntil'>): JstDate => jstDateOf(new Date(validUntil.getTime() - 1))

/** R24: once, the newest only, in time. */
export function invitationStateAt({ validUntil, usedAt, replacedAt }: Invitation, now: Date): InvitationState {
  if (usedAt !== null) return 'USED'
  return replacedAt === null && now < validUntil ? 'SENT' : 'DEAD'
}

const FIELDS: readonly Field[] = [
  { key: 'name', label: '氏名', kind: 'TEXT', required: true, max: 40 },
  { key: 'nameKana', label: '氏名(カナ)', kind: 'KANA', required: true, max: 40 },
]

const textOf = (values: Values, key: string): string => (typeof values[key] === 'string' ? values[key] : '')

/** What staff type of whom they invite; the address is read by `problemsOfEmail`. */
export function readInvited(raw: RawStep): { name: string; nameKana: string; problems: Problem[] } {
  const { values, problems } = readFields(FIELDS, raw)
  return { name: textOf(values, 'name'), nameKana: textOf(values, 'nameKana'), problems }
}

interface Staff {
  center: boolean
  officeId: string
}

/** Registrants are a center's: public offices invite nobody (SPEC 1). */
export const refuseInviting = (staff: Pick<Staff, 'center'>): RefusalCode | null => (staff.center ? null : 'NOT_ALLOWED')

/** A registrant is served by any staff of the own center, by nobody else, managers neither (STATES 3.9). */
export const refuseServing = (staff: Staff, { officeId }: { officeId: string }): RefusalCode | null =>
  staff.center && staff.officeId === officeId ? null : 'NOT_IN_OFFICE'
