import type { DayPattern, OccupationTemplate, RestPattern } from './occupation-templates/template.ts'
import type { Random } from './random.ts'

/** One working day: times, minutes of break, paid hours. */
export type Day = {
  shifts: { from: string; to: string }[]
  breakMinutes: number
  hours: number
  variable: string
  night: boolean
  note?: string
}

const day = (times: string, breakMinutes: number, hours: number, variable = 'NONE', note?: string): Day => ({
  shifts: times.split(' ').map((one) => {
    const [from = '', to = ''] = one.split('-')
    return { from: from.padStart(5, '0'), to: to.padStart(5, '0') }
  }),
  breakMinutes,
  hours,
  variable,
  night: times.split(' ').some((one) => {
    const [from = '', to = ''] = one.split('-')
    return to < from || to > '22:00'
  }),
  ...(note === undefined ? {} : { note }),
})

const fullDays: Record<DayPattern, readonly Day[]> = {
  office: [
    day('09:00-18:00', 60, 8),
    day('08:30-17:30', 60, 8),
    day('08:30-17:15', 60, 7.75),
    day('09:00-17:45', 60, 7.75),
    day('09:00-17:30', 60, 7.5),
    day('08:30-17:00', 60, 7.5),
  ],
  factory: [
    day('08:00-17:00', 60, 8),
    day('08:15-17:15', 60, 8),
    day('08:30-17:15', 60, 7.75),
    day('08:00-16:45', 60, 7.75),
    day('08:30-17:00', 60, 7.5),
  ],
  twoShift: [
    day('06:00-14:45 14:30-23:15', 45, 8, 'SHIFTS', '1週間ごとの交替です。'),
    day('08:00-17:00 20:00-05:00', 60, 8, 'SHIFTS', '2週間ごとの交替です。'),
    day('07:00-15:15 15:00-23:15', 45, 7.5, 'SHIFTS'),
  ],
  shop: [
    day('09:30-18:30 11:00-20:00', 60, 8, 'SHIFTS'),
    day('08:30-17:30 12:00-21:00', 60, 8, 'SHIFTS', '早番と遅番は月の半分ずつです。'),
    day('10:00-19:00', 60, 8),
    day('09:30-18:00 11:30-20:00', 60, 7.5, 'SHIFTS'),
  ],
  restaurant: [
    day('10:00-19:00 13:00-22:00', 60, 8, 'SHIFTS'),
    day('09:00-18:00 12:00-21:00', 60, 8, 'SHIFTS'),
    day('09:30-18:00 12:30-21:00', 60, 7.5, 'SHIFTS'),
  ],
  care: [
    day('07:00-16:00 09:30-18:30 16:30-09:30', 60, 8, 'MONTHLY', '夜勤の休憩は120分、月4回程度です。'),
    day('08:30-17:30', 60, 8),
    day('07:00-16:00 10:00-19:00', 60, 8, 'SHIFTS', '夜勤はありません。'),
    day('08:30-17:00', 60, 7.5),
  ],
  clinic: [
    day('08:30-18:30', 120, 8, 'NONE', '昼の休憩は2時間です。'),
    day('08:30-17:30', 60, 8),
    day('09:00-18:30', 120, 7.5),
    day('08:45-17:15', 60, 7.5),
  ],
  nursery: [
    day('07:00-16:00 08:30-17:30 10:00-19:00', 60, 8, 'SHIFTS', '早番と遅番は週に1〜2回です。'),
    day('07:30-16:30 09:30-18:30', 60, 8, 'SHIFTS'),
    day('08:30-17:15', 60, 7.75),
    day('08:30-17:00', 60, 7.5),
  ],
  early: [
    day('07:00-16:00', 60, 8),
    day('05:00-14:00', 60, 8),
    day('06:30-15:15', 60, 7.75),
    day('06:00-14:30', 60, 7.5),
    day('07:30-16:00', 60, 7.5),
  ],
  site: [
    day('08:00-17:00', 60, 8),
    day('08:00-17:00', 90, 7.5, 'NONE', '休憩は昼60分と、午前・午後の各15分です。'),
    day('08:00-17:30', 120, 7.5),
  ],
  guard: [
    day('08:00-17:00 20:00-05:00', 60, 8, 'SHIFTS'),
    day('08:30-17:30', 60, 8),
    day('09:00-18:00 13:00-22:00', 60, 8, 'SHIFTS'),
    day('08:30-17:00', 60, 7.5),
  ],
  hotel: [
    day('07:00-16:00 13:00-22:00', 60, 8, 'SHIFTS'),
    day('07:00-16:00 13:00-22:00 22:00-07:00', 60, 8, 'SHIFTS', '夜間の勤務は月4〜5回です。'),
    day('08:00-16:30 13:30-22:00', 60, 7.5, 'SHIFTS'),
  ],
  farm: [day('07:30-16:30', 60, 8), day('08:00-17:00', 90, 7.5), day('07:00-16:00', 90, 7.5, 'NONE', '夏は6時から15時までです。')],
  school: [day('12:00-21:00', 60, 8), day('10:30-19:30', 60, 8), day('11:00-19:30', 60, 7.5), day('09:30-18:00', 60, 7.5)],
}

