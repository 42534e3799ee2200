import { addDays, type JstDate, weekdayOf } from './calendar.ts'

/** Days on which this deployment's offices are closed beside those of the law. */
export type ClosedDays = ReadonlySet<JstDate>

/** 国民の祝日に関する法律 2: the days that stand on a date. */
const FIXED = [
  ['01-01', '元日'],
  ['02-11', '建国記念の日'],
  ['02-23', '天皇誕生日'],
  ['04-29', '昭和の日'],
  ['05-03', '憲法記念日'],
  ['05-04', 'みどりの日'],
  ['05-05', 'こどもの日'],
  ['11-03', '文化の日'],
  ['11-23', '勤労感謝の日'],
] as const

/** Dates that a special law moved for one year (the Olympic years). */
const MOVED: Readonly<Record<string, Partial<Record<'海の日' | '山の日' | 'スポーツの日', string>>>> = {
  '2020': { 海の日: '07-23', スポーツの日: '07-24', 山の日: '08-10' },
  '2021': { 海の日: '07-22', スポーツの日: '07-23', 山の日: '08-08' },
}

const dateOf = (year: number, monthAndDay: string): JstDate => `${year}-${monthAndDay}`

function nthMonday(year: number, month: string, n: number): JstDate {
  const first = dateOf(year, `${month}-01`)
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (n - 1) * 7)
}

/** The known formula of the equinoxes, good from 1980 to 2099. */
function equinox(year: number, month: '03' | '09'): JstDate {
  const years = year - 1980
  const day = Math.floor((month === '03' ? 20.8431 : 23.2488) + 0.242194 * years - Math.floor(years / 4))
  return dateOf(year, `${month}-${String(day).padStart(2, '0')}`)
}

function namedHolidays(year: number): Map<JstDate, string> {
  const moved = MOVED[String(year)] ?? {}
  return new Map<JstDate, string>([
    ...FIXED.map(([day, name]): [JstDate, string] => [dateOf(year, day), name]),
    [nthMonday(year, '01', 2), '成人の日'],
    [equinox(year, '03'), '春分の日'],
    [moved['海の日'] ? dateOf(year, moved['海の日']) : nthMonday(year, '07', 3), '海の日'],
    [dateOf(year, moved['山の日'] ?? '08-11'), '山の日'],
    [nthMonday(year, '09', 3), '敬老の日'],
    [equinox(year, '09'), '秋分の日'],
    [moved['スポーツの日'] ? dateOf(year, moved['スポーツの日']) : nthMonday(year, '10', 2), 'スポーツの日'],
  ])
}

/** Every public holiday of a year from 2020 on: with 振替休日 (法3条2項) and 国民の休日 (法3条3項). */
export function publicHolidays(year: number): ReadonlyMap<JstDate, string> {
  const known = years.get(year)
  if (known) return known
  const named = namedHolidays(year)
  const all = new Map(named)
  for (const day of named.keys()) {
    if (weekdayOf(day) === 0) {
      let instead = addDays(day, 1)
      while (named.has(instead)) instead = addDays(instead, 1)
      all.set(instead, '振替休日')
    }
    const between = addDays(day, 1)
    if (!named.has(between) && !all.has(between) && named.has(addDays(day, 2))) all.set(between, '国民の休日')
  }
  years.set(year, all)
  return all
}
const years = new Map<number, ReadonlyMap<JstDate, string>>()

/** 29 December to 3 January (行政機関の休日に関する法律 1). */
const isYearEnd = (date: JstDate): boolean => date.slice(5) >= '12-29' || date.slice(5) <= '01-03'

/** R7: offices are open on all days but weekends, public holidays, the year's end, and the deployment's own closed days. */
export const isOpenDay = (date: JstDate, closed: ClosedDays): boolean =>
  ![0, 6].includes(weekdayOf(date)) && !isYearEnd(date) && !closed.has(date) && !publicHolidays(Number(date.slice(0, 4))).has(date)

/** The day itself if it is open, else the last open day before it. */
export function previousOpenDay(date: JstDate, closed: ClosedDays): JstDate {
  let day = date
  while (!isOpenDay(day, closed)) day = addDays(day, -1)
  return day
}

/** The n-th open day after a day. */
export function addOpenDays(date: JstDate, days: number, closed: ClosedDays): JstDate {
  let day = date
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isOpenDay(day, closed)) left--
  }
  return day
}
