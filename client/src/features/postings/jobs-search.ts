import type { VariablesOf } from '../../graph/graphql.ts'
import type { PostingTotals } from './posting-totals.ts'
import type { SuggestionKind } from './use-suggestions.ts'

/** The filters of a search as they stand in the URL: shareable, and back goes back. */
export interface JobsSearch {
  q?: string
  /** The words are looked for in 職種 alone. */
  title?: true
  pref?: string[]
  muni?: string[]
  major?: string[]
  occ?: string[]
  ind?: string[]
  time?: string[]
  type?: string[]
  /** Systems of hours. */
  sys?: string[]
  /** Days that must all be off. */
  off?: string[]
  /** Insurances that must all be there. */
  ins?: string[]
  /** Lowest wage by the hour, in yen. */
  hourly?: number
  /** Lowest wage by the month, in yen. */
  monthly?: number
  holidays?: number
  /** Overtime up to so many hours a month; 0 is none. */
  overtime?: number
  /** Fewest working days a week, up to. */
  week?: number
  /** Free from and until, as 09:00. */
  from?: string
  until?: string
  age?: number
  /** Lowest retirement age. */
  retire?: number
  /** Employees from. */
  staff?: number
  days?: number
  /** Yes-no filters by their name in PostingFilter. */
  flags?: Flag[]
  order?: 'DEADLINE' | 'WAGE'
}

/** What the graph is asked. */
export type Filter = VariablesOf<typeof PostingTotals>['filters'][number]

export const FLAGS = [
  'weekendsOff',
  'selfApplication',
  'noExperience',
  'noEducation',
  'noLicence',
  'noTransfer',
  'carCommuting',
  'remote',
  'regularOnly',
  'disability',
  'twoDaysOff',
  'noNightWork',
  'noFixedOvertime',
  'bonus',
  'retirementPay',
  'housingSingle',
  'housingFamily',
  'nursery',
  'uijWelcome',
  'trial',
  'noAgeLimit',
  'noSmoking',
  'nearStation',
  'promotion',
  'noDispatch',
  'openEnded',
  'lasting',
  'reemployment',
  'noDocumentScreening',
] as const satisfies readonly (keyof Filter)[]
export type Flag = (typeof FLAGS)[number]
const isFlag = (value: string): value is Flag => (FLAGS as readonly string[]).includes(value)

const texts = (value: unknown): string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value])
    .filter((v): v is string | number => typeof v === 'string' || typeof v === 'number')
    .map(String)
    .filter((v) => v !== '')
  return list.length > 0 ? [...new Set(list)] : undefined
}
const number = (value: unknown, least = 1): number | undefined =>
  value !== '' && value !== null && Number.isInteger(Number(value)) && Number(value) >= least ? Number(value) : undefined
const time = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(value) ? value : undefined
export const some = <T>(list: T[] | undefined): T[] | undefined => (list && list.length > 0 ? list : undefined)

/** Without what is not set, so that one search has one URL. */
const tidy = (search: { [Key in keyof JobsSearch]: JobsSearch[Key] | undefined }): JobsSearch =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0)),
  ) as JobsSearch

/** Reads what stands in the URL; what is not understood is left out. */
export function jobsSearch(raw: Record<string, unknown>): JobsSearch {
  return tidy({
    q: typeof raw['q'] === 'string' || typeof raw['q'] === 'number' ? String(raw['q']).trim() : undefined,
    title: raw['title'] === true || raw['title'] === 'true' ? true : undefined,
    pref: texts(raw['pref']),
    muni: texts(raw['muni']),
    major: texts(raw['major']),
    occ: texts(raw['occ']),
    ind: texts(raw['ind']),
    time: texts(raw['time']),
    type: texts(raw['type']),
    sys: texts(raw['sys']),
    off: texts(raw['off']),
    ins: texts(raw['ins']),
    hourly: number(raw['hourly']),
    monthly: number(raw['monthly']),
    holidays: number(raw['holidays']),
    overtime: raw['overtime'] === undefined ? undefined : number(raw['overtime'], 0),
    week: number(raw['week']),
    from: time(raw['from']),
    until: time(raw['until']),
    age: number(raw['age']),
    retire: number(raw['retire']),
    staff: number(raw['staff']),
    days: number(raw['days']),
    flags: some(texts(raw['flags'])?.filter(isFlag)),
    order: raw['order'] === 'DEADLINE' || raw['order'] === 'WAGE' ? raw['order'] : undefined,
  })
}

