import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Random, randomOf } from '../../app/demo/random.ts'
import { type TestApp, testApp } from '../../../test/app.ts'
import { loadOpenPostings, seekerAs } from '../../../test/open-postings.ts'
import type { SearchFilter } from './postings.search.filter.rules.ts'
import { matches } from './postings.search.match.rules.ts'
import { precisely } from './postings.search.conditions.ts'
import { questionOf, withIndex } from './postings.search.queries.ts'
import { DAYS_OFF, FLAG_NAMES, INSURANCES } from './postings.search.marks.rules.ts'
import { industryMajors } from '../offices/data/classes.rules.ts'
import { CHOICES } from './form/choices.form.ts'
import { type PostingSearchRow, postingSearch } from './postings.table.ts'

let app: TestApp
let rows: PostingSearchRow[]

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T11:00:00+09:00' })
  await loadOpenPostings(app)
  rows = await app.db.select().from(postingSearch)
}, 120_000)
afterAll(() => app.close())

const PHRASES = ['介護', '事務 OR 経理', '-夜勤', '"未経験 歓迎"', 'フォークリフト -派遣', '車', '介護福祉士 OR 看護', '株式会社', '1']

/** A search as people put one together: a few conditions of any kind, taken from what is there so that some match. */
function filterFrom(random: Random): SearchFilter {
  const row = random.pick(rows)
  const word = row.seekerText.replaceAll('\n', ' ').split(' ').toSorted()[random.int(0, 40)] ?? ''
  const place = String(row.municipality).padStart(5, '0')
  const parts: SearchFilter[] = [
    { words: random.pick([...PHRASES, word.slice(0, random.int(1, 4))]) },
    { prefectureCodes: random.some(['13', '27', '14', place.slice(0, 2)], 2) },
    { prefectureCodes: [place.slice(0, 2)], municipalityCodes: [place] },
    { occupationMajors: [String(row.occupationMajor).padStart(2, '0')], occupationCodes: random.chance(0.5) ? ['050', '038'] : [] },
    { workTimes: [random.pick(['FULL_TIME', 'PART_TIME'])] },
    { employmentTypes: random.some(['REGULAR', 'NON_REGULAR', 'PART_TIME'], 2) },
    { hourlyWageFrom: row.hourlyFrom + random.int(-50, 1) },
    { monthlyWageFrom: row.monthlyFrom + random.int(-5000, 1) },
    { yearlyHolidaysFrom: row.yearlyHolidays + random.int(-3, 1) },
    { overtimeHoursTo: row.overtimeHours + random.int(-1, 5) },
    { newSinceDays: random.int(0, 30) },
    { words: random.pick(['事務', '介護 OR 看護', '営業 -事務', '"経理 事務"', '運転手']), titleOnly: true },
    { industryCodes: random.some(industryMajors, 3).map(({ code }) => code) },
    { hoursSystems: random.some(CHOICES.variableHours, 2).map(({ value }) => value) },
    { daysOff: random.some(DAYS_OFF, random.int(1, 2)).map(({ value }) => value) },
    { insurances: random.some(INSURANCES, random.int(1, 3)).map(({ value }) => value) },
    { startsFrom: random.pick(['07:00', '08:30', '9:00', '22:00']), endsUntil: random.pick(['16:00', '18:00', '20:00', '07:00', '24:00']) },
    random.chance(0.5) ? { startsFrom: random.pick(['06:00', '09:00']) } : { endsUntil: random.pick(['15:00', '17:00', '09:30']) },
    { workingDaysTo: random.int(2, 5) },
    { age: random.int(15, 75) },
    { retirementAgeFrom: random.pick([60, 65, 70]) },
    { employeesFrom: row.employees + random.int(-3, 1) },
    ...random.some(FLAG_NAMES, 4).map((flag) => ({ [flag]: true })),
  ]
  return Object.assign({}, ...random.some(parts, random.int(1, 4))) as SearchFilter
}

describe('a posting and a search', () => {
  it('fit in memory exactly where the database finds them: 600 searches of visitors and seekers', async () => {
    const random = randomOf('matches')
    const seeker = await seekerAs(app, { status: 'VALID' })
    let found = 0
    for (let i = 0; i < 600; i++) {
      const filter = filterFrom(random)
      const ctx = app.as(random.chance(0.5) ? seeker : null).context()
      const question = await questionOf(ctx, filter)
      const hits = await withIndex(ctx, (db) =>
        db.select({ id: postingSearch.postingId }).from(postingSearch).where(precisely(question, true)),
      )
      const fitting = rows.filter((row) => matches(question, row)).map(({ postingId }) => postingId)
      expect([filter, fitting.toSorted()]).toEqual([filter, hits.map(({ id }) => id).toSorted()])
      found += hits.length > 0 ? 1 : 0
    }
    expect(found).toBeGreaterThan(300)
  }, 120_000)

  it('do not fit after the posting’s last day', async () => {
    const row = rows[0]!
    const question = await questionOf(app.as(null).context(), {})
    expect(matches({ ...question, today: row.validUntil }, row)).toBe(true)
    expect(matches({ ...question, today: '2099-01-01' }, row)).toBe(false)
  })
})
