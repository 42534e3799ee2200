import { minimumWages } from '../../modules/offices/data/minimum-wages.rules.ts'
import type { Hours } from './posting-hours.ts'
import type { OccupationTemplate } from './occupation-templates/template.ts'
import type { Random } from './random.ts'

const NATIONAL = 1121

export type Wage = {
  wageForm: 'MONTHLY' | 'DAILY' | 'HOURLY'
  baseFrom: number
  baseTo: number
  allowances: { name: string; from: number; to: number }[]
  fixedOvertime: { from: number; to: number; hours: number } | null
}

export const minimumWageOf = (prefectureCode: string): number => minimumWages.find((row) => row.code === prefectureCode)?.yen ?? NATIONAL

const up = (value: number, step: number): number => Math.ceil(value / step) * step
const monthlyHours = (hours: Hours): number => ((365 - hours.yearlyHolidays) * hours.hours) / 12

/** Allowances that the law leaves out when a wage is held against the minimum (LAW J3). */
const leftOut = /無事故|交替|夜勤/u

/** The wage of a whole month or of an hour: near the usual one of the work in that prefecture, never below its minimum wage. */
export function wageOf(
  random: Random,
  template: OccupationTemplate,
  prefectureCode: string,
  hours: Hours,
  form: 'REGULAR' | 'NON_REGULAR' | 'PART_TIME',
  size: number,
): Wage {
  const minimum = minimumWageOf(prefectureCode)
  if (form === 'PART_TIME') {
    const [low, high] = template.hourlyAbove
    const from = up(minimum + low * (0.6 + random.next() * 0.7), 10)
    return {
      wageForm: 'HOURLY',
      baseFrom: from,
      baseTo: random.chance(0.35) ? from : up(from + (high - low) * (0.25 + random.next() * 0.6), 10),
      allowances: [],
      fixedOvertime: null,
    }
  }
  const level = (0.35 + 0.65 * (minimum / NATIONAL)) * (0.97 + Math.min(size, 300) / 5000) * (form === 'REGULAR' ? 1 : 0.95)
  const allowances = (template.allowances ?? [])
    .filter(() => random.chance(form === 'REGULAR' ? 0.55 : 0.35))
    .map(({ name, low, high }) => {
      const from = random.int(low, Math.floor((low + high) / 2)) * 1000
      return { name, from, to: random.chance(0.4) ? from : Math.max(from, random.int(Math.ceil((low + high) / 2), high) * 1000) }
    })
  const counted = allowances.filter((one) => !leftOut.test(one.name)).reduce((sum, one) => sum + one.from, 0)
  const usual = template.monthly[0] * 1000 * level * (0.97 + random.next() * 0.1)
  const least = minimum * 1.005 * monthlyHours(hours) - counted
  const baseFrom = up(Math.max(usual, least), random.pick([500, 1000, 1000, 2000]))
  const spread = (template.monthly[1] - template.monthly[0]) * 1000 * level * (0.5 + random.next() * 0.6)
  const baseTo = random.chance(0.08) ? baseFrom : up(baseFrom + spread, 1000)
  const month = monthlyHours(hours)
  const lowest = Math.max(baseFrom, minimum * month)
  const highest = Math.max(baseTo, lowest)
  const byDay = (amount: number): number => up((amount / month) * hours.hours, 100)
  const byHour = (amount: number): number => up(amount / month, 10)
  if (['site', 'early', 'farm'].includes(template.day) && random.chance(form === 'NON_REGULAR' ? 0.4 : 0.12))
    return { wageForm: 'DAILY', baseFrom: byDay(lowest), baseTo: byDay(highest), allowances: [], fixedOvertime: null }
  if (form === 'NON_REGULAR' && random.chance(0.4))
    return { wageForm: 'HOURLY', baseFrom: byHour(lowest), baseTo: byHour(highest), allowances: [], fixedOvertime: null }
  const fixed =
    form === 'REGULAR' &&
    [
      'route-sales',
      'real-estate-sales',
      'store-manager',
      'store-area-manager',
      'web-developer',
      'site-engineer',
      'hall-staff',
      'truck-driver',
    ].includes(template.key) &&
    random.chance(0.3)
  if (!fixed) return { wageForm: 'MONTHLY', baseFrom, baseTo, allowances, fixedOvertime: null }
  const overtime = random.pick([10, 15, 20, 20, 30])
  const amount = (base: number) => up(((base + counted) / monthlyHours(hours)) * 1.25 * overtime, 100)
  return {
    wageForm: 'MONTHLY',
    baseFrom,
    baseTo,
    allowances,
    fixedOvertime: {
      from: amount(baseFrom),
      to: amount(baseTo + allowances.reduce((sum, one) => sum + one.to, 0) - counted),
      hours: overtime,
    },
  }
}