const partDays: Record<DayPattern, readonly Day[]> = {
  office: [day('09:00-15:00', 60, 5), day('09:00-16:00', 60, 6), day('10:00-15:00', 0, 5), day('13:00-17:00', 0, 4)],
  factory: [day('08:30-15:30', 60, 6), day('09:00-16:00', 60, 6), day('09:00-15:00', 45, 5.25), day('13:00-17:00', 0, 4)],
  twoShift: [day('08:00-15:00', 60, 6), day('17:00-22:00', 0, 5)],
  shop: [day('09:00-14:00', 0, 5), day('13:00-18:00', 0, 5), day('17:00-21:00', 0, 4), day('09:30-16:00', 45, 5.75)],
  restaurant: [day('10:00-15:00', 0, 5), day('17:00-21:30', 0, 4.5), day('11:00-14:00', 0, 3), day('09:00-15:00', 45, 5.25)],
  care: [day('08:30-15:30', 60, 6), day('09:00-14:00', 0, 5), day('07:00-11:00', 0, 4), day('09:00-16:00', 60, 6)],
  clinic: [day('08:30-12:30', 0, 4), day('08:30-13:00', 0, 4.5), day('14:00-18:30', 0, 4.5), day('09:00-15:00', 60, 5)],
  nursery: [day('07:30-12:00', 0, 4.5), day('09:00-15:00', 45, 5.25), day('15:00-19:00', 0, 4), day('08:00-13:00', 0, 5)],
  early: [day('06:00-10:00', 0, 4), day('07:00-12:00', 0, 5), day('08:00-13:00', 0, 5), day('09:00-13:00', 0, 4)],
  site: [day('08:00-15:00', 60, 6), day('09:00-14:00', 0, 5)],
  guard: [day('17:00-22:00', 0, 5), day('08:00-13:00', 0, 5)],
  hotel: [day('06:30-11:00', 0, 4.5), day('16:00-21:00', 0, 5), day('10:00-15:00', 0, 5)],
  farm: [day('07:00-12:00', 0, 5), day('08:00-14:00', 60, 5), day('08:00-12:00', 0, 4)],
  school: [day('14:00-19:00', 0, 5), day('13:30-18:30', 0, 5), day('17:00-21:00', 0, 4)],
}

