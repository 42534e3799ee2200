import { addDays, type JstDate } from '../../kernel/calendar.ts'
import { tokenOfValue, type Words } from '../../kernel/tokens.ts'
import { occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { codesWithin } from '../offices/data/places.rules.ts'
import { CHOICES } from './form/choices.form.ts'
import { type Flag, FLAG_NAMES, flagToken, KIND, numberOf, ofDigits } from './postings.search.rules.ts'

/** What people may search by, as `Query.postings(filter)` takes it. Absent, null, empty and false all mean: not asked. */
export interface SearchFilter {
  words?: string | null
  prefectureCodes?: readonly string[] | null
  municipalityCodes?: readonly string[] | null
  occupationMajors?: readonly string[] | null
  occupationCodes?: readonly string[] | null
  workTimes?: readonly string[] | null
  employmentTypes?: readonly string[] | null
  hourlyWageFrom?: number | null
  monthlyWageFrom?: number | null
  yearlyHolidaysFrom?: number | null
  overtimeHoursTo?: number | null
  newSinceDays?: number | null
  weekendsOff?: boolean | null
  selfApplication?: boolean | null
  noExperience?: boolean | null
  noEducation?: boolean | null
  noLicence?: boolean | null
  noTransfer?: boolean | null
  carCommuting?: boolean | null
  remote?: boolean | null
  regularOnly?: boolean | null
  disability?: boolean | null
}

/** One search, read: what is asked, of whom, on which day. */
export interface Question {
  viewerClass: 'public' | 'seeker'
  today: JstDate
  words: Words
  demands: readonly Demand[]
}

/** Columns of `posting_search` that a choice may name. */
export type ValueColumn = Exclude<keyof typeof KIND, 'flag'>
export interface Choice {
  column: ValueColumn
  numbers: number[]
}

/** What a filter asks of a row beside its words. Facets leave out one group and ask for the rest. */
export type Demand =
  | { group: ChoiceGroup; anyOf: Choice[] }
  | { group: Flag; flag: Flag }
  | { group: null; column: 'hourlyFrom' | 'monthlyFrom' | 'yearlyHolidays'; from: number }
  | { group: null; column: 'overtimeHours'; to: number }
  | { group: null; column: 'acceptedOn'; since: JstDate }

/** Groups with counts per choice; place and occupation are one group each, the finer choice standing for the coarser one around it. */
export type ChoiceGroup = 'place' | 'occupation' | 'workTime' | 'employmentType'

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((a, b) => a - b)
const given = <T>(values: readonly T[] | null | undefined): values is readonly T[] => (values?.length ?? 0) > 0
/** Numbers beyond a column's kind would be refused by the database. */
const within = (value: number) => Math.max(-1, Math.min(value, 2_000_000_000))

/** The filter's choices as demands; unknown codes are numbers that no row has. */
export function demandsOf(filter: SearchFilter, today: JstDate): Demand[] {
  const demands: Demand[] = []
  if (given(filter.prefectureCodes) || given(filter.municipalityCodes)) {
    const municipalities = (filter.municipalityCodes ?? []).flatMap((code) => codesWithin(code))
    const narrowed = new Set(municipalities.map((code) => code.slice(0, 2)))
    const whole = (filter.prefectureCodes ?? []).filter((code) => !narrowed.has(code))
    demands.push({ group: 'place', anyOf: choices(['prefecture', whole.map(ofDigits)], ['municipality', municipalities.map(ofDigits)]) })
  }
  if (given(filter.occupationMajors) || given(filter.occupationCodes)) {
    const codes = filter.occupationCodes ?? []
    const narrowed = new Set(codes.map((code) => occupationMiddleByCode(code)?.major))
    const whole = (filter.occupationMajors ?? []).filter((code) => !narrowed.has(code))
    demands.push({ group: 'occupation', anyOf: choices(['occupationMajor', whole.map(ofDigits)], ['occupation', codes.map(ofDigits)]) })
  }
  if (given(filter.workTimes))
    demands.push({ group: 'workTime', anyOf: choices(['workTime', filter.workTimes.map((value) => numberOf(CHOICES.workTime, value))]) })
  if (given(filter.employmentTypes))
    demands.push({
      group: 'employmentType',
      anyOf: choices(['employmentType', filter.employmentTypes.map((value) => numberOf(CHOICES.employmentType, value))]),
    })
  for (const flag of FLAG_NAMES) if (filter[flag] === true) demands.push({ group: flag, flag })
  const amounts = [
    ['hourlyFrom', filter.hourlyWageFrom],
    ['monthlyFrom', filter.monthlyWageFrom],
    ['yearlyHolidays', filter.yearlyHolidaysFrom],
  ] as const
  for (const [column, from] of amounts) if (from != null && from > 0) demands.push({ group: null, column, from: within(from) })
  if (filter.overtimeHoursTo != null) demands.push({ group: null, column: 'overtimeHours', to: within(filter.overtimeHoursTo) })
  if (filter.newSinceDays != null && filter.newSinceDays >= 0)
    demands.push({ group: null, column: 'acceptedOn', since: addDays(today, -Math.min(filter.newSinceDays, 3650)) })
  return demands
}

/** A code that names nothing is 0; no row is asked for 0, so it matches nothing. */
function choices(...columns: [ValueColumn, readonly number[]][]): Choice[] {
  const known = columns.map(([column, numbers]) => ({ column, numbers: distinct(numbers.filter((n) => n > 0 && n <= MAX_CODE)) }))
  return known.filter(({ numbers }) => numbers.length > 0)
}
const MAX_CODE = 65_535

/** The tokens of which a row must have one. */
export function tokensOfDemand(demand: Demand): number[] | null {
  if ('anyOf' in demand) return demand.anyOf.flatMap(({ column, numbers }) => numbers.map((n) => tokenOfValue(KIND[column], n)))
  return 'flag' in demand ? [flagToken(demand.flag)] : null
}
