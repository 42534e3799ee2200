import { commaText, valueText } from '../../graph/value-text.ts'
import type { Value } from '../../kernel/form.ts'
import { municipalityByCode, nameInAddress } from '../offices/data/places.rules.ts'
import { POSTING_FIELDS } from '../postings/postings.form.ts'
import type { PostingSheetRow } from '../postings/postings.sheet.table.ts'

/** Conditions of work that an offer may change; keys are those of the posting form, 賃金 stands for its amounts. */
const KEYS = [
  'employmentType',
  'term',
  'workplaceMunicipality',
  'duties',
  'trialPeriod',
  'wage',
  'shifts',
  'overtimeHours',
  'daysOff',
  'yearlyHolidays',
  'insurances',
  'remoteWork',
  'transfer',
] as const

export interface Condition {
  key: string
  label: string
  value: string
}

const FIELDS = new Map(POSTING_FIELDS.map((field) => [field.key, field]))
const MOST = 60

function textOf(sheet: PostingSheetRow, key: Exclude<(typeof KEYS)[number], 'wage'>): string {
  const field = FIELDS.get(key)
  if (!field) return ''
  const text = valueText(field, sheet[key] as Value, ({ kind }, code) => {
    const place = kind === 'MUNICIPALITY' ? municipalityByCode(code) : undefined
    return place ? nameInAddress(place) : code
  })
  return [...text].length > MOST ? `${[...text].slice(0, MOST).join('')}…` : text
}

function wageText(sheet: PostingSheetRow): string {
  const form = FIELDS.get('wageForm')
  const range = [...new Set([sheet.shownFrom, sheet.shownTo])].map((yen) => `${commaText(yen)}円`).join('〜')
  return `${form ? valueText(form, sheet.wageForm) : ''} ${range}`.trim()
}

/** The heading of a condition. */
export const labelOf = (key: string): string => (key === 'wage' ? '賃金' : (FIELDS.get(key)?.label ?? key))

/** The posting as it stood, condition by condition: what an offer is compared with. */
export const conditionsOf = (sheet: PostingSheetRow): Condition[] =>
  KEYS.map((key) => ({
    key,
    label: labelOf(key),
    value: (key === 'wage' ? wageText(sheet) : textOf(sheet, key)) || 'なし',
  }))
