import { type Field, readFields, type RawStep, type Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Policy } from '../../policy.ts'
import { typedEmployerNumber } from './employers.codes.rules.ts'
import type { EmployerStatus } from './employers.rules.ts'

/** SPEC 4, way 5: 確認待ち → 受理 · 不受理 · 取下げ. */
export const CLAIM_STATES = ['PENDING', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const

export interface ClaimText {
  employerNumber: string
  name: string
  phone: string | null
  words: string | null
}

/** What the claimant wrote, tidied, and what is wrong with it; never whether somebody has the number. */
export function readClaim(
  raw: RawStep,
  { staffPurposeMax: max }: Pick<Policy, 'staffPurposeMax'>,
): { text: ClaimText; problems: Problem[] } {
  const fields: Field[] = [
    { key: 'employerNumber', label: '事業所番号', kind: 'CODE', required: true },
    { key: 'name', label: 'あなたの名前', kind: 'TEXT', required: true, max: 30 },
    { key: 'phone', label: '電話番号', kind: 'PHONE' },
    { key: 'words', label: '窓口に伝えること', kind: 'LONG_TEXT', max },
  ]
  const { values, problems } = readFields(fields, raw)
  const employerNumber = typedEmployerNumber(text(values, 'employerNumber'))
  if (values['employerNumber'] !== null && employerNumber === null)
    problems.push({ path: 'employerNumber', code: 'NOT_AN_EMPLOYER_NUMBER', severity: 'ERROR' })
  return {
    text: {
      employerNumber: employerNumber ?? '',
      name: text(values, 'name'),
      phone: text(values, 'phone') || null,
      words: text(values, 'words') || null,
    },
    problems,
  }
}

const text = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}

/** The office named by a number's first part decides where nobody has the number; the same digits for everybody. */
export const regionOfNumber = (employerNumber: string): string => employerNumber.slice(0, 4)

/** Whose number it is may have a My Page, have had one, or never opened it. */
export function refuseJoining(claimed: { status: EmployerStatus } | null): RefusalCode | null {
  if (claimed === null || claimed.status === 'PROVISIONAL' || claimed.status === 'ERASED') return 'CLAIM_NUMBER_UNKNOWN'
  return claimed.status === 'SUSPENDED' ? 'ACCOUNT_SUSPENDED' : null
}

/** An establishment has one owner: the claimant where there is none, or where staff have checked that it shall be so (decision 0011). */
export const roleOfClaimant = ({ hasOwner, asOwner }: { hasOwner: boolean; asOwner: boolean }): 'OWNER' | 'RECRUITER' =>
  hasOwner && !asOwner ? 'RECRUITER' : 'OWNER'
