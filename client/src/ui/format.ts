const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const JAPAN = 9 * 60 * MINUTE
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const
const HALF = /[\u0020-\u007e\uff61-\uff9f]/u
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** An instant (ISO text or Date) or a day (`YYYY-MM-DD`, Japan). */
export type When = string | Date

/** What a clock on a wall in Japan shows. */
export interface JapanTime {
  year: number
  month: number
  day: number
  weekday: (typeof WEEKDAYS)[number]
  hour: number
  minute: number
  second: number
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(value)
const two = (n: number): string => String(n).padStart(2, '0')

/** A day without a time means its beginning in Japan. */
const instantOf = (value: When): Date =>
  typeof value === 'string' ? (isDay(value) ? new Date(Date.parse(`${value}T00:00:00Z`) - JAPAN) : new Date(value)) : value

/** A limit given as a day ends with that day. */
export const limitOf = (value: When): Date =>
  typeof value === 'string' && isDay(value) ? new Date(instantOf(value).getTime() + DAY) : instantOf(value)

/** Japan has no summer time, so nine hours are always right. */
export function inJapan(value: When): JapanTime {
  const shifted = new Date(instantOf(value).getTime() + JAPAN)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: WEEKDAYS[shifted.getUTCDay()] ?? '日',
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  }
}

const dayNumber = (value: When): number => Math.floor((instantOf(value).getTime() + JAPAN) / DAY)

/** Days on the Japanese calendar from one instant to another. */
export const calendarDays = (from: When, to: When): number => dayNumber(to) - dayNumber(from)

/** The day of an instant in Japan as `YYYY-MM-DD`, the form in which days travel. */
export function dayOf(value: When): string {
  const { year, month, day } = inJapan(value)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** 11月23日(月); with the year when it is another one (PAGES 1.6). */
export function formatDay(value: When, now: Date, options: { weekday?: boolean } = {}): string {
  const { year, month, day, weekday } = inJapan(value)
  if (year !== inJapan(now).year) return `${year}年${month}月${day}日`
  return `${month}月${day}日${(options.weekday ?? true) ? `(${weekday})` : ''}`
}

/** 2026年12月20日(日): on paper, which may be read in another year. */
export function formatFullDay(value: When): string {
  const { year, month, day, weekday } = inJapan(value)
  return `${year}年${month}月${day}日(${weekday})`
}

/** 今日 and きのう for two days, then the day. */
export function formatDate(value: When, now: Date, options: { weekday?: boolean } = {}): string {
  const days = calendarDays(value, now)
  return days === 0 ? '今日' : days === 1 ? 'きのう' : formatDay(value, now, options)
}

/** 9:38, or 10:24:08 where seconds tell something. */
export function formatTime(value: When, options: { seconds?: boolean } = {}): string {
  const { hour, minute, second } = inJapan(value)
  return `${hour}:${two(minute)}${options.seconds ? `:${two(second)}` : ''}`
}

/** 今日 9:38, 11月19日(木) 15:36. */
export const formatDateTime = (value: When, now: Date): string => `${formatDate(value, now)} ${formatTime(value)}`

/** The shortest form for a list: 9:41, きのう, 11/13, 2025/11/13. */
export function formatShort(value: When, now: Date): string {
  const days = calendarDays(value, now)
  if (days === 0) return formatTime(value)
  if (days === 1) return 'きのう'
  const { year, month, day } = inJapan(value)
  return year === inJapan(now).year ? `${month}/${day}` : `${year}/${month}/${day}`
}

/** 11月25日(水) 14:00〜14:45. */
export const formatSlot = (start: When, end: When, now: Date): string =>
  `${formatDay(start, now)} ${formatTime(start)}〜${calendarDays(start, end) === 0 ? '' : `${formatDay(end, now)} `}${formatTime(end)}`

/** The last day somebody may act: a limit at midnight belongs to the day before. */
export const lastDay = (limit: Date): Date => new Date(limit.getTime() - 1)

/** 今日 17:00, あした 24:00, 11月23日: how a limit is named beside the time that is left. */
export function formatLimit(value: When, now: Date): string {
  const limit = limitOf(value)
  const days = calendarDays(now, lastDay(limit))
  const { hour, minute } = inJapan(limit)
  const time = hour === 0 && minute === 0 ? '24:00' : formatTime(limit)
  if (days === 0) return `今日 ${time}`
  if (days === 1) return `あした ${time}`
  return formatDay(lastDay(limit), now, { weekday: false })
}

const ERAS = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
  { name: '大正', from: '1912-07-30' },
  { name: '明治', from: '1868-10-23' },
] as const

/** Japanese eras as people write them in papers, and the Western calendar. */
export type Era = (typeof ERAS)[number]['name']

/** Years of an era as Western years: 平成5 is 1993. */
export const westernYear = (era: Era, year: number): number => Number(ERAS.find((e) => e.name === era)?.from.slice(0, 4)) + year - 1

/** The era a day lies in; before Meiji there is none here. */
export function eraOf(day: string): { era: Era; year: number } | undefined {
  const era = ERAS.find((e) => e.from <= day)
  return era && { era: era.name, year: Number(day.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1 }
}

/** 平成5年7月21日; the first year is 元年. */
export function formatEra(day: string): string {
  const era = eraOf(day)
  const { year, month, day: date } = inJapan(day)
  return `${era ? `${era.era}${era.year === 1 ? '元' : era.year}` : year}年${month}月${date}日`
}

/** Whether `YYYY-MM-DD` stands in the calendar. */
export const isRealDay = (day: string): boolean =>
  isDay(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** Full years on a day in Japan. */
export function ageOn(birth: string, now: Date): number {
  const today = dayOf(now)
  return Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0)
}

/** 48,216 */
export const formatNumber = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 3 })

/** 228,000円: pages that show one thing are exact. */
export const formatYen = (yen: number): string => `${formatNumber(yen)}円`

const MAN = 10_000
const inMan = (yen: number): string => `${(Math.floor(yen / 1000) / 10).toFixed(1)}万`

/** 22.8万〜27.5万円 for lists (cut, never rounded up); amounts under 10,000 yen stay exact. */
export function formatYenRange(from: number | null | undefined, to: number | null | undefined): string {
  const large = Math.min(from ?? to ?? 0, to ?? from ?? 0) >= MAN
  const one = (yen: number, unit: boolean): string => (large ? `${inMan(yen)}${unit ? '円' : ''}` : formatYen(yen))
  if (from == null && to == null) return ''
  if (from == null) return `〜${one(to as number, true)}`
  if (to == null) return `${one(from, true)}〜`
  if (from === to) return one(from, true)
  return `${one(from, false)}〜${one(to, true)}`
}

/** 412 KB, 1.8 MB. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilo = bytes / 1024
  if (kilo < 999.5) return `${Math.round(kilo)} KB`
  const mega = kilo / 1024
  return mega < 99.95 ? `${mega.toFixed(1)} MB` : `${Math.round(mega)} MB`
}

/** Full-width characters count 1, half-width 0.5 (PAGES 1.5), as the server counts before it rounds up. */
export function characterWidth(text: string): number {
  let halves = 0
  for (const { segment } of graphemes.segment(text)) halves += segment.length === 1 && HALF.test(segment) ? 1 : 2
  return halves / 2
}

/** Digits as typed in any width, with commas, become a plain number text. */
export const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[,、\s]/gu, '')
    .replaceAll(/[ー−–—]/gu, '-')
