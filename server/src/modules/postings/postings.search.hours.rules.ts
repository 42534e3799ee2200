import { POLICY } from '../../policy.ts'
import type { SearchableSheet } from './postings.search.sheet.rules.ts'

/** `length` minutes worked between `from` and `until`, which may lie on the next day. */
export interface Span {
  from: number
  until: number
  length: number
}

const HOUR = 60
const DAY = 24 * HOUR
/** Spans are kept in steps of five minutes, so that one fits an integer: 9 bits from, 10 until, 9 length. */
const STEP = 5
const UNTIL_BITS = 10
const LENGTH_BITS = 9

/** Minutes since midnight of 「09:00」, 「9:00」 or 「24:00」. */
export function minutesOf(time: string): number | null {
  const match = /^(\d{1,2}):(\d\d)$/u.exec(time)
  const minutes = match ? Number(match[1]) * HOUR + Number(match[2]) : Number.NaN
  return minutes <= DAY && Number(match?.[2]) < HOUR ? minutes : null
}

function spanOf(from: string | null, to: string | null): Span | null {
  const [start, end] = [minutesOf(from ?? ''), minutesOf(to ?? '')]
  if (start === null || end === null || start === DAY) return null
  const until = end > start ? end : end + DAY
  return { from: start, until, length: until - start }
}

const isSpan = (span: Span | null): span is Span => span !== null

function writtenSpans(sheet: SearchableSheet): { shifts: Span[]; range: Span | null } {
  const range = spanOf(sheet.rangeFrom, sheet.rangeTo)
  const within = sheet.rangeHours === null ? null : Math.round(sheet.rangeHours * HOUR)
  return {
    shifts: sheet.shifts.map(({ from, to }) => spanOf(from, to)).filter(isSpan),
    range: range && { ...range, length: within !== null && within > 0 ? Math.min(within, range.length) : range.length },
  }
}

/**
 * The hours a person must be free: any one of these. Part-time shifts are choices; who works full-time works all of them,
 * early and late. 「又は」 is a choice for both.
 */
export function spansOf(sheet: SearchableSheet): Span[] {
  const { shifts, range } = writtenSpans(sheet)
  const choices = sheet.workTime === 'PART_TIME' ? shifts : around(shifts)
  return range ? [...choices, range] : choices
}

function around(shifts: readonly Span[]): Span[] {
  if (shifts.length === 0) return []
  const from = Math.min(...shifts.map((span) => span.from))
  const until = Math.max(...shifts.map((span) => span.until))
  return [{ from, until, length: until - from }]
}

/** 深夜: 労働基準法37条4項. */
export function worksAtNight(sheet: SearchableSheet): boolean {
  const { shifts, range } = writtenSpans(sheet)
  const [evening, morning] = [POLICY.nightWorkFromHour * HOUR, POLICY.nightWorkToHour * HOUR]
  return (range ? [...shifts, range] : shifts).some(({ from, until }) => from < morning || until > evening)
}

/** As `posting_search` keeps it: starts rounded down, ends up, so that nothing fits which would not. */
export function packSpan({ from, until, length }: Span): number {
  const [first, last] = [Math.floor(from / STEP), Math.ceil(until / STEP)]
  const whole = last - first
  const worked = length === until - from ? whole : Math.min(Math.ceil(length / STEP), whole)
  return (first << (UNTIL_BITS + LENGTH_BITS)) | (last << LENGTH_BITS) | worked
}

/** Hours that a person is free, in the steps of packed spans. */
export interface FreeTime {
  from: number
  until: number
  /** Hours that begin after midnight lie in it too. */
  overMidnight: boolean
}
const STEPS_OF_DAY = DAY / STEP
/** No working day ends later. */
const ANY_END = 2 * STEPS_OF_DAY

/** From the one time to the other, over midnight where the end is not the later one; what is left out is any. */
export function freeTimeOf(from: number | null, until: number | null): FreeTime {
  const start = from === null ? 0 : Math.ceil(from / STEP)
  if (until === null) return { from: start, until: ANY_END, overMidnight: false }
  const end = Math.floor(until / STEP)
  return end > start ? { from: start, until: end, overMidnight: false } : { from: start, until: end + STEPS_OF_DAY, overMidnight: true }
}

/** Steps by which a span may begin later than it is kept. */
export const shiftsOf = ({ overMidnight }: FreeTime): number[] => (overMidnight ? [0, STEPS_OF_DAY] : [0])

/** Where the three numbers of a span lie, for the same question in SQL. */
export const PACKED = {
  from: UNTIL_BITS + LENGTH_BITS,
  until: LENGTH_BITS,
  untilMask: 2 ** UNTIL_BITS - 1,
  lengthMask: 2 ** LENGTH_BITS - 1,
}

export const fitsFreeTime = (packed: number, free: FreeTime): boolean =>
  shiftsOf(free).some((later) => {
    const [from, until] = [(packed >> PACKED.from) + later, ((packed >> PACKED.until) & PACKED.untilMask) + later]
    return Math.min(until, free.until) - Math.max(from, free.from) >= (packed & PACKED.lengthMask)
  })

const DAYS_IN_YEAR = 365
const DAYS_IN_WEEK = 7
const KANJI_DAYS = '一二三四五六七'
const PER_WEEK = /週[^\d月休]{0,4}([1-7])(?![\d時])/u
const DAYS_ALONE = /(?<!\d)([1-7])(?:日?~[1-7])?日/u
const OTHER_UNITS = /[月休時]/u
const AT_MOST = /[1-7]日?(?:以内|以下|まで)/u

/** The fewest working days a week: as written of part-time work, else what the yearly holidays leave. */
export function fewestDaysPerWeek(sheet: SearchableSheet): number {
  const written = (sheet.daysPerWeek ?? '')
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−ー〜-]/gu, '~')
    .replaceAll(/[一二三四五六七]/gu, (kanji) => String(KANJI_DAYS.indexOf(kanji) + 1))
  const days = PER_WEEK.exec(written) ?? (OTHER_UNITS.test(written) ? null : DAYS_ALONE.exec(written))
  if (days) return AT_MOST.test(written) ? 1 : Number(days[1])
  const workingDays = DAYS_IN_YEAR - Math.min(sheet.yearlyHolidays, DAYS_IN_YEAR)
  return Math.max(1, Math.round((workingDays / DAYS_IN_YEAR) * DAYS_IN_WEEK))
}
