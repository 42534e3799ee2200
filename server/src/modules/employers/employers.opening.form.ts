import type { RawForm, Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
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

/** Every reason stands at a field of the form and says something. */
export const problemsOfReasons = (reasons: readonly { path: string; reason: string }[]): Problem[] =>
  reasons.flatMap(({ path, reason }): Problem[] => {
    if (!LABELS.has(path)) return [{ path, code: 'NOT_A_CHOICE', severity: 'ERROR', facts: { label: path } }]
    return reason.trim() === '' ? [{ path, code: 'REQUIRED', severity: 'ERROR', facts: { label: '理由' } }] : []
  })

export const reasonInWords = ({ path, reason }: { path: string; reason: string }): { path: string; label: string; reason: string } => ({
  path,
  label: path === WHOLE ? '受理できなかった理由' : (LABELS.get(path) ?? path),
  reason,
})