/** The same search with other values; a value of undefined takes a condition off. */
export const changed = (search: JobsSearch, change: { [Key in keyof JobsSearch]?: JobsSearch[Key] | undefined }): JobsSearch =>
  tidy({ ...search, ...change })

/** What the search asks of the graph. */
export const filterOf = (search: JobsSearch): Filter => ({
  ...(search.q && { words: search.q }),
  ...(search.q && search.title && { titleOnly: true }),
  ...(search.pref && { prefectureCodes: search.pref }),
  ...(search.muni && { municipalityCodes: search.muni }),
  ...(search.major && { occupationMajors: search.major }),
  ...(search.occ && { occupationCodes: search.occ }),
  ...(search.ind && { industryCodes: search.ind }),
  ...(search.time && { workTimes: search.time }),
  ...(search.type && { employmentTypes: search.type }),
  ...(search.sys && { hoursSystems: search.sys }),
  ...(search.off && { daysOff: search.off }),
  ...(search.ins && { insurances: search.ins }),
  ...(search.hourly && { hourlyWageFrom: search.hourly }),
  ...(search.monthly && { monthlyWageFrom: search.monthly }),
  ...(search.holidays && { yearlyHolidaysFrom: search.holidays }),
  ...(search.overtime !== undefined && { overtimeHoursTo: search.overtime }),
  ...(search.week && { workingDaysTo: search.week }),
  ...(search.from && { startsFrom: search.from }),
  ...(search.until && { endsUntil: search.until }),
  ...(search.age && { age: search.age }),
  ...(search.retire && { retirementAgeFrom: search.retire }),
  ...(search.staff && { employeesFrom: search.staff }),
  ...(search.days && { newSinceDays: search.days }),
  ...Object.fromEntries((search.flags ?? []).map((flag) => [flag, true])),
})

export const orderOf = (search: JobsSearch): 'NEWEST' | 'DEADLINE' | 'WAGE' => search.order ?? 'NEWEST'

/** Where the search stands: for links, which are plain texts. The form is the router's own. */
export function jobsUrl(search: JobsSearch): string {
  const part = (value: unknown) => (typeof value === 'string' && !readsAsData(value) ? value : JSON.stringify(value))
  const query = Object.entries(search).map(([key, value]) => `${key}=${encodeURIComponent(part(value))}`)
  return query.length > 0 ? `/jobs?${query.join('&')}` : '/jobs'
}
function readsAsData(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Only the words and the order stay. */
export const withoutFilters = (search: JobsSearch): JobsSearch => changed({}, { q: search.q, title: search.title, order: search.order })

export const sameSearch = (a: JobsSearch, b: JobsSearch): boolean => jobsUrl(jobsSearch({ ...a })) === jobsUrl(jobsSearch({ ...b }))

/** What a person chose from the suggestions, added to the search. */
export function withPlaceOrOccupation(search: JobsSearch, { kind, code }: { kind: SuggestionKind; code: string }): JobsSearch {
  const key = ({ PREFECTURE: 'pref', MUNICIPALITY: 'muni', OCCUPATION_MAJOR: 'major', OCCUPATION: 'occ' } as const)[kind]
  return changed(search, { [key]: [...new Set([...(search[key] ?? []), code])] })
}

/** A posting number as people type it, in any width; anything else is words. */
export function postingNumberOf(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[−–—ー‐]/gu, '-')
    .replaceAll(/\s/gu, '')
  const digits = /^(\d{5})-?(\d{8})$/u.exec(plain)
  return digits ? `${digits[1]}-${digits[2]}` : undefined
}
