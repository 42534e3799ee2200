import type { RawForm, RawRow, RawStep, RawValue, Row, Value, Values } from '../../kernel/form.ts'
import { POSTING_FIELDS, POSTING_STEPS } from './postings.form.ts'
import type { postingSheets, PostingSheetRow } from './postings.sheet.table.ts'
import { hourlyFrom, shownWage } from './postings.wage.rules.ts'

export type SheetInsert = Omit<
  typeof postingSheets.$inferInsert,
  'id' | 'postingId' | 'number' | 'submittedAt' | 'submittedBy' | 'outcome' | 'acknowledged' | 'employerSheetId'
>

interface Establishment {
  postalCode: string
  municipalityCode: string
  address: string
}

/** The columns of a sheet from values without ERROR problems; a workplace that is the establishment's is written out, so that the sheet stands for itself (R30). */
export function sheetOf(values: Values, establishment: Establishment): SheetInsert {
  const columns = Object.fromEntries(
    POSTING_FIELDS.map(({ key, kind }) => [key, values[key] ?? (kind === 'CHOICES' || kind === 'ROWS' ? [] : null)]),
  )
  const shown = shownWage(values)
  const place =
    values['workplace'] === 'SAME'
      ? {
          workplacePostalCode: establishment.postalCode,
          workplaceMunicipality: establishment.municipalityCode,
          workplaceAddress: establishment.address,
        }
      : {}
  return { ...columns, ...place, hourlyFrom: hourlyFrom(values), shownFrom: shown.from, shownTo: shown.to } as unknown as SheetInsert
}

/** Dates and agreements of a posting are its own: a copy starts without them. */
const isDated = (kind: string) => kind === 'DATE' || kind === 'AGREEMENT'

/** What would have to be typed to write this sheet again, for copies. */
export function typedAgain(sheet: PostingSheetRow): RawForm {
  const same = sheet.workplace === 'SAME'
  return Object.fromEntries(
    POSTING_STEPS.map((step) => [
      step.key,
      Object.fromEntries(
        step.fields.flatMap((field): [string, RawValue][] => {
          if (isDated(field.kind) || (same && field.shownWhen?.key === 'workplace')) return []
          const raw = rawOf(sheet[field.key as keyof PostingSheetRow] as Value)
          return raw === null ? [] : [[field.key, raw]]
        }),
      ),
    ]),
  )
}

/** A draft to start from another draft. */
export function withoutDates(typed: RawForm): RawForm {
  const dated = new Set(POSTING_FIELDS.filter((field) => isDated(field.kind)).map((field) => field.key))
  return Object.fromEntries(
    Object.entries(typed).map(([step, data]): [string, RawStep] => [
      step,
      Object.fromEntries(Object.entries(data).filter(([key]) => !dated.has(key))),
    ]),
  )
}

const word = (value: string | number | boolean): string => (typeof value === 'boolean' ? (value ? 'YES' : 'NO') : String(value))

function rawOf(value: Value): RawValue | null {
  if (value === null) return null
  if (!Array.isArray(value)) return word(value)
  if (value.length === 0) return null
  return isRows(value) ? value.map(rawRowOf) : value
}

const isRows = (value: string[] | Row[]): value is Row[] => typeof value[0] === 'object'

const rawRowOf = (row: Row): RawRow =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, cell]): [string, string | string[]][] =>
      cell === null ? [] : [[key, Array.isArray(cell) ? cell : word(cell)]],
    ),
  )
