import { describe, expect, it } from 'vitest'
import { conditionsOf, removalsOf } from './jobs-conditions.ts'
import { changed, filterOf, jobsSearch, jobsUrl, postingNumberOf, withoutFilters, withPlaceOrOccupation } from './jobs-search.ts'

const read = (url: string) => {
  const raw: Record<string, unknown> = {}
  for (const [key, value] of new URL(url, 'http://here').searchParams) {
    try {
      raw[key] = JSON.parse(value)
    } catch {
      raw[key] = value
    }
  }
  return jobsSearch(raw)
}

/** Everything that can be set. */
const WHOLE = {
  q: '経理 OR 事務',
  title: true,
  pref: ['01'],
  muni: ['01100'],
  major: ['03'],
  occ: ['031'],
  ind: ['E', 'P'],
  time: ['FULL_TIME', 'PART_TIME'],
  type: ['REGULAR'],
  sys: ['FLEX'],
  off: ['SAT', 'SUN'],
  ins: ['HEALTH'],
  hourly: 1250,
  monthly: 220000,
  holidays: 120,
  overtime: 10,
  week: 3,
  from: '09:00',
  until: '16:30',
  age: 62,
  retire: 65,
  staff: 100,
  days: 7,
  flags: ['weekendsOff', 'remote'],
  order: 'WAGE',
}

describe('A search and its URL', () => {
  it('reads back every condition that was written', () => {
    const search = jobsSearch(WHOLE)
    expect(Object.keys(search).toSorted()).toEqual(Object.keys(WHOLE).toSorted())
    expect(read(jobsUrl(search))).toEqual(search)
  })
  it('keeps words that look like a number or a list as words', () => {
    expect(read(jobsUrl({ q: '2026' }))).toEqual({ q: '2026' })
    expect(read(jobsUrl({ q: '[1]' }))).toEqual({ q: '[1]' })
  })
  it('takes a single value for a list of one, and no overtime for a limit of zero', () => {
    expect(jobsSearch({ pref: 13, overtime: 0 })).toEqual({ pref: ['13'], overtime: 0 })
  })
  it('leaves out what it does not understand', () => {
    expect(
      jobsSearch({
        q: '  ',
        hourly: 'many',
        holidays: -1,
        overtime: '',
        from: '25:00',
        until: '9時',
        age: 6.5,
        title: 'no',
        flags: ['weekendsOff', 'toString'],
        order: 'RANDOM',
        other: 1,
      }),
    ).toEqual({ flags: ['weekendsOff'] })
  })
  it('has a short URL when nothing is set', () => {
    expect(jobsUrl(changed({ q: '経理' }, { q: undefined }))).toBe('/jobs')
  })
})

describe('What the graph is asked', () => {
  it('names every condition as the filter does, and nothing that is not set', () => {
    expect(filterOf({ q: '経理', muni: ['13101'], hourly: 1250, overtime: 0, flags: ['noExperience'] })).toEqual({
      words: '経理',
      municipalityCodes: ['13101'],
      hourlyWageFrom: 1250,
      overtimeHoursTo: 0,
      noExperience: true,
    })
    expect(filterOf({})).toEqual({})
  })
  it('asks for everything that can be set, for the title only together with words', () => {
    const { order: _, ...asked } = WHOLE
    expect(Object.keys(filterOf(jobsSearch(asked)))).toHaveLength(Object.keys(asked).length + WHOLE.flags.length - 1)
    expect(filterOf({ title: true })).toEqual({})
    expect(filterOf({ from: '09:00', until: '16:30', off: ['SUN'], ind: ['E'] })).toEqual({
      startsFrom: '09:00',
      endsUntil: '16:30',
      daysOff: ['SUN'],
      industryCodes: ['E'],
    })
  })
  it('does not ask for the order as a filter', () => {
    expect(filterOf({ order: 'WAGE' })).toEqual({})
  })
})

