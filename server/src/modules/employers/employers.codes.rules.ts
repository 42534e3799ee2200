import { addDays, endOfDay, type JstDate, jstDateOf } from '../../kernel/calendar.ts'
import { type Field, readFields, type RawStep, type Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import { halfWidth } from '../../kernel/text.ts'
import type { Policy } from '../../policy.ts'
import type { EmployerStatus } from './employers.rules.ts'

/** STATES 3.4: 発行 → 使用 · 失効(10 wrong) · 取消(a newer one) · 期限切れ. */
export const CODE_STATES = ['ISSUED', 'USED', 'DEAD', 'REVOKED', 'EXPIRED'] as const
export type CodeState = (typeof CODE_STATES)[number]

/** No vowels, so that no words come out, and one of each pair that is misread. 23 is a prime: the check then finds every slip. */
export const CODE_ALPHABET = '234789CDFGHJKMNPQRTVWXY'
export const CODE_LENGTH = 16
const GROUP = 4
const MISREAD: Readonly<Record<string, string>> = { Z: '2', B: '8', '6': 'G', U: 'V' }

/** The last of the sixteen: one wrong character, or two that changed places, never fit. */
export function checkCharacter(data: string): string {
  const sum = [...data].reduce((total, character, place) => total + CODE_ALPHABET.indexOf(character) * (place + 1), 0)
  return CODE_ALPHABET[sum % CODE_ALPHABET.length] ?? ''
}

/** 「7CDF-GHJK-3MNP-QRTV」 as the paper shows it. */
export const shownCode = (code: string): string => code.match(new RegExp(`.{1,${GROUP}}`, 'gu'))?.join('-') ?? ''

/** What was typed, in any width, case and grouping; letters that look like one of the alphabet count as that one. */
export const typedCode = (typed: string): string =>
  [...halfWidth(typed).toUpperCase().replaceAll(/[-\s]/gu, '')].map((character) => MISREAD[character] ?? character).join('')

/** 事業所番号 `1301-123456-7`, with or without hyphens and in any width; null when it has not eleven digits. */
export function typedEmployerNumber(typed: string): string | null {
  const [, region, own, check] = /^(\d{4})(\d{6})(\d)$/u.exec(halfWidth(typed).replaceAll(/[-\s]/gu, '')) ?? []
  return region === undefined ? null : `${region}-${own}-${check}`
}

export const phoneDigits = (phone: string): string => phone.replaceAll(/\D/gu, '')

/** What stands on the paper and what the office knows: 001 STEP 4. */
const FIELDS: readonly Field[] = [
  { key: 'email', label: 'メールアドレス', kind: 'EMAIL', required: true },
  { key: 'employerNumber', label: '事業所番号', kind: 'CODE', required: true },
  { key: 'phone', label: '電話番号', kind: 'PHONE', required: true },
  { key: 'code', label: 'アカウント作成コード', kind: 'CODE', required: true },
]

export interface Shown {
  email: string
  employerNumber: string
  phone: string
  code: string
}

/** The four inputs as they are compared; what has no such form reads as a text that nothing equals. */
export function readShown(raw: RawStep, policy: Pick<Policy, 'emailMax'>): { shown: Shown; problems: Problem[] } {
  const fields = FIELDS.map((field) => (field.key === 'email' ? { ...field, max: policy.emailMax } : field))
  const { values, problems } = readFields(fields, raw)
  const employerNumber = typedEmployerNumber(text(values, 'employerNumber'))
  const code = typedCode(text(values, 'code'))
  if (values['employerNumber'] !== null && employerNumber === null)
    problems.push({ path: 'employerNumber', code: 'NOT_AN_EMPLOYER_NUMBER', severity: 'ERROR' })
  if (values['code'] !== null) problems.push(...problemsOfCode(code))
  const shown = { email: text(values, 'email'), employerNumber: employerNumber ?? '', phone: phoneDigits(text(values, 'phone')), code }
  return { shown, problems }
}

const text = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}

function problemsOfCode(code: string): Problem[] {
  const wrong = (facts: NonNullable<Problem['facts']>): Problem[] => [
    { path: 'code', code: 'NOT_A_CREATION_CODE', severity: 'ERROR', facts },
  ]
  const strange = [...code].find((character) => !CODE_ALPHABET.includes(character))
  if (strange !== undefined) return wrong({ strange })
  if (code.length !== CODE_LENGTH) return wrong({ max: CODE_LENGTH, now: code.length })
  return checkCharacter(code.slice(0, -1)) === code.at(-1) ? [] : wrong({})
}

/** An empty field is no input yet: it is asked for and counts nothing. */
export const isUnfinished = (problems: readonly Problem[]): boolean => problems.some(({ code }) => code === 'REQUIRED')

/** 24:00 of the last day. */
export const codeValidUntil = (issuedAt: Date, policy: Pick<Policy, 'accountCreationCodeDays'>): Date =>
  endOfDay(addDays(jstDateOf(issuedAt), policy.accountCreationCodeDays))

/** The day that the paper names. */
export const lastDayOf = ({ validUntil }: { validUntil: Date }): JstDate => addDays(jstDateOf(validUntil), -1)

/** Reads already say what the sweep will write. */
export const codeStateAt = (code: { state: CodeState; validUntil: Date }, now: Date): CodeState =>
  code.state === 'ISSUED' && now >= code.validUntil ? 'EXPIRED' : code.state

/** A key came of the right code in time. What others mistyped since and the end of its days do not take it back; a newer code or an opened My Page does. */
export const refuseOpening = (state: CodeState, status: EmployerStatus): RefusalCode | null =>
  state === 'REVOKED' || state === 'USED' || status !== 'UNOPENED' ? 'CREATION_CODE_DEAD' : null

/** The paper is for establishments that never opened a My Page; who lost the way in is helped otherwise. */
export const refuseIssuing = (status: EmployerStatus): RefusalCode | null => (status === 'UNOPENED' ? null : 'EMPLOYER_HAS_MY_PAGE')
