import { isDate } from './calendar.ts'
import type { Problem } from './problem.ts'
import type { ProblemCode } from './problem-codes.ts'
import { halfWidth, hasForbiddenCharacter, katakana, tidy, widthOf } from './text.ts'

export const FIELD_KINDS = [
  'TEXT',
  'LONG_TEXT',
  'KANA',
  'INTEGER',
  'YEN',
  'DECIMAL',
  'YES_NO',
  'CHOICE',
  'CHOICES',
  'DATE',
  'TIME',
  'POSTAL_CODE',
  'PHONE',
  'EMAIL',
  'URL',
  'CODE',
  'AGREEMENT',
  'MUNICIPALITY',
  'OCCUPATION',
  'INDUSTRY',
  'ROWS',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** The field counts only while another field holds one of these values, or not yet all of them. */
export type When = { key: string; in: readonly string[] } | { key: string; notAll: readonly string[] }

export interface Option {
  value: string
  label: string
  help?: string
}

/** One field of a long form, as data: the page, the check and the paper are made from it. */
export interface Field {
  key: string
  label: string
  kind: FieldKind
  required?: boolean
  requiredWhen?: When
  shownWhen?: When
  help?: string
  unit?: string
  /** Texts: full-width characters. Numbers: the largest value. CHOICES: how many. ROWS: how many. */
  max?: number
  /** Numbers: the smallest value. CHOICES: how many. */
  min?: number
  decimals?: number
  /** AGREEMENT: the version of the text agreed to, as its only option. */
  options?: readonly Option[]
  columns?: readonly Field[]
  /** Names or leads to the employer: hidden by R25. */
  identifying?: true
  staffOnly?: true
  /** A page of the guide to read first. */
  guide?: string
}

export interface Step {
  key: string
  title: string
  /** Nothing in it is required. */
  optional?: true
  fields: readonly Field[]
}

/** Exactly what was typed: step → field → value. */
export type RawValue = string | string[] | RawRow[]
export type RawRow = Record<string, string | string[]>
export type RawStep = Record<string, RawValue>
export type RawForm = Record<string, RawStep>

export type Value = string | number | boolean | string[] | Row[] | null
export type Row = Record<string, string | number | boolean | string[] | null>
export type Values = Record<string, Value>

const digits = (text: string) => text.replaceAll(/[-\s]/gu, '')

/** Whether the field is asked, given what else was typed. Keys are unique within a form. */
export function isShown(field: Field, typed: (key: string) => RawValue | undefined): boolean {
  return !field.shownWhen || holds(field.shownWhen, typed)
}

const holds = (when: When, typed: (key: string) => RawValue | undefined): boolean => {
  const value = typed(when.key)
  const held: unknown[] = Array.isArray(value) ? value : [value]
  return 'in' in when ? when.in.some((one) => held.includes(one)) : !when.notAll.every((one) => held.includes(one))
}

/** Reads a whole form: normalised values by field key, and what is wrong where. Hidden fields read as null. */
export function readForm(steps: readonly Step[], raw: RawForm): { values: Values; problems: Problem[] } {
  const values: Values = {}
  const problems: Problem[] = []
  const typedAnywhere = new Map(steps.flatMap((s) => Object.entries(raw[s.key] ?? {})))
  const typed = (key: string) => typedAnywhere.get(key)
  for (const step of steps)
    for (const field of step.fields) {
      if (!isShown(field, typed)) {
        values[field.key] = null
        continue
      }
      const required = field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen, typed))
      const read = readField(field, raw[step.key]?.[field.key], `${step.key}.${field.key}`, required)
      values[field.key] = read.value
      problems.push(...read.problems)
    }
  return { values, problems }
}

/** Fields that stand in no step: problems name the field alone. */
export function readFields(fields: readonly Field[], raw: RawStep): { values: Values; problems: Problem[] } {
  const { values, problems } = readForm([{ key: '', title: '', fields }], { '': raw })
  return { values, problems: problems.map((problem) => ({ ...problem, path: problem.path.slice(1) })) }
}

const isEmpty = (raw: RawValue | undefined) => raw === undefined || (typeof raw === 'string' ? raw.trim() === '' : raw.length === 0)

function readField(field: Field, raw: RawValue | undefined, path: string, required: boolean): { value: Value; problems: Problem[] } {
  if (raw === undefined || isEmpty(raw)) return required ? wrong(field, path, missing(field)) : { value: null, problems: [] }
  if (field.kind === 'ROWS') return readRows(field, raw, path)
  if (field.kind === 'CHOICES') return readChoices(field, raw, path)
  if (typeof raw !== 'string') return wrong(field, path, 'NOT_A_CHOICE')
  if (hasForbiddenCharacter(raw)) return wrong(field, path, 'FORBIDDEN_CHARACTER')
  const read = readText(field, raw)
  if ('code' in read) return wrong(field, path, read.code, read.facts)
  if (required && read.value === '') return wrong(field, path, 'REQUIRED')
  return { value: read.value === '' ? null : read.value, problems: [] }
}

const missing = (field: Field): ProblemCode => (field.kind === 'AGREEMENT' ? 'AGREEMENT_REQUIRED' : 'REQUIRED')

const wrong = (field: Field, path: string, code: ProblemCode, facts: Problem['facts'] = {}): { value: null; problems: Problem[] } => ({
  value: null,
  problems: [{ path, code, severity: 'ERROR', facts: { label: field.label, ...facts } }],
})

type Read = { value: string | number | boolean } | { code: ProblemCode; facts?: Record<string, string | number> }

