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
  overtime?: number
  days?: number
  /** Yes-no filters by their name in PostingFilter. */
  flags?: string[]
  order?: 'DEADLINE' | 'WAGE'
}

const texts = (value: unknown): string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value]).filter((v): v is string | number => typeof v === 'string' || typeof v === 'number').map(String)
  return list.length > 0 ? list : undefined
}
const number = (value: unknown): number | undefined => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined)

export function jobsSearch(raw: Record<string, unknown>): JobsSearch {
  const search = {
    q: typeof raw['q'] === 'string' || typeof raw['q'] === 'number' ? String(raw['q']) : undefined,
    pref: texts(raw['pref']),
    muni: texts(raw['muni']),
    major: texts(raw['major']),
    occ: texts(raw['occ']),
    time: texts(raw['time']),
    type: texts(raw['type']),
    hourly: number(raw['hourly']),
    monthly: number(raw['monthly']),
    holidays: number(raw['holidays']),
    overtime: number(raw['overtime']),
    days: number(raw['days']),
    flags: texts(raw['flags']),
    order: raw['order'] === 'DEADLINE' || raw['order'] === 'WAGE' ? raw['order'] : undefined,
  }
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as JobsSearch
}
