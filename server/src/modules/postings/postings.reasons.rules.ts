import type { Problem } from '../../kernel/problem.ts'
import { POSTING_STEPS } from './postings.form.ts'

/** LAW J11: 職業安定法5条の6 第1項, the only reasons for which a posting is not accepted. */
export const REJECTION_TEXTS = {
  ILLEGAL_CONTENT: '求人の内容が、法令に合っていません。',
  FAR_WORSE: '賃金や労働時間などの条件が、ふつうの条件よりも著しくよくありません。',
  VIOLATOR: '法令に違反したことによる処分などの期間中です。',
  MISSING_CONDITIONS: '法令で示すことになっている労働条件が、示されていません。',
  ORGANISED_CRIME: '暴力団員などに当たる方からの求人は、受け付けていません。',
  NO_DECLARATION: '求められた自己申告が出されていません。',
} as const
export type RejectionReason = keyof typeof REJECTION_TEXTS

/** A rejection concerns the posting as a whole. */
export const REJECTION_PATH = 'posting'

const LABELS = new Map(POSTING_STEPS.flatMap((step) => step.fields.map((field) => [`${step.key}.${field.key}`, field.label])))
const fieldOf = (path: string): string => path.split('.').slice(0, 2).join('.')

/** Every reason stands at a field of the form and says something. */
export function problemsOfReasons(reasons: readonly { path: string; reason: string }[]): Problem[] {
  return reasons.flatMap(({ path, reason }): Problem[] => {
    if (!LABELS.has(fieldOf(path))) return [{ path, code: 'NOT_A_CHOICE', severity: 'ERROR', facts: { label: path } }]
    return reason.trim() === '' ? [{ path, code: 'REQUIRED', severity: 'ERROR', facts: { label: '理由' } }] : []
  })
}

export function reasonInWords({ path, reason }: { path: string; reason: string }): { path: string; label: string; reason: string } {
  if (path === REJECTION_PATH) return { path, label: '不受理の理由', reason: REJECTION_TEXTS[reason as RejectionReason] ?? reason }
  return { path, label: LABELS.get(fieldOf(path)) ?? path, reason }
}
