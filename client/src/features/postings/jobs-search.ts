import type { VariablesOf } from '../../graph/graphql.ts'
import type { PostingTotals } from './posting-totals.ts'

/** The filters of a search as they stand in the URL: shareable, and back goes back. */
export interface JobsSearch {
  q?: string
  pref?: string[]
  muni?: string[]
  major?: string[]
  occ?: string[]
  time?: string[]
  type?: string[]
  /** Lowest wage by the hour, in yen. */
  hourly?: number
  /** Lowest wage by the month, in yen. */
  monthly?: number
  holidays?: number
  /** Overtime up to so many hours a month; 0 is none. */
  overtime?: number
  days?: number
  /** Yes-no filters by their name in PostingFilter. */
  flags?: Flag[]
  order?: 'DEADLINE' | 'WAGE'
}

/** What the graph is asked. */
export type Filter = NonNullable<VariablesOf<typeof PostingTotals>['f0']>

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
const some = <T>(list: T[] | undefined): T[] | undefined => (list && list.length > 0 ? list : undefined)

/** Without what is not set, so that one search has one URL. */
const tidy = (search: { [Key in keyof JobsSearch]: JobsSearch[Key] | undefined }): JobsSearch =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0)),
  ) as JobsSearch

/** Reads what stands in the URL; what is not understood is left out. */
export function jobsSearch(raw: Record<string, unknown>): JobsSearch {
  return tidy({
    q: typeof raw['q'] === 'string' || typeof raw['q'] === 'number' ? String(raw['q']).trim() : undefined,
    pref: texts(raw['pref']),
    muni: texts(raw['muni']),
    major: texts(raw['major']),
    occ: texts(raw['occ']),
    time: texts(raw['time']),
    type: texts(raw['type']),
    hourly: number(raw['hourly']),
    monthly: number(raw['monthly']),
    holidays: number(raw['holidays']),
    overtime: raw['overtime'] === undefined ? undefined : number(raw['overtime'], 0),
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
  ...(search.pref && { prefectureCodes: search.pref }),
  ...(search.muni && { municipalityCodes: search.muni }),
  ...(search.major && { occupationMajors: search.major }),
  ...(search.occ && { occupationCodes: search.occ }),
  ...(search.time && { workTimes: search.time }),
  ...(search.type && { employmentTypes: search.type }),
  ...(search.hourly && { hourlyWageFrom: search.hourly }),
  ...(search.monthly && { monthlyWageFrom: search.monthly }),
  ...(search.holidays && { yearlyHolidaysFrom: search.holidays }),
  ...(search.overtime !== undefined && { overtimeHoursTo: search.overtime }),
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

/** One thing that is set, with its value where it has one, and the search without it. */
export interface Condition {
  kind: 'word' | 'pref' | 'muni' | 'major' | 'occ' | 'time' | 'type' | 'hourly' | 'monthly' | 'holidays' | 'overtime' | 'days' | 'flags'
  value: string
  without: JobsSearch
}

const LISTS = ['time', 'type', 'flags'] as const
const AMOUNTS = ['hourly', 'monthly', 'holidays', 'overtime', 'days'] as const

/** What is set, one by one, for chips; a municipality stands for its prefecture, a finer occupation for its coarser one. */
export function conditionsOf(search: JobsSearch): Condition[] {
  const dropFrom = (kind: 'pref' | 'muni' | 'major' | 'occ' | (typeof LISTS)[number], value: string) =>
    changed(search, { [kind]: (search[kind] as string[] | undefined)?.filter((one) => one !== value) })
  const narrowed = new Set((search.muni ?? []).map((code) => code.slice(0, 2)))
  return [
    ...(search.pref ?? [])
      .filter((code) => !narrowed.has(code))
      .map((value): Condition => ({ kind: 'pref', value, without: dropFrom('pref', value) })),
    ...(['muni', 'major', 'occ', ...LISTS] as const).flatMap((kind) =>
      (search[kind] ?? []).map((value): Condition => ({ kind, value, without: dropFrom(kind, value) })),
    ),
    ...AMOUNTS.filter((kind) => search[kind] !== undefined).map((kind): Condition => ({
      kind,
      value: String(search[kind]),
      without: changed(search, { [kind]: undefined }),
    })),
  ]
}

/** Words with operators are taken off together; their parts mean nothing alone. */
const hasOperators = (q: string): boolean => /(?:^|\s)(?:OR|[-−ー-].+)(?:\s|$)/u.test(q)

/**
 * What could be taken off when nothing is found. Several choices of one kind widen each other already,
 * so they are taken off together.
 */
export function removalsOf(search: JobsSearch): Condition[] {
  const words = (search.q ?? '').split(/[\s\u3000]+/u).filter((word) => word !== '')
  const all = (kind: Condition['kind'], value: string, change: Parameters<typeof changed>[1]): Condition => ({
    kind,
    value,
    without: changed(search, change),
  })
  return [
    ...(words.length > 1 && !hasOperators(search.q ?? '')
      ? words.map((word, index) => all('word', word, { q: words.filter((_, at) => at !== index).join(' ') }))
      : words.length > 0
        ? [all('word', search.q ?? '', { q: undefined })]
        : []),
    ...(search.muni
      ? [all('muni', search.muni.join(' '), { muni: undefined, pref: some([...new Set(search.muni.map((code) => code.slice(0, 2)))]) })]
      : []),
    ...(search.pref && !search.muni ? [all('pref', search.pref.join(' '), { pref: undefined })] : []),
    ...(search.major || search.occ
      ? [all('major', [...(search.major ?? []), ...(search.occ ?? [])].join(' '), { major: undefined, occ: undefined })]
      : []),
    ...(search.time ? [all('time', search.time.join(' '), { time: undefined })] : []),
    ...(search.type ? [all('type', search.type.join(' '), { type: undefined })] : []),
    ...AMOUNTS.filter((kind) => search[kind] !== undefined).map((kind) => all(kind, String(search[kind]), { [kind]: undefined })),
    ...(search.flags ?? []).map((flag) => all('flags', flag, { flags: search.flags?.filter((one) => one !== flag) })),
  ]
}

/** Only the words and the order stay. */
export const withoutFilters = (search: JobsSearch): JobsSearch => changed({}, { q: search.q, order: search.order })

export const sameSearch = (a: JobsSearch, b: JobsSearch): boolean => jobsUrl(jobsSearch({ ...a })) === jobsUrl(jobsSearch({ ...b }))

/** A posting number as people type it, in any width; anything else is words. */
export function postingNumberOf(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[−–—ー‐]/gu, '-')
    .replaceAll(/\s/gu, '')
  const digits = /^(\d{5})-?(\d{8})$/u.exec(plain)
  return digits ? `${digits[1]}-${digits[2]}` : undefined
}
