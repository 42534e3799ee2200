import { describe, expect, it } from 'vitest'
import { fewestDaysPerWeek, fitsFreeTime, freeTimeOf, minutesOf, packSpan, spansOf, worksAtNight } from './postings.search.hours.rules.ts'
import type { SearchableSheet } from './postings.search.sheet.rules.ts'

const sheetWith = (values: Partial<SearchableSheet>) =>
  ({
    workTime: 'PART_TIME',
    shifts: [],
    rangeFrom: null,
    rangeTo: null,
    rangeHours: null,
    daysPerWeek: null,
    yearlyHolidays: 209,
    ...values,
  }) as SearchableSheet
const shifts = (...texts: string[]) => texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }))
const fits = (sheet: SearchableSheet, from: string | null, until: string | null) => {
  const free = freeTimeOf(from === null ? null : minutesOf(from), until === null ? null : minutesOf(until))
  return spansOf(sheet).some((span) => fitsFreeTime(packSpan(span), free))
}

describe('hours', () => {
  it('fit when the whole shift lies within the free time, to the minute on both sides', () => {
    const sheet = sheetWith({ shifts: shifts('09:00-13:00') })
    expect([fits(sheet, '09:00', '13:00'), fits(sheet, '09:05', '13:00'), fits(sheet, '09:00', '12:55')]).toEqual([true, false, false])
    expect([fits(sheet, '09:00', null), fits(sheet, null, '13:00'), fits(sheet, null, '12:00')]).toEqual([true, true, false])
  })

  it('never fit by rounding: a shift from 8:48 begins too early for 8:50', () => {
    const sheet = sheetWith({ shifts: shifts('08:48-17:02') })
    expect([fits(sheet, '08:50', '18:00'), fits(sheet, '08:45', '17:00'), fits(sheet, '08:45', '17:05')]).toEqual([false, false, true])
  })

  it('of part-time work are choices, of full-time work all worked', () => {
    const two = shifts('07:00-16:00', '13:00-22:00')
    expect(fits(sheetWith({ shifts: two }), '06:00', '17:00')).toBe(true)
    expect(fits(sheetWith({ workTime: 'FULL_TIME', shifts: two }), '06:00', '17:00')).toBe(false)
    expect(fits(sheetWith({ workTime: 'FULL_TIME', shifts: two }), '06:00', '22:00')).toBe(true)
  })

  it('of a range fit where enough of it is free', () => {
    const sheet = sheetWith({ rangeFrom: '08:00', rangeTo: '20:00', rangeHours: 4 })
    expect([fits(sheet, '16:00', '22:00'), fits(sheet, '16:05', '22:00'), fits(sheet, '06:00', '12:00')]).toEqual([true, false, true])
    expect(fits(sheetWith({ rangeFrom: '08:00', rangeTo: '12:00', rangeHours: 9 }), '08:00', '12:00')).toBe(true)
  })

  it('over midnight end on the next day', () => {
    const night = sheetWith({ shifts: shifts('22:00-07:00') })
    expect([fits(night, '22:00', '07:00'), fits(night, '21:00', '06:00'), fits(night, null, '08:00')]).toEqual([true, false, false])
    const late = sheetWith({ shifts: shifts('00:30-05:00') })
    expect([fits(late, '22:00', '05:00'), fits(late, '01:00', '05:00')]).toEqual([true, false])
  })

  it('are night work when they touch 22:00 to 5:00, ranges too', () => {
    const works = (text: string) => worksAtNight(sheetWith({ shifts: shifts(text) }))
    expect(['05:00-14:00', '04:59-14:00', '13:00-22:00', '13:00-22:01', '16:00-09:00'].map(works)).toEqual([false, true, false, true, true])
    expect(worksAtNight(sheetWith({ shifts: shifts('09:00-13:00'), rangeFrom: '17:00', rangeTo: '23:00' }))).toBe(true)
  })

  it('are read only when they are a time', () => {
    expect(['09:00', '9:30', '24:00', '24:01', '9', '09:60', '', 'あさ'].map(minutesOf)).toEqual([
      540,
      570,
      1440,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('working days a week', () => {
  it.each([
    ['週3日', 3],
    ['週3〜5日(相談可)', 3],
    ['週２日以上', 2],
    ['週4日から5日', 4],
    ['週三日', 3],
    ['3日〜5日', 3],
    ['週に1・2回', 1],
    ['1週間に4日程度', 4],
    ['週3日以内', 1],
    ['週休2日', 3],
    ['週20時間', 3],
    ['月15日', 3],
    ['1日4時間', 3],
    ['応相談', 3],
    ['', 3],
  ])('of 「%s」 are at least %i; what cannot be read follows from the yearly holidays', (daysPerWeek, days) => {
    expect(fewestDaysPerWeek(sheetWith({ daysPerWeek }))).toBe(days)
  })

  it('of full-time work follow from the yearly holidays', () => {
    expect([0, 60, 87, 105, 120, 365].map((yearlyHolidays) => fewestDaysPerWeek(sheetWith({ yearlyHolidays })))).toEqual([7, 6, 5, 5, 5, 1])
  })
})
