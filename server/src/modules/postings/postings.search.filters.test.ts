import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import type { DemoPosting } from '../../app/demo/posting-draft.ts'
import { randomOf } from '../../app/demo/random.ts'
import { type TestApp, testApp } from '../../../test/app.ts'
import { loadOpenPostings, type OpenPostings } from '../../../test/open-postings.ts'
import { DAYS_OFF, FLAG_NAMES, INSURANCES } from './postings.search.marks.rules.ts'
import { matches } from './postings.search.match.rules.ts'
import { precisely, rowByRow } from './postings.search.conditions.ts'
import { questionOf, withIndex } from './postings.search.queries.ts'
import { postingSearch } from './postings.table.ts'

let app: TestApp
let world: OpenPostings

/** What the demo's employers rarely write, here and there. */
function sprinkled(posting: DemoPosting): DemoPosting {
  const random = randomOf(`sprinkled ${posting.postingNumber}`)
  const { steps } = posting
  const part = steps.kind['workTime'] === 'PART_TIME'
  const hours = {
    ...(part && random.chance(0.4)
      ? {
          shifts: [
            { from: '09:00', to: '13:00' },
            { from: '13:00', to: '17:00' },
          ],
        }
      : {}),
    ...(part && random.chance(0.4) ? { rangeFrom: '08:00', rangeTo: '20:00', rangeHours: 4 } : {}),
    ...(random.chance(0.2) ? { variableHours: random.pick(['FLEX', 'DISCRETION', 'YEARLY', 'WEEKLY']) } : {}),
    ...(part && random.chance(0.2) ? { daysPerWeek: random.pick(['週二日から', '週休2日', '応相談', '3日〜5日']) } : {}),
    ...(random.chance(0.2) ? { daysOff: ['MON', 'SUN', 'HOLIDAY'] } : {}),
    ...(!part && random.chance(0.1) ? { shifts: [{ from: random.pick(['00:30', '22:00']), to: '07:00' }] } : {}),
  }
  const insurance = {
    ...(random.chance(0.2) ? { insurances: ['ACCIDENT', 'PROPERTY', 'PUBLIC_ACCIDENT'] } : {}),
    ...(random.chance(0.2) ? { retirement: false } : {}),
    ...(random.chance(0.1) ? { reemployment: false, extension: random.chance(0.5) } : {}),
  }
  const work = {
    ...(random.chance(0.1) ? { dispatch: random.pick(['DISPATCH', 'CONTRACT']), dispatchLicence: '派13-000001' } : {}),
    ...(steps.work['term'] !== 'NONE' && random.chance(0.3) ? { renewal: 'NO' } : {}),
  }
  const establishment = random.chance(0.1)
    ? {
        workplace: 'OTHER',
        workplacePostalCode: '530-0001',
        workplaceMunicipality: random.pick(['27127', '27102']),
        workplaceAddress: '1-1',
      }
    : {}
  return {
    ...posting,
    steps: {
      ...steps,
      establishment: { ...steps.establishment, ...establishment },
      work: { ...steps.work, ...work },
      hours: { ...steps.hours, ...hours },
      insurance: { ...steps.insurance, ...insurance },
    },
  }
}

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T11:00:00+09:00' })
  world = await loadOpenPostings(app, { change: sprinkled })
}, 120_000)
afterAll(() => app.close())

const SEARCH = `query ($filter: PostingFilter, $first: Int = 20, $after: String) {
  postings(filter: $filter, first: $first, after: $after) {
    totalCount nodes { postingNumber } pageInfo { hasNextPage endCursor } } }`
const FACETS = `query ($filter: PostingFilter) { postings(filter: $filter, first: 1) { totalCount facets { field values { value label count } } } }`
const search = async (variables: Record<string, unknown>) => (await app.as(null).run(SEARCH, variables)).postings

/** What can be found, with the text it was made from and the establishment. */
const found = () =>
  world.rows.flatMap(({ search: row, sheet, posting }) => {
    const employer = world.employers.find((one) => one.id === posting.employerId)!.demo
    return row ? [{ row, sheet, posting, employer }] : []
  })
type Row = ReturnType<typeof found>[number]

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
/** Shifts in minutes; one that ends before it starts ends the next day. */
const shifts = ({ sheet }: Row) =>
  sheet.shifts.map(({ from, to }) => [minutes(from), minutes(to) > minutes(from) ? minutes(to) : minutes(to) + 1440] as const)
