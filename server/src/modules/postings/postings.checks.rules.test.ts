import { describe, expect, test } from 'vitest'
import { typedWith } from '../../../test/posting-form.ts'
import type { RawForm } from '../../kernel/form.ts'
import { POLICY } from '../../policy.ts'
import { type CheckFacts, checkPosting, joinProblems } from './postings.checks.rules.ts'
import { readPosting } from './postings.form.ts'
import { firstOf, insightsOf } from './postings.insights.ts'
import { hourlyFrom, shownWage } from './postings.wage.rules.ts'

const facts: CheckFacts & { policy: typeof POLICY } = {
  establishment: null,
  minimumWage: { yen: 1226, prefectureName: '東京都' },
  today: '2026-04-01',
  policy: POLICY,
}
const problemsOf = (form: RawForm, more: Partial<CheckFacts> = {}) => {
  const { values, problems } = readPosting(form)
  return joinProblems(problems, checkPosting(values, { ...facts, ...more }))
}
const codesOf = (form: RawForm, more: Partial<CheckFacts> = {}) =>
  problemsOf(form, more).map(({ path, code, severity }) => `${path} ${code} ${severity}`)
const valuesOf = (form: RawForm) => readPosting(form).values

test('a complete posting has no problem', () => {
  expect(problemsOf(typedWith({}))).toEqual([])
})

describe('the minimum wage', () => {
  const pay = (baseFrom: string, hours: RawForm[string] = {}, wage: RawForm[string] = {}) =>
    typedWith({
      wage: { baseFrom, baseTo: '9999999', allowances: undefined, ...wage },
      hours: { shifts: [{ from: '9:00', to: '18:00' }], breakMinutes: '60', yearlyHolidays: '120', ...hours },
    })

  test('200,000 yen for 8 hours and 120 holidays in Tokyo is 1,224.5 an hour, below 1,226', () => {
    expect(problemsOf(pay('200000'))).toEqual([
      {
        path: 'wage.baseFrom',
        code: 'BELOW_MINIMUM_WAGE',
        severity: 'ERROR',
        facts: { label: '基本給(a)の下限', hourly: 1224.5, prefecture: '東京都', minimum: 1226, proposal: 200247 },
      },
    ])
  })

  test('the proposed base pay is enough, one yen less is not', () => {
    expect(codesOf(pay('200247'))).toEqual([])
    expect(codesOf(pay('200246'))).toEqual(['wage.baseFrom BELOW_MINIMUM_WAGE ERROR'])
  })

  test('fixed allowances count, perfect-attendance and family allowances do not', () => {
    const rows = (name: string) => ({ allowances: [{ name, from: '247', to: '247' }] })
    expect(codesOf(pay('200000', {}, rows('職務手当')))).toEqual([])
    expect(codesOf(pay('200000', {}, rows('皆勤手当')))).toEqual(['wage.baseFrom BELOW_MINIMUM_WAGE ERROR'])
    expect(codesOf(pay('200000', {}, rows('家族手当')))).toEqual(['wage.baseFrom BELOW_MINIMUM_WAGE ERROR'])
  })

  test('without yearly holidays the working days of the month stand for the hours', () => {
    const form = pay('204252', { yearlyHolidays: '' }, { workingDaysPerMonth: '20.8' })
    expect(codesOf(form)).toEqual(['hours.yearlyHolidays REQUIRED ERROR'])
    const less = pay('204000', { yearlyHolidays: '' }, { workingDaysPerMonth: '20.9' })
    expect(codesOf(less)).toContain('wage.baseFrom BELOW_MINIMUM_WAGE ERROR')
  })

  test.each([
    ['HOURLY', '1226', '1225'],
    ['DAILY', '9808', '9807'],
    ['YEARLY', '2402960', '2402959'],
  ])('%s: %s yen is enough, %s yen is not', (wageForm, enough, short) => {
    expect(codesOf(pay(enough, {}, { wageForm }))).toEqual([])
    expect(codesOf(pay(short, {}, { wageForm }))).toEqual(['wage.baseFrom BELOW_MINIMUM_WAGE ERROR'])
  })

  test('where no workplace is known nothing is held against the wage', () => {
    expect(codesOf(pay('1'), { minimumWage: null })).toEqual([])
  })

  test('the sum is shown line by line', () => {
    const insight = insightsOf(valuesOf(pay('200000')), facts).find(({ title }) => title.startsWith('最低賃金'))
    expect(insight).toMatchObject({ step: 'wage', tone: 'DANGER' })
    expect(insight?.lines.slice(0, 5).map(({ label, value }) => `${label} ${value}`)).toEqual([
      '基本給 200,000円',
      '÷ 月の時間 163.33時間',
      '= 時間額 1,224.5円',
      '東京都 1,226円',
      'くらべると 時間額で1.5円たりません。基本給を200,247円以上にすると、足ります',
    ])
    expect(insightsOf(valuesOf(pay('200247')), facts).find(({ title }) => title.startsWith('最低賃金'))?.tone).toBe('OK')
  })

  test('what is compared and shown comes from a + b, and c only in what is shown', () => {
    const values = valuesOf(
      pay(
        '200247',
        {},
        {
          baseTo: '250000',
          fixedOvertime: 'YES',
          fixedOvertimeFrom: '30000',
          fixedOvertimeTo: '40000',
          fixedOvertimeHours: '20',
          fixedOvertimeExcessPaid: 'YES',
        },
      ),
    )
    expect(hourlyFrom(values)).toBe(1226)
    expect(shownWage(values)).toEqual({ from: 230247, to: 290000 })
  })
})

