import type { Values } from '../../kernel/form.ts'
import { ESTABLISHMENT_FIELDS } from './employers.form.ts'
import type { employerSheets } from './employers.table.ts'

type SheetInsert = Omit<typeof employerSheets.$inferInsert, 'id' | 'employerId' | 'number' | 'submittedAt' | 'outcome' | 'decidedAt'>

const LEAVES = ['childcare', 'nursingCare', 'sickChildCare']

/** The columns of an establishment's text from values without ERROR problems. */
export function sheetOf(values: Values): SheetInsert {
  const { municipalityCode } = values
  const columns = ESTABLISHMENT_FIELDS.filter(({ key }) => !LEAVES.includes(key)).map(({ key, kind }) => [
    key,
    values[key] ?? (kind === 'CHOICES' ? [] : null),
  ])
  return {
    ...Object.fromEntries(columns),
    prefectureCode: typeof municipalityCode === 'string' ? municipalityCode.slice(0, 2) : '',
    leaveRecords: Object.fromEntries(LEAVES.map((key) => [key, values[key] ?? null])),
  } as unknown as SheetInsert
}
