import { describe, expect, it } from 'vitest'
import { addOpenDays, isOpenDay, previousOpenDay, publicHolidays } from './open-days.ts'

const NONE = new Set<string>()
const daysOf = (year: number) => [...publicHolidays(year).keys()].toSorted().map((day) => day.slice(5))

describe('public holidays', () => {
  it('of 2026, as the Cabinet Office published them', () => {
    expect(daysOf(2026).join(' ')).toBe(
      '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
    )
    expect(publicHolidays(2026).get('2026-09-22')).toBe('国民の休日')
    expect(publicHolidays(2026).get('2026-05-06')).toBe('振替休日')
  })

  it('of 2027, as the Cabinet Office published them', () => {
    expect(daysOf(2027).join(' ')).toBe(
      '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
    )
    expect(publicHolidays(2027).get('2027-03-22')).toBe('振替休日')
  })

  it('of the years of the Olympics, which a law of their own moved', () => {
    expect(daysOf(2020).filter((day) => day >= '07' && day < '11')).toEqual(['07-23', '07-24', '08-10', '09-21', '09-22'])
    expect(daysOf(2021).filter((day) => day >= '07' && day < '11')).toEqual(['07-22', '07-23', '08-08', '08-09', '09-20', '09-23'])
  })
})

describe('an open day', () => {
  it('is none on weekends, holidays, at the year’s end and on the deployment’s own closed days', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-09-22', '2026-12-29', '2027-01-03', '2027-01-01'])
      expect(isOpenDay(day, NONE), day).toBe(false)
    for (const day of ['2026-12-28', '2027-01-04', '2026-09-24', '2026-03-31']) expect(isOpenDay(day, NONE), day).toBe(true)
    expect(isOpenDay('2026-03-31', new Set(['2026-03-31']))).toBe(false)
  })

  it('is found before a closed one, and counted on from any', () => {
    expect(previousOpenDay('2026-03-31', NONE)).toBe('2026-03-31')
    expect(previousOpenDay('2027-01-03', NONE)).toBe('2026-12-28')
    expect(previousOpenDay('2026-09-23', NONE)).toBe('2026-09-18')
    expect(addOpenDays('2026-12-28', 1, NONE)).toBe('2027-01-04')
    expect(addOpenDays('2026-09-18', 3, NONE)).toBe('2026-09-28')
  })
})
