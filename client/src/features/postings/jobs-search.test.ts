import { describe, expect, it } from 'vitest'
import { changed, conditionsOf, filterOf, jobsSearch, jobsUrl, postingNumberOf, removalsOf, withoutFilters } from './jobs-search.ts'

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

describe('A search and its URL', () => {
  it('reads back every condition that was written', () => {
    const search = jobsSearch({
      q: '経理 OR 事務',
      pref: ['01'],
      muni: ['01100'],
      major: ['03'],
      occ: ['031'],
      time: ['FULL_TIME', 'PART_TIME'],
      type: ['REGULAR'],
      hourly: 1250,
      monthly: 220000,
      holidays: 120,
      overtime: 10,
      days: 7,
      flags: ['weekendsOff', 'remote'],
      order: 'WAGE',
    })
    expect(Object.keys(search)).toHaveLength(14)
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
      jobsSearch({ q: '  ', hourly: 'many', holidays: -1, overtime: '', flags: ['weekendsOff', 'toString'], order: 'RANDOM', other: 1 }),
    ).toEqual({
      flags: ['weekendsOff'],
    })
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

describe('A posting number', () => {
  it('is known in any width, with or without its hyphen', () => {
    for (const typed of ['13010-00000161', '1301000000161', '13010−00000161', ' 13010ー00000161 '])
      expect(postingNumberOf(typed)).toBe('13010-00000161')
  })
  it('is not seen in words or in other numbers', () => {
    for (const typed of ['経理', '13010-0000016', '13010-000001611', '経理 13010-00000161']) expect(postingNumberOf(typed)).toBeUndefined()
  })
})
