import { addDays, type JstDate } from '../../kernel/calendar.ts'
import { normaliseAll, tokenOfValue, tokensOfText } from '../../kernel/tokens.ts'
import { industryByCode, occupationMajorByCode, occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { codesWithin, municipalityByCode, nameInAddress, prefectureByCode } from '../offices/data/places.rules.ts'
import { CHOICES } from './form/choices.form.ts'
import { providedBits, type Provision } from './postings.provision.rules.ts'

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

/** What the search keeps of a submitted text: structural, so that demo and tests can make it too. */
export interface SearchableSheet extends Provision {
  kind: string
  workTime: string
  selfApplication: boolean
  workplaceMunicipality: string
  workplaceAddress: string
  station: string | null
  carCommuting: boolean
  transfer: boolean
  remoteWork: string | null
  title: string
  occupationCode: string
  duties: string
  dutiesChange: string
  employmentType: string
  employmentName: string | null
  education: string
  educationNote: string | null
  experience: string
  experienceNote: string | null
  pcSkills: string | null
  drivingLicence: string
  licences: readonly { name: string; demand: string }[]
  wageForm: string
  allowances: readonly { name: string }[]
  otherAllowances: string | null
  workingDaysPerMonth: number
  hoursNote: string | null
  overtime: boolean
  overtimeHours: number | null
  daysOff: readonly string[]
  daysOffNote: string | null
  yearlyHolidays: number
  nurseryNote: string | null
  prMessage: string | null
  jobFeatures: string | null
  welfare: string | null
  training: string | null
  workLifeSupport: string | null
  selectionPlace: string | null
  remarks: string | null
  selectionNote: string | null
  hourlyFrom: number
  shownFrom: number
}

export interface SearchableEmployer {
  name: string
  nameKana: string
  industryCode: string
  business: string
}

/** Kinds of filter values among the tokens; a number once given is never given to another kind. */
const KIND = { prefecture: 1, municipality: 2, occupationMajor: 3, occupation: 4, workTime: 5, employmentType: 6, flag: 7 } as const

/** Yes-no filters, each a bit of `posting_search.flags` and a token; the order is stored, so new ones are added at the end. */
export const FLAGS = {
  weekendsOff: '土日休み',
  selfApplication: 'オンライン応募可',
  noExperience: '未経験可',
  noEducation: '学歴不問',
  noLicence: '資格・免許なしで可',
  noTransfer: '転勤なし',
  carCommuting: '車通勤可',
  remote: '在宅勤務あり',
  regularOnly: '正社員',
  disability: '障害のある方の求人',
} as const
export type Flag = keyof typeof FLAGS
export const FLAG_NAMES = Object.keys(FLAGS) as Flag[]
export const bitOf = (flag: Flag): number => 1 << FLAG_NAMES.indexOf(flag)

/** Choices as small numbers: their place in the list, from 1; 0 is none of them. */
const numberOf = (options: readonly { value: string }[], value: string): number => options.findIndex((option) => option.value === value) + 1
const ofDigits = (code: string): number => (/^\d{1,5}$/.test(code) ? Number(code) : 0)

const needsNoLicence = (sheet: SearchableSheet) =>
  !sheet.licences.some((licence) => licence.demand === 'REQUIRED') && !sheet.drivingLicence.startsWith('REQUIRED')

const flagsOf = (sheet: SearchableSheet): Record<Flag, boolean> => ({
  weekendsOff: sheet.daysOff.includes('SAT') && sheet.daysOff.includes('SUN'),
  selfApplication: sheet.selfApplication && (sheet.scope === '1' || sheet.scope === '2'),
  noExperience: sheet.experience === 'NONE',
  noEducation: sheet.education === 'NONE',
  noLicence: needsNoLicence(sheet),
  noTransfer: !sheet.transfer,
  carCommuting: sheet.carCommuting,
  remote: (sheet.remoteWork ?? '') !== '',
  regularOnly: sheet.employmentType === 'REGULAR',
  disability: sheet.kind === 'DISABILITY',
})

/** Yen by the month where the posting promises a month's wage; 0 for wages by the hour and forms of their own. */
function monthlyFrom(sheet: SearchableSheet): number {
  if (sheet.wageForm === 'MONTHLY') return sheet.shownFrom
  if (sheet.wageForm === 'YEARLY') return Math.floor(sheet.shownFrom / 12)
  return sheet.wageForm === 'DAILY' ? Math.floor(sheet.shownFrom * sheet.workingDaysPerMonth) : 0
}

/** Overtime without a number is more than any limit a person sets. */
const UNKNOWN_OVERTIME = 999

/** Texts that do not lead to the employer. */
function openTexts(postingNumber: string, sheet: SearchableSheet, employer: SearchableEmployer): (string | null | undefined)[] {
  const municipality = municipalityByCode(sheet.workplaceMunicipality)
  const occupation = occupationMiddleByCode(sheet.occupationCode)
  const label = (options: readonly { value: string; label: string }[], value: string) => options.find((o) => o.value === value)?.label
  return [
    postingNumber,
    sheet.title,
    sheet.duties,
    sheet.dutiesChange,
    occupation?.name,
    occupation && occupationMajorByCode(occupation.major)?.name,
    industryByCode(employer.industryCode)?.name,
    `${prefectureByCode(sheet.workplaceMunicipality.slice(0, 2))?.name ?? ''}${municipality ? nameInAddress(municipality) : ''}`,
    sheet.station,
    label(CHOICES.workTime, sheet.workTime),
    label(CHOICES.employmentType, sheet.employmentType),
    label(CHOICES.wageForm, sheet.wageForm),
    sheet.employmentName,
    sheet.remoteWork === null ? null : `在宅勤務 ${sheet.remoteWork}`,
    sheet.educationNote,
    sheet.experienceNote,
    sheet.pcSkills,
    ...sheet.licences.map((licence) => licence.name),
    ...sheet.allowances.map((allowance) => allowance.name),
    sheet.otherAllowances,
    sheet.hoursNote,
    sheet.daysOffNote,
    sheet.nurseryNote,
    sheet.remarks,
    sheet.selectionNote,
  ]
}

/** R25: texts that name or lead to the employer; no contact person, whom nobody finds by search. */
const identifyingTexts = (sheet: SearchableSheet, employer: SearchableEmployer): (string | null)[] => [
  employer.name,
  employer.nameKana,
  employer.business,
  sheet.workplaceAddress,
  sheet.prMessage,
  sheet.jobFeatures,
  sheet.welfare,
  sheet.training,
  sheet.workLifeSupport,
  sheet.selectionPlace,
]

/** The row a posting is found by, or null for scope 4: found by nobody. Scope decides which column knows the employer (R25). */
export function searchRowOf(
  posting: { postingNumber: string; acceptedOn: JstDate; validUntil: JstDate },
  sheet: SearchableSheet,
  employer: SearchableEmployer,
) {
  if (sheet.scope !== '1' && sheet.scope !== '2' && sheet.scope !== '3') return null
  const open = openTexts(posting.postingNumber, sheet, employer)
  const whole = sheet.scope === '3' ? open : [...open, ...identifyingTexts(sheet, employer)]
  const seekerText = normaliseAll(whole)
  const publicText = sheet.scope === '2' ? normaliseAll(open) : seekerText
  const flags = flagsOf(sheet)
  const values = {
    prefecture: ofDigits(sheet.workplaceMunicipality.slice(0, 2)),
    municipality: ofDigits(sheet.workplaceMunicipality),
    occupationMajor: ofDigits(occupationMiddleByCode(sheet.occupationCode)?.major ?? ''),
    occupation: ofDigits(sheet.occupationCode),
    workTime: numberOf(CHOICES.workTime, sheet.workTime),
    employmentType: numberOf(CHOICES.employmentType, sheet.employmentType),
  }
  const valueTokens = [
    ...(Object.keys(values) as (keyof typeof values)[]).map((name) => tokenOfValue(KIND[name], values[name])),
    ...FLAG_NAMES.filter((flag) => flags[flag]).map(flagToken),
  ]
  const seekerTokens = [...tokensOfText(seekerText), ...valueTokens]
  return {
    ...values,
    publicTokens: publicText === seekerText ? seekerTokens : [...tokensOfText(publicText), ...valueTokens],
    seekerTokens,
    publicText,
    seekerText,
    hourlyFrom: sheet.hourlyFrom,
    monthlyFrom: monthlyFrom(sheet),
    yearlyHolidays: Math.min(sheet.yearlyHolidays, 366),
    overtimeHours: sheet.overtime ? Math.min(Math.ceil(sheet.overtimeHours ?? UNKNOWN_OVERTIME), UNKNOWN_OVERTIME) : 0,
    flags: FLAG_NAMES.reduce((bits, flag) => (flags[flag] ? bits | bitOf(flag) : bits), 0),
    provided: providedBits(sheet),
    acceptedOn: posting.acceptedOn,
    validUntil: posting.validUntil,
  }
}

const flagToken = (flag: Flag): number => tokenOfValue(KIND.flag, FLAG_NAMES.indexOf(flag) + 1)

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
