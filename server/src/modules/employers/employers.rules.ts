import type { Problem } from '../../kernel/problem.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'

/** KEY_SENT lives in authentication_keys; here: 未開設 (known to an office, no My Page yet) · 仮登録 · 開設 · 利用停止 · 退会 · 消去. */
export const EMPLOYER_STATUSES = ['UNOPENED', 'PROVISIONAL', 'OPEN', 'SUSPENDED', 'CLOSED', 'ERASED'] as const
export type EmployerStatus = (typeof EMPLOYER_STATUSES)[number]

/** LAW J18: the first of 13 digits is 9 - (Σ Pn·Qn mod 9) over the other twelve, Q = 1, 2, 1, 2 … from the right. */
export function isCorporateNumber(number: string): boolean {
  if (!/^\d{13}$/u.test(number)) return false
  const sum = Array.from(number.slice(1), Number).reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 2 : 1), 0)
  return Number(number[0]) === 9 - (sum % 9)
}

/** SPEC 2: a wrong check digit is asked about, not refused. */
export function checkEstablishment(values: { corporateNumber?: unknown }): Problem[] {
  const number = values.corporateNumber
  if (typeof number !== 'string' || isCorporateNumber(number)) return []
  return [{ path: 'establishment.corporateNumber', code: 'CORPORATE_NUMBER_CHECK_DIGIT', severity: 'CONFIRM' }]
}

/** STATES 3.4: provisional and open accounts may write and submit. */
export function refuseSubmitting(status: EmployerStatus): RefusalCode | null {
  if (status === 'PROVISIONAL' || status === 'OPEN') return null
  return status === 'SUSPENDED' ? 'ACCOUNT_SUSPENDED' : 'EMPLOYER_NOT_OPEN'
}

interface EstablishmentText {
  industryCode: string
  prefectureCode: string
  municipalityCode: string
  business: string
  employeesHere: number
  employeesWhole: number | null
  foundedYear: number | null
}

/** Lower ends of the sizes that labour statistics group establishments by (毎月勤労統計調査). */
const SIZES = [5, 30, 100, 500, 1000]

/** 「30〜99人」 */
function sizeText(employees: number): string {
  const above = SIZES.findIndex((size) => employees < size)
  if (above === -1) return '1,000人以上'
  return above === 0 ? '4人以下' : `${SIZES[above - 1]}〜${SIZES[above]! - 1}人`
}

/** What may always show (R25). `hidden`: without the words and exact numbers by which an establishment of a small town, or of another posting, is known again. */
export const establishmentFacts = (sheet: EstablishmentText, { hidden }: { hidden: boolean }) => ({
  industryCode: sheet.industryCode,
  prefectureCode: sheet.prefectureCode,
  municipalityCode: sheet.municipalityCode,
  size: sizeText(sheet.employeesHere),
  business: hidden ? null : sheet.business,
  employeesHere: hidden ? null : sheet.employeesHere,
  employeesWhole: hidden ? null : sheet.employeesWhole,
  foundedYear: hidden ? null : sheet.foundedYear,
})
export type EstablishmentFactsRow = ReturnType<typeof establishmentFacts>