describe('Chips', () => {
  it('show a municipality instead of its prefecture, and go back to the prefecture without it', () => {
    const [chip, ...rest] = conditionsOf({ pref: ['13'], muni: ['13101'] })
    expect(rest).toEqual([])
    expect(chip).toEqual({ kind: 'muni', value: '13101', without: { pref: ['13'] } })
  })
  it('take off one of two choices and leave the other', () => {
    expect(conditionsOf({ time: ['FULL_TIME', 'PART_TIME'] }).map((one) => one.without)).toEqual([
      { time: ['PART_TIME'] },
      { time: ['FULL_TIME'] },
    ])
  })
  it('are there for everything that is set, and taking them off one by one leaves the words', () => {
    let search = jobsSearch(WHOLE)
    expect(new Set(conditionsOf(search).map(({ kind }) => kind)).size).toBe(Object.keys(WHOLE).length - 3)
    for (let [first] = conditionsOf(search); first; [first] = conditionsOf(search)) search = first.without
    expect(search).toEqual({ q: WHOLE.q, order: 'WAGE' })
  })
  it('do not repeat the words of the search line', () => {
    expect(conditionsOf({ q: '経理', days: 7 }).map((one) => one.kind)).toEqual(['days'])
  })
  it('all go with one press, while words and order stay', () => {
    expect(withoutFilters({ q: '経理', pref: ['13'], flags: ['remote'], order: 'WAGE' })).toEqual({ q: '経理', order: 'WAGE' })
  })
})

describe('What to take off when nothing is found', () => {
  it('offers each word alone', () => {
    expect(removalsOf({ q: '経理 英語 夜間' }).map((one) => [one.value, one.without.q])).toEqual([
      ['経理', '英語 夜間'],
      ['英語', '経理 夜間'],
      ['夜間', '経理 英語'],
    ])
  })
  it('takes words with operators off together', () => {
    for (const q of ['経理 OR 事務', '介護 -夜勤']) expect(removalsOf({ q }).map((one) => one.without)).toEqual([{}])
  })
  it('takes quoted words off together', () => {
    expect(removalsOf({ q: '"一般 事務" 経理' }).map((one) => one.without)).toEqual([{}])
  })
  it('reaches everything that is set', () => {
    const search = jobsSearch(WHOLE)
    const touched = new Set(
      removalsOf(search).flatMap(({ without }) =>
        Object.keys(search).filter((key) => JSON.stringify(without[key as 'q']) !== JSON.stringify(search[key as 'q'])),
      ),
    )
    expect(Object.keys(WHOLE).filter((key) => !touched.has(key))).toEqual(['pref', 'order'])
    expect(removalsOf(search).length).toBeLessThanOrEqual(40)
  })
  it('takes days off and insurances off one by one, for each must be there', () => {
    expect(removalsOf({ off: ['SAT', 'SUN'] }).map((one) => one.without)).toEqual([{ off: ['SUN'] }, { off: ['SAT'] }])
  })
  it('widens municipalities to their prefecture', () => {
    expect(removalsOf({ muni: ['13101', '13102'] })[0]?.without).toEqual({ pref: ['13'] })
  })
  it('takes choices that widen each other off together, and yes-no filters one by one', () => {
    expect(removalsOf({ time: ['FULL_TIME', 'PART_TIME'], flags: ['remote', 'weekendsOff'] }).map((one) => one.without)).toEqual([
      { flags: ['remote', 'weekendsOff'] },
      { time: ['FULL_TIME', 'PART_TIME'], flags: ['weekendsOff'] },
      { time: ['FULL_TIME', 'PART_TIME'], flags: ['remote'] },
    ])
  })
})

describe('A suggestion', () => {
  it('becomes the condition of its kind, once', () => {
    const once = withPlaceOrOccupation({ q: '夜勤' }, { kind: 'MUNICIPALITY', code: '14100' })
    expect(once).toEqual({ q: '夜勤', muni: ['14100'] })
    expect(withPlaceOrOccupation(once, { kind: 'MUNICIPALITY', code: '14100' })).toEqual(once)
    expect(withPlaceOrOccupation({}, { kind: 'PREFECTURE', code: '13' })).toEqual({ pref: ['13'] })
    expect(withPlaceOrOccupation({ occ: ['050'] }, { kind: 'OCCUPATION', code: '051' })).toEqual({ occ: ['050', '051'] })
    expect(withPlaceOrOccupation({}, { kind: 'OCCUPATION_MAJOR', code: '06' })).toEqual({ major: ['06'] })
  })
})

describe('A posting number', () => {
  it('is known in any width, with or without its hyphen', () => {
    for (const typed of ['13010-00000161', '1301000000161', '13010−00000161', ' 13010ー00000161 '])
      expect(postingNumberOf(typed)).toBe('13010-00000161')
  })
  it('is not seen in words or in other numbers', () => {
    for (const typed of ['経理', '13010-0000016', '13010-000001611', '経理 13010-00000161']) expect(postingNumberOf(typed)).toBeUndefined()
  })
})
