import { isDate, type JstDate } from '../kernel/calendar.ts'
import type { Field, Row, Value } from '../kernel/form.ts'

/** Words for a code that a field's own options do not hold (municipality, occupation, industry). */
export type LabelOf = (field: Field, value: string) => string

/** 「2026年11月21日」 */
export function dateText(date: JstDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 「228,000」 */
export const commaText = (value: number): string => COMMAS.format(value)
const COMMAS = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 4 })

/** A stored value as a person reads it: on check pages, on the posting sheet, in differences. Empty text for what is not there. */
export function valueText(field: Field, value: Value | undefined, labelOf?: LabelOf): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return optionText(field, value ? 'YES' : 'NO') ?? (value ? 'はい' : 'いいえ')
  if (typeof value === 'number') return numberText(field, value)
  if (typeof value === 'string') return wordText(field, value, labelOf)
  if (isRows(value)) return value.map((row) => rowText(field, row, labelOf)).join('\n')
  return value.map((one) => wordText(field, one, labelOf)).join('、')
}

const isRows = (value: string[] | Row[]): value is Row[] => typeof value[0] === 'object'

const optionText = (field: Field, value: string) => field.options?.find((option) => option.value === value)?.label

function numberText(field: Field, value: number): string {
  if (field.kind === 'YEN') return `${commaText(value)}${field.unit ?? '円'}`
  return `${field.unit === '年' ? String(value) : commaText(value)}${field.unit ?? ''}`
}

function wordText(field: Field, value: string, labelOf?: LabelOf): string {
  const chosen = optionText(field, value)
  if (chosen !== undefined) return chosen
  switch (field.kind) {
    case 'DATE':
      return isDate(value) ? dateText(value) : value
    case 'TIME':
      return value.replace(/^0(?=\d)/u, '')
    case 'POSTAL_CODE':
      return value.replace(/^(\d{3})(\d{4})$/u, '$1-$2')
    case 'CODE':
    case 'CHOICES':
    case 'MUNICIPALITY':
    case 'OCCUPATION':
    case 'INDUSTRY':
      return labelOf?.(field, value) ?? value
    default:
      return field.unit === undefined || value === '' ? value : `${value}${field.unit}`
  }
}

/** Cells in the order of the columns; the two ends of a span stand together: 「資格手当 5,000円〜10,000円」. */
function rowText(field: Field, row: Row, labelOf?: LabelOf): string {
  const cells: string[] = []
  for (const column of field.columns ?? []) {
    const text = valueText(column, row[column.key], labelOf)
    if (text === '') continue
    const from = column.key === 'to' ? row['from'] : undefined
    if (from === undefined || from === null) cells.push(text)
    else if (from !== row['to']) cells.push(`${cells.pop() ?? ''}〜${text}`)
  }
  return cells.join(' ')
}