test.each([
  [{ wage: { baseTo: '212999' } }, ['wage.baseTo RANGE_REVERSED ERROR']],
  [{ wage: { baseTo: '213000' } }, []],
  [{ wage: { allowances: [{ name: '職務手当', from: '20000', to: '15000' }] } }, ['wage.allowances.0.to RANGE_REVERSED ERROR']],
  [{ wage: { bonusFrom: '20000', bonusTo: '10000' } }, ['wage.bonusTo RANGE_REVERSED ERROR']],
  [
    { work: { ageLimited: 'YES', ageFrom: '40', ageTo: '35', ageReason: 'SKILL', ageReasonText: '技能を受け継ぐため' } },
    ['work.ageTo RANGE_REVERSED ERROR'],
  ],
])('a range that is reversed stands at its upper end: %j', (changes, codes) => {
  expect(codesOf(typedWith(changes))).toEqual(codes)
})

test.each([
  ['1', []],
  ['2', []],
  ['3', ['kind.selfApplication SELF_APPLICATION_NEEDS_SCOPE ERROR']],
  ['4', ['kind.selfApplication SELF_APPLICATION_NEEDS_SCOPE ERROR']],
])('online self-application in scope %s', (scope, codes) => {
  expect(codesOf(typedWith({ kind: { scope } }))).toEqual(codes)
})

test('an age limit needs a statutory reason and an age, said once each', () => {
  expect(codesOf(typedWith({ work: { ageLimited: 'YES', ageTo: '59', ageReasonText: '定年のため' } }))).toEqual([
    'work.ageReason AGE_REASON_REQUIRED ERROR',
  ])
  expect(codesOf(typedWith({ work: { ageLimited: 'YES', ageReason: 'RETIREMENT', ageReasonText: '定年のため' } }))).toEqual([
    'work.ageFrom REQUIRED ERROR',
  ])
})

test('fixed overtime names amount, hours and that the excess is paid', () => {
  const fixed = {
    fixedOvertime: 'YES',
    fixedOvertimeFrom: '30000',
    fixedOvertimeTo: '30000',
    fixedOvertimeHours: '20',
    fixedOvertimeExcessPaid: 'YES',
  }
  expect(codesOf(typedWith({ wage: fixed }))).toEqual([])
  expect(codesOf(typedWith({ wage: { ...fixed, fixedOvertimeHours: '' } }))).toEqual([
    'wage.fixedOvertimeHours FIXED_OVERTIME_INCOMPLETE ERROR',
  ])
  expect(codesOf(typedWith({ wage: { ...fixed, fixedOvertimeExcessPaid: 'NO' } }))).toEqual([
    'wage.fixedOvertimeExcessPaid FIXED_OVERTIME_INCOMPLETE ERROR',
  ])
})