/** Yearly holidays that go with the rest pattern and with 40 hours a week. */
function yearlyHolidays(random: Random, rest: RestPattern, hours: number): number {
  const ranges: Record<RestPattern, readonly [number, number]> = {
    weekend: [118, 128],
    weekendOnly: [105, 116],
    roster: [105, 120],
    sunday: [96, 110],
  }
  const [low, high] = ranges[rest]
  const least = hours >= 8 ? 105 : hours > 7.5 ? 100 : low
  return Math.max(least, random.pick([low, random.int(low, high), random.int(low, high), high === 128 ? 120 : high]))
}

export type Hours = Day & {
  yearlyHolidays: number
  daysOff: string[]
  twoDaysOff: string
  daysOffNote: string | null
  daysPerWeek: string | null
  weeklyHours: number
  paidLeaveDays: number
}

const breaks = ['夏季3日、年末年始5日', '夏季4日、年末年始6日', '年末年始6日、創立記念日', '夏季休暇、年末年始']

function daysOff(random: Random, rest: RestPattern, holidays: number): Pick<Hours, 'daysOff' | 'twoDaysOff' | 'daysOffNote'> {
  switch (rest) {
    case 'weekend':
      return { daysOff: ['SAT', 'SUN', 'HOLIDAY'], twoDaysOff: 'EVERY_WEEK', daysOffNote: random.pick(breaks) }
    case 'weekendOnly':
      return holidays >= 110
        ? { daysOff: ['SAT', 'SUN'], twoDaysOff: 'EVERY_WEEK', daysOffNote: random.pick(breaks) }
        : { daysOff: ['SAT', 'SUN', 'OTHER'], twoDaysOff: 'OTHER', daysOffNote: '年間の予定表による（土曜の出勤が年に数回）' }
    case 'roster':
      return {
        daysOff: ['OTHER'],
        twoDaysOff: holidays >= 105 ? 'EVERY_WEEK' : 'OTHER',
        daysOffNote: `勤務表による（月${Math.floor(holidays / 12)}日以上）`,
      }
    case 'sunday':
      return holidays >= 105
        ? { daysOff: [random.pick(['WED', 'THU', 'SAT']), 'SUN'], twoDaysOff: 'EVERY_WEEK', daysOffNote: random.pick(breaks) }
        : { daysOff: ['SUN', 'OTHER'], twoDaysOff: 'OTHER', daysOffNote: `日曜とほかの1日（月${Math.floor(holidays / 12)}日）` }
  }
}

export function fullTimeHours(random: Random, template: OccupationTemplate): Hours {
  const chosen = random.pick(fullDays[template.day])
  const holidays = yearlyHolidays(random, template.rest, chosen.hours)
  return {
    ...chosen,
    yearlyHolidays: holidays,
    ...daysOff(random, template.rest, holidays),
    daysPerWeek: null,
    weeklyHours: 40,
    paidLeaveDays: 10,
  }
}

/** Fewer days a week mean more days off a year: 52 weeks of them. */
export function partTimeHours(random: Random, template: OccupationTemplate): Hours {
  const chosen = random.pick(partDays[template.day])
  const days = random.weighted([
    [3, 25],
    [4, 30],
    [5, 45],
  ] as const)
  const weeklyHours = days * chosen.hours
  const base = { ...chosen, weeklyHours, paidLeaveDays: weeklyHours >= 30 || days === 5 ? 10 : days === 4 ? 7 : 5 }
  if (days === 5) {
    const holidays = yearlyHolidays(random, template.rest, chosen.hours)
    return {
      ...base,
      yearlyHolidays: Math.max(105, holidays),
      ...daysOff(random, template.rest, Math.max(105, holidays)),
      daysPerWeek: '週5日',
    }
  }
  return {
    ...base,
    yearlyHolidays: 365 - 52 * days,
    daysOff: template.rest === 'weekend' ? ['SAT', 'SUN', 'HOLIDAY', 'OTHER'] : ['OTHER'],
    twoDaysOff: 'EVERY_WEEK',
    daysOffNote: '勤務表による（希望を聞いて決めます）',
    daysPerWeek: `週${days}日`,
  }
}