function readText(field: Field, raw: string): Read {
  switch (field.kind) {
    case 'INTEGER':
    case 'YEN':
    case 'DECIMAL':
      return readNumber(field, raw)
    case 'YES_NO':
      return raw === 'YES' || raw === 'NO' ? { value: raw === 'YES' } : { code: 'NOT_A_CHOICE' }
    case 'CHOICE':
      return field.options?.some((o) => o.value === raw) ? { value: raw } : { code: 'NOT_A_CHOICE' }
    /** An agreement to another text is none. */
    case 'AGREEMENT':
      return field.options?.some((o) => o.value === raw) ? { value: raw } : { code: missing(field) }
    case 'DATE': {
      const [year = '', month = '', day = ''] = halfWidth(raw).split(/[-/.]/u)
      const date = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      return isDate(date) ? { value: date } : { code: 'NOT_A_DATE' }
    }
    case 'TIME': {
      const match = /^(\d{1,2}):?(\d{2})$/u.exec(halfWidth(raw).replaceAll('時', ':').replaceAll('分', ''))
      const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
      return match && hour <= 29 && minute <= 59 ? { value: `${String(hour).padStart(2, '0')}:${match[2]}` } : { code: 'NOT_A_TIME' }
    }
    case 'POSTAL_CODE': {
      const code = digits(halfWidth(raw)).replace('〒', '')
      return /^\d{7}$/u.test(code) ? { value: code } : { code: 'NOT_A_POSTAL_CODE' }
    }
    case 'PHONE': {
      const number = halfWidth(raw).replaceAll(/[()\s]/gu, '-')
      return /^0\d{9,10}$/u.test(digits(number)) ? { value: number } : { code: 'NOT_A_PHONE' }
    }
    case 'EMAIL': {
      const address = halfWidth(raw).toLowerCase()
      if (address.length > (field.max ?? 100)) return { code: 'TOO_LONG', facts: { max: field.max ?? 100 } }
      return isEmail(address) ? { value: address } : { code: 'NOT_AN_EMAIL' }
    }
    case 'URL': {
      const url = halfWidth(raw)
      return /^https?:\/\/[^\s/]+\.[^\s]+$/iu.test(url) ? { value: url } : { code: 'NOT_A_URL' }
    }
    case 'CODE':
    case 'MUNICIPALITY':
    case 'OCCUPATION':
    case 'INDUSTRY':
      return { value: halfWidth(raw) }
    case 'KANA': {
      const kana = katakana(raw)
      if (!/^[ァ-ヶー・ヽヾ\sA-Za-z0-9()（）.&＆-]+$/u.test(kana)) return { code: 'NOT_KANA' }
      return withinWidth(field, kana)
    }
    default:
      return withinWidth(field, tidy(raw))
  }
}

/** Enough of RFC 5322 to tell a slip from an address; the mailed key proves the rest. */
export const isEmail = (address: string): boolean => /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/iu.test(address)

function withinWidth(field: Field, text: string): Read {
  // No text is wider than it has units; measuring costs more than all other reading.
  if (field.max === undefined || text.length <= field.max) return { value: text }
  const now = widthOf(text)
  return now > field.max ? { code: 'TOO_LONG', facts: { max: field.max, now } } : { value: text }
}

function readNumber(field: Field, raw: string): Read {
  const text = halfWidth(raw).replaceAll(/[,円\s]/gu, '')
  const decimals = field.decimals ?? 0
  const shape = decimals > 0 ? new RegExp(`^-?\\d+(\\.\\d{1,${decimals}})?$`, 'u') : /^-?\d+$/u
  if (!shape.test(text) || text.length > 15) return { code: 'NOT_A_NUMBER' }
  const value = Number(text)
  if (value < (field.min ?? 0)) return { code: 'TOO_SMALL', facts: { min: field.min ?? 0 } }
  const max = field.max ?? 999_999_999
  return value > max ? { code: 'TOO_LARGE', facts: { max } } : { value }
}

function readChoices(field: Field, raw: RawValue, path: string) {
  const chosen = (Array.isArray(raw) ? raw : [raw]).filter((v): v is string => typeof v === 'string')
  if (field.options && !chosen.every((v) => field.options?.some((o) => o.value === v))) return wrong(field, path, 'NOT_A_CHOICE')
  if (field.max !== undefined && chosen.length > field.max) return wrong(field, path, 'TOO_MANY_ROWS', { max: field.max })
  if (field.min !== undefined && chosen.length < field.min) return wrong(field, path, 'TOO_FEW_CHOICES', { min: field.min })
  return { value: [...new Set(chosen)], problems: [] }
}

/** Rows whose every column is empty are left out; problems name the row as it was typed. */
function readRows(field: Field, raw: RawValue, path: string): { value: Row[]; problems: Problem[] } {
  const typed = Array.isArray(raw) ? raw.filter((row): row is RawRow => typeof row === 'object') : []
  const problems: Problem[] = []
  if (field.max !== undefined && typed.length > field.max)
    problems.push({ path, code: 'TOO_MANY_ROWS', severity: 'ERROR', facts: { label: field.label, max: field.max } })
  const rows = typed.slice(0, field.max).flatMap((cells, index) => {
    if (Object.values(cells).every((cell) => isEmpty(cell))) return []
    const row: Row = {}
    for (const column of field.columns ?? []) {
      const shown = isShown(column, (key) => cells[key])
      const read = readField(
        column,
        shown ? cells[column.key] : undefined,
        `${path}.${index}.${column.key}`,
        shown && column.required === true,
      )
      row[column.key] = read.value as Row[string]
      problems.push(...read.problems)
    }
    return [row]
  })
  return { value: rows, problems }
}
