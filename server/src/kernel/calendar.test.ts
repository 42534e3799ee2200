import { describe, expect, it } from 'vitest'
import { addDays, ageOn, daysBetween, endOfDay, endOfMonth, isDate, jstDateOf, monthOf, startOfDay, weekdayOf } from './calendar.ts'

describe('a day in Japan', () => {
  it('begins and ends at midnight in Japan, wherever the machine stands', () => {
    expect(startOfDay('2026-04-01').toISOString()).toBe('2026-03-31T15:00:00.000Z')
    expect(endOfDay('2026-04-01').toISOString()).toBe('2026-04-01T15:00:00.000Z')
    expect(jstDateOf(new Date('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31')
    expect(jstDateOf(new Date('2026-03-31T15:00:00.000Z'))).toBe('2026-04-01')
  })

  it('follows the last of a month, of February, and of the year', () => {
    expect(addDays('2026-01-31', 1)).toBe('2026-02-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  })

  it('exists or does not', () => {
    for (const day of ['2028-02-29', '2026-12-31', '2000-02-29']) expect(isDate(day), day).toBe(true)
    for (const day of ['2027-02-29', '2026-13-01', '2026-04-31', '2026-4-1', '20260401', '', '2026-00-10', '1900-02-29'])
      expect(isDate(day), day).toBe(false)
  })

  it('falls on its weekday', () => {
    expect(weekdayOf('2026-04-05')).toBe(0)
    expect(weekdayOf('2026-04-01')).toBe(3)
  })
})

describe('the end of a month', () => {
  it.each([
    ['2026-04-01', 2, '2026-06-30'],
    ['2026-04-30', 2, '2026-06-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-15', 2, '2028-02-29'],
    ['2026-11-21', 0, '2026-11-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-05-31', 13, '2027-06-30'],
  ])('of %s and %i months more is %s', (date, months, end) => {
    expect(endOfMonth(date, months)).toBe(end)
    expect(monthOf(end)).toBe(end.slice(0, 7))
  })
})

describe('an age', () => {
  it.each([
    ['2010-04-02', '2026-04-01', 15],
    ['2010-04-02', '2026-04-02', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
  ])('of somebody born on %s is on %s %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age)
  })
})
