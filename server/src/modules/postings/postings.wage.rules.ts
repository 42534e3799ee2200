import type { Row, Values } from '../../kernel/form.ts'

const DAYS_IN_YEAR = 365
const MONTHS = 12
const HOUR = 60

/** LAW J3: allowances that do not count towards the minimum wage, by their usual names. */
const NOT_COUNTED = /皆勤|精勤|通勤|家族|扶養|時間外|残業|休日|深夜|夜勤|夜間/u

export interface MinimumWage {
  yen: number
  prefectureName: string
}

export type WageUnit = 'HOUR' | 'DAY' | 'MONTH' | 'YEAR'

/** How much work one payment covers: `minutes / of` minutes, kept as whole numbers so that no yen is lost in rounding. */
export interface WageBasis {
  unit: WageUnit
  minutes: number
  of: number
}

const numberIn = (values: Values, key: string): number | null => {
  const value = values[key]
  return typeof value === 'number' ? value : null
}
const rowsIn = (values: Values, key: string): Row[] => {
  const value = values[key]
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []
}

const minutesOf = (time: unknown): number | null => {
  const match = typeof time === 'string' ? /^(\d\d):(\d\d)$/u.exec(time) : null
  return match ? Number(match[1]) * HOUR + Number(match[2]) : null
}

/** From start to end of each shift, breaks included; a shift that ends before it starts ends the next day. */
export function shiftMinutes(values: Values): number[] {
  return rowsIn(values, 'shifts').flatMap((shift) => {
    const [from, to] = [minutesOf(shift['from']), minutesOf(shift['to'])]
    if (from === null || to === null) return []
    return [to > from ? to - from : to - from + 24 * HOUR]
  })
}

/** Minutes worked on a usual day: the first shift without its break; where only a range is given, the hours within it. */
function dailyMinutes(values: Values): number | null {
  const [first] = shiftMinutes(values)
  if (first !== undefined) return Math.max(0, first - (numberIn(values, 'breakMinutes') ?? 0)) || null
  const hours = numberIn(values, 'rangeHours')
  return hours === null ? null : hours * HOUR
}

function wageUnit(values: Values): WageUnit | null {
  switch (values['wageForm']) {
    case 'MONTHLY':
      return 'MONTH'
    case 'DAILY':
      return 'DAY'
    case 'HOURLY':
      return 'HOUR'
    case 'YEARLY':
      return 'YEAR'
    case 'OTHER':
      return values['workTime'] === 'PART_TIME' ? 'HOUR' : 'MONTH'
    default:
      return null
  }
}

/** LAW J3: a month holds the hours of the year ÷ 12; without the yearly holidays, the working days of the month. */
function wageBasis(values: Values): WageBasis | null {
  const unit = wageUnit(values)
  if (unit === null) return null
  if (unit === 'HOUR') return { unit, minutes: HOUR, of: 1 }
  const daily = dailyMinutes(values)
  if (daily === null) return null
  if (unit === 'DAY') return { unit, minutes: daily, of: 1 }
  const holidays = numberIn(values, 'yearlyHolidays')
  const days = numberIn(values, 'workingDaysPerMonth')
  if (holidays !== null && holidays < DAYS_IN_YEAR) {
    const minutes = (DAYS_IN_YEAR - holidays) * daily
    return unit === 'MONTH' ? { unit, minutes, of: MONTHS } : { unit, minutes, of: 1 }
  }
  if (days === null) return null
  const minutes = Math.round(days * 10) * daily
  return unit === 'MONTH' ? { unit, minutes, of: 10 } : { unit, minutes: minutes * MONTHS, of: 10 }
}

const sumOf = (rows: readonly Row[], end: 'from' | 'to'): number =>
  rows.reduce((sum, row) => sum + (typeof row[end] === 'number' ? row[end] : 0), 0)

/** Lower end of a + b that counts towards the minimum wage. */
function countedFrom(values: Values): { base: number; allowances: number } | null {
  const base = numberIn(values, 'baseFrom')
  if (base === null) return null
  const counted = rowsIn(values, 'allowances').filter((row) => !NOT_COUNTED.test(String(row['name'] ?? '')))
  return { base, allowances: sumOf(counted, 'from') }
}

export const hoursOf = (basis: WageBasis): number => basis.minutes / basis.of / HOUR

const hourly = (amount: number, basis: WageBasis): number => (amount * HOUR * basis.of) / basis.minutes

export interface MinimumWageCheck {
  counted: { base: number; allowances: number }
  basis: WageBasis
  hourly: number
  enough: boolean
  /** Lower end of the base pay that would do. */
  proposal: number
}

export function checkMinimumWage(values: Values, minimum: MinimumWage): MinimumWageCheck | null {
  const counted = countedFrom(values)
  const basis = wageBasis(values)
  if (counted === null || basis === null) return null
  const needed = Math.ceil((minimum.yen * basis.minutes) / (HOUR * basis.of))
  const amount = counted.base + counted.allowances
  return {
    counted,
    basis,
    hourly: hourly(amount, basis),
    enough: amount * HOUR * basis.of >= minimum.yen * basis.minutes,
    proposal: Math.max(1, needed - counted.allowances),
  }
}

/** One decimal, but never rounded up to a figure that would be enough. */
export function shownHourly(check: Pick<MinimumWageCheck, 'hourly' | 'enough'>, minimum: number): number {
  const rounded = Math.round(check.hourly * 10) / 10
  return !check.enough && rounded >= minimum ? Math.floor(check.hourly * 100) / 100 : rounded
}

/** Lower end of a + b by the hour in whole yen: compares wages across forms. Zero where nothing tells the hours. */
export function hourlyFrom(values: Values): number {
  const base = numberIn(values, 'baseFrom')
  const basis = wageBasis(values)
  if (base === null || basis === null) return 0
  return Math.floor(hourly(base + sumOf(rowsIn(values, 'allowances'), 'from'), basis))
}

/** a + b, and + c where fixed overtime exists: what seekers see. */
export function shownWage(values: Values): { from: number; to: number } {
  const rows = rowsIn(values, 'allowances')
  const fixed = values['fixedOvertime'] === true
  const end = (base: string, side: 'from' | 'to', overtime: string) =>
    (numberIn(values, base) ?? 0) + sumOf(rows, side) + (fixed ? (numberIn(values, overtime) ?? 0) : 0)
  return { from: end('baseFrom', 'from', 'fixedOvertimeFrom'), to: end('baseTo', 'to', 'fixedOvertimeTo') }
}
