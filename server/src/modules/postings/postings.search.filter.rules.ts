import { addDays, type JstDate } from '../../kernel/calendar.ts'
import { tokenOfValue, type Words } from '../../kernel/tokens.ts'
import { occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { codesWithin } from '../offices/data/places.rules.ts'
import { CHOICES } from './form/choices.form.ts'
import type { Receiver } from './postings.provision.rules.ts'
import { type FreeTime, freeTimeOf, minutesOf } from './postings.search.hours.rules.ts'
import {
  type Flag,
  FLAG_NAMES,
  industryNumber,
  KIND,
  type Mark,
  type MarkColumn,
  MARKS,
  markToken,
  numberOf,
  ofDigits,
} from './postings.search.marks.rules.ts'

type Texts = readonly string[] | null
type Amount = number | null

/** What people may search by, as `Query.postings(filter)` takes it. Absent, null, empty and false all mean: not asked. */
export interface SearchFilter extends Partial<Record<Flag, boolean | null>> {
  words?: string | null
  titleOnly?: boolean | null
  prefectureCodes?: Texts
  municipalityCodes?: Texts
  occupationMajors?: Texts
  occupationCodes?: Texts
  industryCodes?: Texts
  workTimes?: Texts
  employmentTypes?: Texts
  hoursSystems?: Texts
  daysOff?: Texts
  insurances?: Texts
  hourlyWageFrom?: Amount
  monthlyWageFrom?: Amount
  yearlyHolidaysFrom?: Amount
  overtimeHoursTo?: Amount
  workingDaysTo?: Amount
  startsFrom?: string | null
  endsUntil?: string | null
  age?: Amount
  retirementAgeFrom?: Amount
  employeesFrom?: Amount
  newSinceDays?: Amount
}

/** One search, read: what is asked, of whom, on which day. */
export interface Question {
  viewerClass: 'public' | 'seeker'
  /** R26: a partner's kind, which finds and counts only what is provided to it. */
  receiver: Receiver | null
  today: JstDate
  words: Words
  /** The words are looked for in 職種 alone. */
  titleOnly: boolean
  demands: readonly Demand[]
}

/** Columns of `posting_search` that a choice may name. */
export type ValueColumn = Exclude<keyof typeof KIND, MarkColumn>
export interface Choice {
  column: ValueColumn
  numbers: number[]
}

/** Groups with counts per choice; place and occupation are one group each, the finer choice standing for the coarser one around it. */
export type ChoiceGroup = 'place' | 'occupation' | 'industry' | 'workTime' | 'employmentType' | 'hoursSystem'

/** What a filter asks of a row beside its words. Facets leave out one group and ask for the rest. */
export type Demand =
  | { group: ChoiceGroup | MarkColumn; anyOf: Choice[] }
  | { group: MarkColumn; mark: Mark }
  | { group: null; column: 'hourlyFrom' | 'monthlyFrom' | 'yearlyHolidays' | 'retirementAge' | 'employees'; from: number }
  | { group: null; column: 'overtimeHours' | 'weekDays'; to: number }
  | { group: null; column: 'acceptedOn'; since: JstDate }
  | { group: null; age: number }
  | { group: null; freeTime: FreeTime }

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((a, b) => a - b)
const given = (values: Texts | undefined): values is readonly string[] => (values?.length ?? 0) > 0
/** Numbers beyond a column's kind would be refused by the database. */
const within = (value: number) => Math.max(-1, Math.min(value, 2_000_000_000))
const MAX_DAYS = 3650

/** The filter's choices as demands; codes that name nothing find nothing. */
export const demandsOf = (filter: SearchFilter, today: JstDate): Demand[] => [
  ...placeDemands(filter),
  ...occupationDemands(filter),
  ...listDemands(filter),
  ...markDemands(filter),
  ...amountDemands(filter, today),
]

function placeDemands({ prefectureCodes, municipalityCodes }: SearchFilter): Demand[] {
  if (!given(prefectureCodes) && !given(municipalityCodes)) return []
  const municipalities = (municipalityCodes ?? []).flatMap((code) => codesWithin(code))
  const narrowed = new Set(municipalities.map((code) => code.slice(0, 2)))
  const whole = (prefectureCodes ?? []).filter((code) => !narrowed.has(code))
  return [{ group: 'place', anyOf: choices(['prefecture', whole.map(ofDigits)], ['municipality', municipalities.map(ofDigits)]) }]
}

function occupationDemands({ occupationMajors, occupationCodes }: SearchFilter): Demand[] {
  if (!given(occupationMajors) && !given(occupationCodes)) return []
  const codes = occupationCodes ?? []
  const narrowed = new Set(codes.map((code) => occupationMiddleByCode(code)?.major))
  const whole = (occupationMajors ?? []).filter((code) => !narrowed.has(code))
  return [{ group: 'occupation', anyOf: choices(['occupationMajor', whole.map(ofDigits)], ['occupation', codes.map(ofDigits)]) }]
}

function listDemands(filter: SearchFilter): Demand[] {
  const placeIn = (options: readonly { value: string }[]) => (value: string) => numberOf(options, value)
  const lists: [Exclude<ChoiceGroup, 'place' | 'occupation'>, Texts | undefined, (value: string) => number][] = [
    ['industry', filter.industryCodes, industryNumber],
    ['workTime', filter.workTimes, placeIn(CHOICES.workTime)],
    ['employmentType', filter.employmentTypes, placeIn(CHOICES.employmentType)],
    ['hoursSystem', filter.hoursSystems, placeIn(CHOICES.variableHours)],
  ]
  return lists.flatMap(([group, values, numberIn]) => (given(values) ? [{ group, anyOf: choices([group, values.map(numberIn)]) }] : []))
}

/** Each one asked for must be there. */
function markDemands(filter: SearchFilter): Demand[] {
  const asked: [MarkColumn, readonly string[]][] = [
    ['flags', FLAG_NAMES.filter((flag) => filter[flag] === true)],
    ['daysOff', filter.daysOff ?? []],
    ['insurances', filter.insurances ?? []],
  ]
  return asked.flatMap(([column, names]) =>
    distinct(names.map((name) => MARKS[column].indexOf(name))).map((place): Demand =>
      place < 0 ? { group: column, anyOf: [] } : { group: column, mark: { column, place } },
    ),
  )
}

function amountDemands(filter: SearchFilter, today: JstDate): Demand[] {
  const least = [
    ['hourlyFrom', filter.hourlyWageFrom],
    ['monthlyFrom', filter.monthlyWageFrom],
    ['yearlyHolidays', filter.yearlyHolidaysFrom],
    ['retirementAge', filter.retirementAgeFrom],
    ['employees', filter.employeesFrom],
  ] as const
  const most = [
    ['overtimeHours', filter.overtimeHoursTo],
    ['weekDays', filter.workingDaysTo],
  ] as const
  const { newSinceDays, age } = filter
  const [from, until] = [minutesOf(filter.startsFrom ?? ''), minutesOf(filter.endsUntil ?? '')]
  return [
    ...least.flatMap(([column, value]): Demand[] => (value != null && value > 0 ? [{ group: null, column, from: within(value) }] : [])),
    ...most.flatMap(([column, value]): Demand[] => (value != null ? [{ group: null, column, to: within(value) }] : [])),
    ...(newSinceDays != null && newSinceDays >= 0
      ? [{ group: null, column: 'acceptedOn', since: addDays(today, -Math.min(newSinceDays, MAX_DAYS)) } as const]
      : []),
    ...(age != null ? [{ group: null, age: within(age) }] : []),
    ...(from !== null || until !== null ? [{ group: null, freeTime: freeTimeOf(from, until) }] : []),
  ]
}

/** A code that names nothing is 0; no row is asked for 0, so it matches nothing. */
function choices(...columns: [ValueColumn, readonly number[]][]): Choice[] {
  const known = columns.map(([column, numbers]) => ({ column, numbers: distinct(numbers.filter((n) => n > 0 && n <= MAX_CODE)) }))
  return known.filter(({ numbers }) => numbers.length > 0)
}
const MAX_CODE = 65_535

/** The tokens of which a row must have one; null where only the columns can tell. */
export function tokensOfDemand(demand: Demand): number[] | null {
  if ('anyOf' in demand) return demand.anyOf.flatMap(({ column, numbers }) => numbers.map((n) => tokenOfValue(KIND[column], n)))
  return 'mark' in demand ? [markToken(demand.mark)] : null
}