const fits = (row: Row, from: number, until: number) => {
  const within = (start: number, end: number) => start >= from && end <= until
  const inside = shifts(row).map(([start, end]) => within(start, end) || (until > 1440 && until < 2880 && within(start + 1440, end + 1440)))
  const range =
    row.sheet.rangeFrom != null &&
    Math.min(minutes(row.sheet.rangeTo!), until) - Math.max(minutes(row.sheet.rangeFrom), from) >= row.sheet.rangeHours! * 60
  return range || (row.sheet.workTime === 'PART_TIME' ? inside.some(Boolean) : inside.every(Boolean))
}
const flag = (
  name: string,
  holds: (sheet: Row['sheet']) => boolean | null | undefined,
): [string, Record<string, unknown>, (row: Row) => boolean] => [name, { [name]: true }, ({ sheet }) => holds(sheet) === true]

describe('filters', () => {
  const today = '2026-11-24'
  const cases: [string, Record<string, unknown>, (row: Row) => boolean][] = [
    ['prefectures', { prefectureCodes: ['13', '27'] }, ({ sheet }) => ['13', '27'].includes(sheet.workplaceMunicipality.slice(0, 2))],
    ['a designated city with its wards', { municipalityCodes: ['27100'] }, ({ sheet }) => /^271[0-3]/.test(sheet.workplaceMunicipality)],
    [
      'a municipality within its prefecture',
      { prefectureCodes: ['13', '14'], municipalityCodes: ['13108'] },
      ({ sheet }) => sheet.workplaceMunicipality === '13108' || sheet.workplaceMunicipality.startsWith('14'),
    ],
    [
      'major occupations',
      { occupationMajors: ['06', '08'] },
      ({ sheet }) => /^03[3-9]$|^04[0-3]$|^049$|^05[01]$/u.test(sheet.occupationCode),
    ],
    ['occupations', { occupationCodes: ['050', '038'] }, ({ sheet }) => ['050', '038'].includes(sheet.occupationCode)],
    ['industries', { industryCodes: ['P', 'E'] }, ({ employer }) => ['P', 'E'].includes(employer.industryCode)],
    ['work times', { workTimes: ['PART_TIME'] }, ({ sheet }) => sheet.workTime === 'PART_TIME'],
    [
      'employment types',
      { employmentTypes: ['REGULAR', 'NON_REGULAR'] },
      ({ sheet }) => ['REGULAR', 'NON_REGULAR'].includes(sheet.employmentType),
    ],
    ['systems of hours', { hoursSystems: ['NONE', 'FLEX'] }, ({ sheet }) => ['NONE', 'FLEX'].includes(sheet.variableHours)],
    ['days off', { daysOff: ['SUN', 'MON'] }, ({ sheet }) => ['SUN', 'MON'].every((day) => sheet.daysOff.includes(day))],
    [
      'insurances',
      { insurances: ['EMPLOYMENT', 'ACCIDENT', 'HEALTH', 'PENSION'] },
      ({ sheet }) => ['EMPLOYMENT', 'ACCIDENT', 'HEALTH', 'PENSION'].every((one) => sheet.insurances.includes(one)),
    ],
    ['mutual aid and corporate pension', { insurances: ['MUTUAL_AID'] }, ({ sheet }) => sheet.mutualAid === true],
    ['corporate pension', { insurances: ['CORPORATE_PENSION'] }, ({ sheet }) => sheet.corporatePensions.length > 0],
    ['wages by the hour', { hourlyWageFrom: 1300 }, ({ sheet }) => sheet.hourlyFrom >= 1300],
    ['wages by the month', { monthlyWageFrom: 220_000 }, ({ sheet }) => sheet.wageForm === 'MONTHLY' && sheet.shownFrom >= 220_000],
    ['yearly holidays', { yearlyHolidaysFrom: 120 }, ({ sheet }) => sheet.yearlyHolidays >= 120],
    ['overtime', { overtimeHoursTo: 5 }, ({ sheet }) => !sheet.overtime || (sheet.overtimeHours ?? 999) <= 5],
    ['hours from and until', { startsFrom: '08:30', endsUntil: '18:00' }, (row) => fits(row, 510, 1080)],
    ['the earliest start', { startsFrom: '9:00' }, (row) => fits(row, 540, 2880)],
    ['the latest end', { endsUntil: '１３：００' }, (row) => fits(row, 0, 780)],
    ['hours over midnight', { startsFrom: '19:00', endsUntil: '08:00' }, (row) => fits(row, 1140, 1920)],
    [
      'working days a week',
      { workingDaysTo: 4 },
      ({ sheet }) => {
        const written = /週?([2-5二])日(?:から|〜|（|$)/u.exec(sheet.daysPerWeek?.replace('週休2日', '') ?? '')?.[1]
        const days = written === undefined ? Math.round(((365 - sheet.yearlyHolidays) * 7) / 365) : written === '二' ? 2 : Number(written)
        return days <= 4
      },
    ],
    ['an age', { age: 62 }, ({ sheet }) => !sheet.ageLimited || ((sheet.ageFrom ?? 0) <= 62 && (sheet.ageTo ?? 99) >= 62)],
    ['the retirement age', { retirementAgeFrom: 65 }, ({ sheet }) => !sheet.retirement || (sheet.retirementAge ?? 0) >= 65],
    ['employees', { employeesFrom: 100 }, ({ employer }) => employer.employeesWhole >= 100],
    ['new ones', { newSinceDays: 3 }, ({ posting }) => (posting.acceptedOn ?? '') >= addDays(today, -3)],
    flag('weekendsOff', ({ daysOff }) => daysOff.includes('SAT') && daysOff.includes('SUN')),
    flag('selfApplication', ({ selfApplication, scope }) => selfApplication && scope !== '3'),
    flag('noExperience', ({ experience }) => experience === 'NONE'),
    flag('noEducation', ({ education }) => education === 'NONE'),
    flag('noLicence', (s) => !s.drivingLicence.startsWith('REQUIRED') && !s.licences.some(({ demand }) => demand === 'REQUIRED')),
    flag('noTransfer', ({ transfer }) => !transfer),
    flag('carCommuting', ({ carCommuting }) => carCommuting),
    flag('remote', ({ remoteWork }) => remoteWork != null),
    flag('regularOnly', ({ employmentType }) => employmentType === 'REGULAR'),
    flag('disability', ({ kind }) => kind === 'DISABILITY'),
    flag('twoDaysOff', ({ twoDaysOff }) => twoDaysOff === 'EVERY_WEEK'),
    [
      'noNightWork',
      { noNightWork: true },
      (row) => shifts(row).every(([start, end]) => start >= 300 && end <= 1320) && (row.sheet.rangeTo ?? '00:00') <= '22:00',
    ],
    flag('noFixedOvertime', ({ fixedOvertime }) => !fixedOvertime),
    flag('bonus', ({ bonus }) => bonus),
    flag('retirementPay', ({ retirementPay }) => retirementPay),
    flag('housingSingle', ({ housingSingle }) => housingSingle),
    flag('housingFamily', ({ housingFamily }) => housingFamily),
    flag('nursery', ({ nursery }) => nursery),
    flag('uijWelcome', ({ uijWelcome }) => uijWelcome),
    flag('trial', ({ trial }) => trial === 'GENERAL' || trial === 'DISABILITY'),
    flag('noAgeLimit', ({ ageLimited }) => !ageLimited),
    flag('noSmoking', ({ smoking }) => smoking === 'NO_SMOKING'),
    flag('nearStation', ({ stationTransport, stationMinutes }) => stationTransport === 'WALK' && (stationMinutes ?? 99) <= 10),
    flag('promotion', ({ promotion }) => promotion),
    flag('noDispatch', ({ dispatch }) => dispatch === 'NONE'),
    flag('openEnded', ({ term }) => term === 'NONE'),
    flag('lasting', ({ term, renewal }) => term === 'NONE' || (renewal != null && renewal !== 'NO')),
    flag('reemployment', ({ reemployment, extension }) => reemployment === true || extension === true),
    flag('noDocumentScreening', ({ methods }) => !methods.includes('DOCUMENTS')),
    [
      'several at once',
      { prefectureCodes: ['13'], workTimes: ['FULL_TIME'], weekendsOff: true, insurances: ['HEALTH'], words: '経理 OR 事務' },
      ({ sheet, row }) =>
        sheet.workplaceMunicipality.startsWith('13') &&
        sheet.workTime === 'FULL_TIME' &&
        sheet.insurances.includes('HEALTH') &&
        sheet.daysOff.includes('SAT') &&
        sheet.daysOff.includes('SUN') &&
        /経理|事務/.test(row.publicText),
    ],
  ]
  const odd: typeof cases = [
    ['false as not asked', { disability: false, remote: false, titleOnly: false, daysOff: [], insurances: null }, () => true],
    ['unknown prefectures', { prefectureCodes: ['99'] }, () => false],
    ['codes that are none', { municipalityCodes: ['x', ''], words: '' }, () => false],
    ['unknown days and insurances', { daysOff: ['SAT', 'EVERY'], insurances: ['toString'] }, () => false],
    ['「その他」, which says nothing', { insurances: ['OTHER'] }, () => false],
    ['unknown industries and systems', { industryCodes: ['Z', ''], hoursSystems: ['__proto__'] }, () => false],
    ['numbers beyond reason', { hourlyWageFrom: 2_147_483_647, overtimeHoursTo: -5, newSinceDays: 2_147_483_647 }, () => false],
    ['more numbers beyond reason', { age: -2_147_483_648, workingDaysTo: -1, retirementAgeFrom: 2_147_483_647 }, () => false],
    ['an hour that nobody works in', { startsFrom: '12:00', endsUntil: '12:05' }, () => false],
    ['a whole day', { startsFrom: '00:00', endsUntil: '24:00' }, (row) => fits(row, 0, 1440)],
  ]

  it('are each asked for here', () => {
    const asked = new Set(cases.flatMap(([, filter]) => Object.keys(filter)))
    const input = app.schema.getType('PostingFilter')
    expect(Object.keys(input && 'getFields' in input ? input.getFields() : {}).toSorted()).toEqual([...asked, 'titleOnly'].toSorted())
  })

  it.each([...cases, ...odd])('find the same by token, by row, in memory and by hand: %s', async (_, filter, holds) => {
    const expected = found()
      .filter(holds)
      .map(({ posting }) => posting.id)
      .toSorted()
    const narrows = expected.length > 0 && expected.length < found().length
    expect(narrows || odd.some(([, known]) => known === filter)).toBe(true)
    const ctx = app.as(null).context()
    const variables = (await app.as(null).run(SEARCH, { filter, first: 1 })).postings
    expect(variables.totalCount).toBe(expected.length)
    const question = await questionOf(ctx, typed(filter))
    const ids = async (where: ReturnType<typeof precisely>) =>
      (await withIndex(ctx, (db) => db.select({ id: postingSearch.postingId }).from(postingSearch).where(where)))
        .map(({ id }) => id)
        .toSorted()
    expect(await ids(precisely(question, true))).toEqual(expected)
    expect(await ids(rowByRow(question))).toEqual(expected)
    expect(
      found()
        .filter(({ row }) => matches(question, row as never))
        .map(({ posting }) => posting.id)
        .toSorted(),
    ).toEqual(expected)
  })
  /** As the graph hands it on. */
  const typed = (filter: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(filter).map(([key, value]) => [
        key,
        (key === 'startsFrom' || key === 'endsUntil') && typeof value === 'string' ? value.normalize('NFKC').padStart(5, '0') : value,
      ]),
    )

  it('refuse a time that is none, at the edge and in words', async () => {
    for (const time of ['25:00', '9', '', '09:60', '24:30', 'あさ', '-1:00']) {
      const { errors } = await app.as(null).ask(SEARCH, { filter: { startsFrom: time } })
      expect([time, errors?.[0]?.message.includes('09:00')]).toEqual([time, true])
    }
  })
})