test.each([
  ['9:00', '15:00', '0', []],
  ['9:00', '15:01', '0', ['hours.breakMinutes BREAK_TOO_SHORT ERROR']],
  ['9:00', '15:46', '45', []],
  ['9:00', '17:45', '45', []],
  ['9:00', '17:46', '45', ['hours.breakMinutes BREAK_TOO_SHORT ERROR', 'hours.shifts HOURS_OVER_EIGHT CONFIRM']],
  ['9:00', '18:00', '60', []],
  ['9:00', '18:01', '60', ['hours.shifts HOURS_OVER_EIGHT CONFIRM']],
  ['22:00', '7:00', '60', []],
])('from %s to %s with a break of %s minutes', (from, to, breakMinutes, codes) => {
  const form = typedWith({ hours: { shifts: [{ from, to }], breakMinutes }, wage: { baseFrom: '300000', baseTo: '300000' } })
  expect(codesOf(form)).toEqual(codes)
})

test('under an averaging system a day may be longer than eight hours, under mere shifts it is asked about', () => {
  const long = { shifts: [{ from: '8:30', to: '19:00' }], breakMinutes: '60' }
  const pay = { baseFrom: '300000', baseTo: '300000' }
  expect(codesOf(typedWith({ hours: { ...long, variableHours: 'MONTHLY' }, wage: pay }))).toEqual([])
  expect(codesOf(typedWith({ hours: { ...long, variableHours: 'SHIFTS' }, wage: pay }))).toEqual(['hours.shifts HOURS_OVER_EIGHT CONFIRM'])
})

test.each([
  ['EVERY_WEEK', '103', ['hours.yearlyHolidays HOLIDAYS_CONTRADICT CONFIRM']],
  ['EVERY_WEEK', '104', []],
  ['OTHER', '90', []],
])('two days off %s and %s holidays a year', (twoDaysOff, yearlyHolidays, codes) => {
  const form = typedWith({ hours: { twoDaysOff, yearlyHolidays }, wage: { baseFrom: '300000', baseTo: '300000' } })
  expect(codesOf(form)).toEqual(codes)
})

test('a fixed term names its months or its last day, which lies ahead', () => {
  const fixed = { term: 'FIXED_LONG', renewal: 'NO' }
  expect(codesOf(typedWith({ work: fixed }))).toEqual(['work.termMonths TERM_REQUIRED ERROR'])
  expect(codesOf(typedWith({ work: { ...fixed, termMonths: '6' } }))).toEqual([])
  expect(codesOf(typedWith({ work: { ...fixed, termUntil: '2026-04-01' } }))).toEqual([])
  expect(codesOf(typedWith({ work: { ...fixed, termUntil: '2026-03-31' } }))).toEqual(['work.termUntil DATE_IN_PAST ERROR'])
})

test('places and occupations that do not exist, and a whole designated city, are no answers', () => {
  const other = { workplace: 'OTHER', workplacePostalCode: '1000001', workplaceAddress: '1-1' }
  expect(codesOf(typedWith({ establishment: { ...other, workplaceMunicipality: '99999' } }))).toEqual([
    'establishment.workplaceMunicipality NOT_A_CHOICE ERROR',
  ])
  expect(codesOf(typedWith({ establishment: { ...other, workplaceMunicipality: '14100' } }))).toEqual([
    'establishment.workplaceMunicipality NOT_A_CHOICE ERROR',
  ])
  expect(codesOf(typedWith({ work: { occupationCode: '999' } }))).toEqual(['work.occupationCode NOT_A_CHOICE ERROR'])
})

test('lists show the first 90 full-width characters, half-width counting half', () => {
  expect(firstOf('あ'.repeat(91), 90)).toBe('あ'.repeat(90))
  expect(firstOf('a'.repeat(200), 90)).toBe('a'.repeat(180))
  expect(firstOf('あ'.repeat(90), 90)).toHaveLength(90)
})
