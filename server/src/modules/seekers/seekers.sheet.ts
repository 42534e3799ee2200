import type { Values } from '../../kernel/form.ts'
import type { FoundPlace } from './seekers.form.ts'
import type { seekerSheets } from './seekers.table.ts'

type SheetInsert = Omit<typeof seekerSheets.$inferInsert, 'id' | 'seekerId' | 'number' | 'submittedAt'>

/** The columns of a registration from values without ERROR problems: the first part; the other seven are empty until they are written. */
export function sheetOf(values: Values, { prefectureCode, municipalityCode }: FoundPlace): SheetInsert {
  const text = (key: string): string => {
    const value = values[key]
    return typeof value === 'string' ? value : ''
  }
  const occupations = values['wishedOccupations']
  return {
    name: text('name'),
    nameKana: text('nameKana'),
    birthDate: text('birthDate'),
    postalCode: text('postalCode'),
    prefectureCode,
    municipalityCode,
    address: text('address'),
    phone: text('phone'),
    workSituation: text('workSituation'),
    schoolSituation: text('schoolSituation'),
    wishedKind: text('wishedKind'),
    wishedOccupations: Array.isArray(occupations) ? occupations.filter((code) => typeof code === 'string') : [],
    wishedEmploymentTypes: [],
    wishedMunicipalities: [],
    schools: [],
    licences: [],
    careers: [],
  }
}
