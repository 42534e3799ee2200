import type { RawForm, Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import { hasForbiddenCharacter, widthOf } from '../../kernel/text.ts'
import type { Policy } from '../../policy.ts'
import { industryByCode } from '../offices/data/classes.rules.ts'
import { isWholeCity, municipalityByCode } from '../offices/data/places.rules.ts'
import { ESTABLISHMENT_STEPS, readEstablishment } from './employers.form.ts'

export const ESTABLISHMENT_DRAFT = 'ESTABLISHMENT'

export const typedPostalCode = (raw: RawForm): string => {
  const typed = raw['establishment']?.['postalCode']
  return typeof typed === 'string' ? typed : ''
}

/** The establishment as its owner types it: the municipality is that of the postal code, unless another one is chosen. */
export function readOpening(raw: RawForm, place: { municipalityCode: string } | null): { values: Values; problems: Problem[] } {
  const chosen = raw['establishment']?.['municipalityCode']
  const named = typeof chosen === 'string' && chosen.trim() !== ''
  const establishment = { ...raw['establishment'], municipalityCode: named ? chosen : (place?.municipalityCode ?? '') }
  const read = readEstablishment({ ...raw, establishment })
  const problems = read.problems.filter(({ path }) => named || path !== 'establishment.municipalityCode')
  const wrong = (path: string, code: Problem['code'], label: string) => problems.push({ path, code, severity: 'ERROR', facts: { label } })
  const { postalCode, industryCode, municipalityCode } = read.values
  if (postalCode !== null && place === null) wrong('establishment.postalCode', 'UNKNOWN_POSTAL_CODE', '郵便番号')
  if (named && typeof municipalityCode === 'string' && (!municipalityByCode(municipalityCode) || isWholeCity(municipalityCode)))
    wrong('establishment.municipalityCode', 'NOT_A_CHOICE', '市区町村')
  if (typeof industryCode === 'string' && !industryByCode(industryCode)) wrong('business.industryCode', 'NOT_A_CHOICE', '産業分類')
  return { values: read.values, problems }
}

const LABELS = new Map(ESTABLISHMENT_STEPS.flatMap((step) => step.fields.map((field) => [`${step.key}.${field.key}`, field.label])))

/** A rejection concerns the establishment as a whole. */
export const WHOLE = 'establishment'

type Limit = Pick<Policy, 'staffPurposeMax'>

const unwritable = (path: string, label: string, text: string, { staffPurposeMax: max }: Limit): Problem[] => {
  if (hasForbiddenCharacter(text)) return [{ path, code: 'FORBIDDEN_CHARACTER', severity: 'ERROR', facts: { label } }]
  const now = widthOf(text)
  return now > max ? [{ path, code: 'TOO_LONG', severity: 'ERROR', facts: { label, max, now } }] : []
}

/** Every reason stands at a field of the form, says something, and can be kept. */
export const problemsOfReasons = (reasons: readonly { path: string; reason: string }[], limit: Limit): Problem[] =>
  reasons.flatMap(({ path, reason }): Problem[] => {
    const label = LABELS.get(path)
    if (label === undefined) return [{ path: 'reasons', code: 'NOT_A_CHOICE', severity: 'ERROR', facts: { label: '項目' } }]
    if (reason.trim() === '') return [{ path, code: 'REQUIRED', severity: 'ERROR', facts: { label: '理由' } }]
    return unwritable(path, `${label}の理由`, reason, limit)
  })

export function problemsOfRejection(reason: string, limit: Limit): Problem[] {
  if (reason.trim() === '') return [{ path: 'reason', code: 'REQUIRED', severity: 'ERROR', facts: { label: '理由' } }]
  return unwritable('reason', '理由', reason, limit)
}

/** Words to the employer beside the decision; none is well too. */
export const problemsOfComment = (comment: string | null, limit: Limit): Problem[] =>
  comment === null ? [] : unwritable('comment', 'ことば', comment, limit)

export const reasonInWords = ({ path, reason }: { path: string; reason: string }): { path: string; label: string; reason: string } => ({
  path,
  label: path === WHOLE ? '受理できなかった理由' : (LABELS.get(path) ?? path),
  reason,
})