describe('facets', () => {
  interface Facet {
    field: string
    values: { value: string; label: string; count: number }[]
  }
  const facets = async (filter: Record<string, unknown>) =>
    (await app.as(null).run(FACETS, { filter })).postings as { totalCount: number; facets: Facet[] }
  const JOINED = new Set(['daysOff', 'insurances'])

  it('say what each choice would find: beside the others of days and insurances, instead of the others elsewhere', async () => {
    const filter: Record<string, unknown> = {
      words: '事務 OR 介護',
      prefectureCodes: ['13'],
      workTimes: ['FULL_TIME'],
      insurances: ['HEALTH'],
      noExperience: true,
      yearlyHolidaysFrom: 100,
    }
    const { facets: groups } = await facets(filter)
    const fields = groups.map(({ field }) => field)
    expect(fields).toEqual(
      expect.arrayContaining([...FLAG_NAMES, 'prefectureCodes', 'municipalityCodes', 'occupationMajors', 'occupationCodes']),
    )
    expect(fields).toEqual(
      expect.arrayContaining(['industryCodes', 'workTimes', 'employmentTypes', 'hoursSystems', 'daysOff', 'insurances']),
    )
    let choices = 0
    for (const { field, values } of groups)
      for (const { value, count } of values) {
        const chosen = (filter[field] ?? []) as string[]
        const choice = value === 'true' ? true : JOINED.has(field) ? [...new Set([...chosen, value])] : [value]
        const { totalCount } = await search({ filter: { ...filter, [field]: choice }, first: 1 })
        expect([field, value, totalCount]).toEqual([field, value, count])
        choices += count > 0 ? 1 : 0
      }
    expect(choices).toBeGreaterThan(60)
  }, 120_000)

  it('count all without a filter, and municipalities only within one prefecture', async () => {
    const { totalCount, facets: groups } = await facets({})
    const sumOf = (field: string) => groups.find((group) => group.field === field)?.values.reduce((sum, { count }) => sum + count, 0)
    for (const field of [
      'prefectureCodes',
      'occupationMajors',
      'occupationCodes',
      'industryCodes',
      'workTimes',
      'employmentTypes',
      'hoursSystems',
    ])
      expect([field, sumOf(field)]).toEqual([field, totalCount])
    expect(sumOf('municipalityCodes')).toBe(0)
  })

  it('answer when every group has a choice', async () => {
    const filter = {
      prefectureCodes: ['13'],
      occupationMajors: ['06'],
      industryCodes: ['P'],
      workTimes: ['FULL_TIME'],
      employmentTypes: ['REGULAR'],
      hoursSystems: ['NONE'],
    }
    const { totalCount, facets: groups } = await facets(filter)
    expect(groups.find(({ field }) => field === 'workTimes')?.values.find(({ value }) => value === 'FULL_TIME')?.count).toBe(totalCount)
    const { totalCount: withBonus } = await search({ filter: { ...filter, bonus: true }, first: 1 })
    expect(groups.find(({ field }) => field === 'bonus')?.values[0]?.count).toBe(withBonus)
  })

  it('name the municipalities that are chosen in several prefectures', async () => {
    const filter = { municipalityCodes: ['13108', '27100'] }
    const { facets: groups } = await facets(filter)
    const values = groups.find(({ field }) => field === 'municipalityCodes')!.values
    expect(values.map(({ value, label }) => [value, label])).toEqual([
      ['13108', '江東区'],
      ['27100', '大阪市'],
    ])
    for (const { value, count } of values)
      expect([value, (await search({ filter: { municipalityCodes: [value] }, first: 1 })).totalCount]).toEqual([value, count])
  })
})

describe('totals of several searches', () => {
  const TOTALS = `query ($filters: [PostingFilter!]!) { postingTotals(filters: $filters) { totalCount totalIsExact } }`
  it('come in the order of the filters, as each search counts them', async () => {
    const filters = [{ words: '介護' }, {}, { nursery: true, prefectureCodes: ['13'] }, { words: '見当たらない語' }, { daysOff: ['SUN'] }]
    const { postingTotals } = await app.as(null).run(TOTALS, { filters })
    const counts = []
    for (const filter of filters) counts.push((await search({ filter, first: 1 })).totalCount)
    expect(postingTotals).toEqual(counts.map((totalCount) => ({ totalCount, totalIsExact: true })))
    expect(new Set(counts).size).toBeGreaterThan(3)
  })

  it('are as many as a search can have conditions', async () => {
    const ask = (howMany: number) => app.as(null).ask(TOTALS, { filters: Array.from({ length: howMany }, () => ({})) })
    expect((await ask(40)).errors).toBeUndefined()
    expect((await ask(41)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    expect((await ask(0)).data).toEqual({ postingTotals: [] })
  })
})

describe('what a bit means', () => {
  it('stays: stored rows know the order', () => {
    expect(FLAG_NAMES.slice(0, 10).join()).toBe(
      'weekendsOff,selfApplication,noExperience,noEducation,noLicence,noTransfer,carCommuting,remote,regularOnly,disability',
    )
    expect(FLAG_NAMES.slice(10, 29).join()).toBe(
      'twoDaysOff,noNightWork,noFixedOvertime,bonus,retirementPay,housingSingle,housingFamily,nursery,uijWelcome,trial,noAgeLimit,noSmoking,nearStation,promotion,noDispatch,openEnded,lasting,reemployment,noDocumentScreening',
    )
    expect(DAYS_OFF.map(({ value }) => value).join()).toBe('MON,TUE,WED,THU,FRI,SAT,SUN,HOLIDAY')
    expect(INSURANCES.map(({ value }) => value).join()).toBe(
      'EMPLOYMENT,ACCIDENT,PUBLIC_ACCIDENT,HEALTH,PENSION,PROPERTY,MUTUAL_AID,CORPORATE_PENSION',
    )
    expect(FLAG_NAMES.length).toBeLessThanOrEqual(31)
  })
})
