import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { isExact, normalise } from '../../kernel/tokens.ts'
import { randomOf } from '../../app/demo/random.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { settings } from '../../platform/db/platform.table.ts'
import { type TestApp, testApp } from '../../../test/app.ts'
import { loadOpenPostings, type OpenPostings, seekerAs } from '../../../test/open-postings.ts'
import { employerSheets } from '../employers/employers.table.ts'
import { publish, unpublish } from './postings.publish.steps.ts'
import { precisely, questionOf, withIndex } from './postings.search.queries.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postings, postingSearch } from './postings.table.ts'

let app: TestApp
let world: OpenPostings

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T11:00:00+09:00' })
  world = await loadOpenPostings(app)
}, 120_000)
afterAll(() => app.close())

const SEARCH = `query ($filter: PostingFilter, $orderBy: PostingOrder, $first: Int = 20, $after: String) {
  postings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount totalIsExact wordsReadAs nodes { id postingNumber } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`
const FACETS = `query ($filter: PostingFilter) { postings(filter: $filter, first: 1) { totalCount facets { field values { value label count } } } }`

const search = async (variables: Record<string, unknown>, viewer: Parameters<TestApp['as']>[0] = null) =>
  (await app.as(viewer).run(SEARCH, variables)).postings
const totalFor = async (words: string) => (await search({ filter: { words }, first: 1 })).totalCount as number

/** What can be found, read without any token. */
const found = () => world.rows.flatMap(({ search: row, sheet, posting, demo }) => (row ? [{ row, sheet, posting, demo }] : []))
type Row = ReturnType<typeof found>[number]
const having = (word: string) => found().filter(({ row }) => row.publicText.includes(normalise(word)))

describe('words', () => {
  it('are found exactly where the text holds them: 100 words of one to six characters', async () => {
    const random = randomOf('words')
    const words = new Set([
      '介護',
      '経理',
      'フォークリフト',
      'ﾌｫｰｸﾘﾌﾄ',
      '車',
      'c',
      'Ｃ',
      'ー',
      '見当たらない語',
      'リーダー',
      'トラック',
      'パート',
      '東京都',
      '8',
    ])
    while (words.size < 100) {
      const text = random.pick(found()).row.publicText.replaceAll('\n', ' ')
      const at = random.int(0, text.length - 7)
      const word = text.slice(at, at + random.int(1, 6)).trim()
      if (word !== '' && !word.includes(' ')) words.add(word)
    }
    for (const word of words) expect([word, await totalFor(word)]).toEqual([word, having(word).length])
    expect([...words].some((word) => !isExact(word) && having(word).length > 1)).toBe(true)
  }, 60_000)

  it('are joined by AND, OR and minus, and stay together in quotes', async () => {
    const holds =
      (...words: string[]) =>
      (row: Row) =>
        words.every((word) => row.row.publicText.includes(normalise(word)))
    const both = found().filter(holds('介護', '夜勤')).length
    expect(await totalFor('介護　夜勤')).toBe(both)
    expect(both).toBeGreaterThan(0)
    expect(await totalFor('介護 OR 調理補助')).toBe(found().filter((row) => holds('介護')(row) || holds('調理補助')(row)).length)
    expect(await totalFor('介護 -夜勤')).toBe(having('介護').length - both)
    expect(await totalFor('-介護福祉士')).toBe(found().length - having('介護福祉士').length)
    const phrase = (
      having('正社員')[0]
        ?.row.publicText.split('\n')
        .find((text) => / \S/.test(text)) ?? ''
    ).slice(0, 12)
    expect(phrase).toContain(' ')
    expect(await totalFor(`"${phrase}"`)).toBe(having(phrase).length)
  })

  it('may be a posting number in any width', async () => {
    const { postingNumber, id } = found()[7]!.posting as { postingNumber: string; id: string }
    const wide = postingNumber.replaceAll(/./g, (c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
    for (const words of [postingNumber, wide, postingNumber.replace('-', ''), ` ${postingNumber} `]) {
      const page = await search({ filter: { words } })
      expect([words, page.totalCount, page.nodes[0]?.id]).toEqual([words, 1, id])
    }
  })

  it('are read back', async () => {
    expect((await search({ filter: { words: '介護 -夜勤' } })).wordsReadAs).toBe('「介護」をふくむ、「夜勤」をふくまない')
    expect((await search({})).wordsReadAs).toBeNull()
  })

  it('of any kind are answered', async () => {
    const hostile = [
      '%',
      '_',
      '\\',
      '%%%',
      '介%護',
      '介_護',
      "'; drop table postings; --",
      '\0',
      '介\0護',
      '\ud800',
      '介\udfff',
      '𠮷'.repeat(300),
      'あ'.repeat(10_000),
      '介護 '.repeat(3000),
      '.*',
      '^$',
      '[',
      '(',
      '{1,',
      '|',
      'OR',
      'OR OR -',
      '-',
      '--',
      '"',
      '"""',
      '" "',
      '-"',
      '{}',
      '\u202e介護',
      '\u{10ffff}',
      '\r\n\t',
      '-介護 '.repeat(40),
    ]
    expect(hostile.length).toBeGreaterThanOrEqual(30)
    for (const words of hostile) {
      const { data, errors } = await app.as(null).ask(SEARCH, { filter: { words }, first: 5 })
      expect([words.slice(0, 20), errors]).toEqual([words.slice(0, 20), undefined])
      const page = (data as { postings: { totalCount: number } }).postings
      expect(page.totalCount).toBeLessThanOrEqual(found().length)
    }
    expect(await totalFor('%')).toBe(found().length)
    expect(await totalFor('介_護')).toBe(found().filter(({ row }) => row.publicText.includes('介') && row.publicText.includes('護')).length)
  })
})

describe('the token index', () => {
  it('is what PostgreSQL uses for words and filters, with nothing installed beside it', async () => {
    const ctx = app.as(null).context()
    const question = await questionOf(ctx, { words: '介護福祉士', prefectureCodes: ['13'] })
    const plan = await withIndex(ctx, (db) => db.execute(sql`explain select 1 from ${postingSearch} where ${precisely(question, true)}`))
    expect(JSON.stringify(plan)).toContain('Bitmap Index Scan on posting_search_public_tokens')
    expect(await app.db.execute(sql`select 1 from pg_extension where extname = 'intarray'`)).toHaveLength(0)
  })
})

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
    ['work times', { workTimes: ['PART_TIME'] }, ({ sheet }) => sheet.workTime === 'PART_TIME'],
    [
      'employment types',
      { employmentTypes: ['REGULAR', 'NON_REGULAR'] },
      ({ sheet }) => ['REGULAR', 'NON_REGULAR'].includes(sheet.employmentType),
    ],
    ['occupations', { occupationCodes: ['050', '038'] }, ({ sheet }) => ['050', '038'].includes(sheet.occupationCode)],
    ['wages by the hour', { hourlyWageFrom: 1300 }, ({ sheet }) => sheet.hourlyFrom >= 1300],
    ['wages by the month', { monthlyWageFrom: 220_000 }, ({ sheet }) => sheet.wageForm === 'MONTHLY' && sheet.shownFrom >= 220_000],
    ['weekends', { weekendsOff: true }, ({ sheet }) => sheet.daysOff.includes('SAT') && sheet.daysOff.includes('SUN')],
    ['yearly holidays', { yearlyHolidaysFrom: 120 }, ({ sheet }) => sheet.yearlyHolidays >= 120],
    ['overtime', { overtimeHoursTo: 5 }, ({ sheet }) => !sheet.overtime || (sheet.overtimeHours ?? 999) <= 5],
    ['self-application', { selfApplication: true }, ({ sheet }) => sheet.selfApplication && sheet.scope !== '3'],
    ['no experience', { noExperience: true }, ({ sheet }) => sheet.experience === 'NONE'],
    ['no education', { noEducation: true }, ({ sheet }) => sheet.education === 'NONE'],
    ['no transfer', { noTransfer: true }, ({ sheet }) => !sheet.transfer],
    ['car commuting', { carCommuting: true }, ({ sheet }) => sheet.carCommuting],
    ['work from home', { remote: true }, ({ sheet }) => sheet.remoteWork != null],
    ['regular work', { regularOnly: true }, ({ sheet }) => sheet.employmentType === 'REGULAR'],
    ['disability', { disability: true }, ({ sheet }) => sheet.kind === 'DISABILITY'],
    ['new ones', { newSinceDays: 3 }, ({ posting }) => (posting.acceptedOn ?? '') >= addDays(today, -3)],
    ['false as not asked', { disability: false, remote: false }, () => true],
    [
      'several at once',
      { prefectureCodes: ['13'], workTimes: ['FULL_TIME'], weekendsOff: true, words: '経理 OR 事務' },
      ({ sheet, row }) =>
        sheet.workplaceMunicipality.startsWith('13') &&
        sheet.workTime === 'FULL_TIME' &&
        sheet.daysOff.includes('SAT') &&
        sheet.daysOff.includes('SUN') &&
        /経理|事務/.test(row.publicText),
    ],
    ['unknown codes', { prefectureCodes: ['99'] }, () => false],
    ['codes that are none', { municipalityCodes: ['x', ''], words: '' }, () => false],
    ['numbers beyond reason', { hourlyWageFrom: 2_147_483_647, overtimeHoursTo: -5, newSinceDays: 2_147_483_647 }, () => false],
  ]
  it.each(cases)('find the same by token, by row and by hand: %s', async (_, filter, holds) => {
    const expected = found()
      .filter(holds)
      .map(({ posting }) => posting.postingNumber)
    const numbers: string[] = []
    let after: string | null = null
    do {
      const page: { totalCount: number; nodes: { postingNumber: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } =
        await search({ filter, first: 100, after })
      expect(page.totalCount).toBe(expected.length)
      numbers.push(...page.nodes.map((node) => node.postingNumber))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(new Set(numbers)).toEqual(new Set(expected))
    expect(numbers).toHaveLength(expected.length)
  })
})

describe('pages', () => {
  const inOrder: Record<string, (a: Row, b: Row) => number> = {
    NEWEST: (a, b) => b.row.publishedAt.getTime() - a.row.publishedAt.getTime() || (a.posting.id < b.posting.id ? 1 : -1),
    DEADLINE: (a, b) =>
      a.row.validUntil === b.row.validUntil ? (a.posting.id < b.posting.id ? -1 : 1) : a.row.validUntil < b.row.validUntil ? -1 : 1,
    WAGE: (a, b) => b.row.hourlyFrom - a.row.hourlyFrom || (a.posting.id < b.posting.id ? 1 : -1),
  }
  const wordsOfKinds = ['', '介護', '経理事務']
  it.each(Object.keys(inOrder).flatMap((order) => wordsOfKinds.map((words) => [order, words] as const)))(
    'cover every posting once in the order %s for 「%s」',
    async (orderBy, words) => {
      const expected = (words === '' ? found() : having(words)).toSorted(inOrder[orderBy]).map(({ posting }) => posting.id)
      const ids: string[] = []
      for (let after: string | null = null, more = true; more;) {
        const page: { nodes: { id: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } = await search({
          filter: { words },
          orderBy,
          first: 37,
          after,
        })
        ids.push(...page.nodes.map(({ id }) => id))
        after = page.pageInfo.endCursor
        more = page.pageInfo.hasNextPage
      }
      expect(ids).toEqual(expected)
    },
  )

  it('are refused for a size or a cursor that nobody gave', async () => {
    const codeFor = async (variables: Record<string, unknown>) =>
      (await app.as(null).ask(SEARCH, variables)).errors?.[0]?.extensions['code']
    const { endCursor } = (await search({ first: 1 })).pageInfo
    expect(await codeFor({ first: 0 })).toBe('BAD_USER_INPUT')
    expect(await codeFor({ first: 101 })).toBe('BAD_USER_INPUT')
    expect(await codeFor({ after: endCursor, orderBy: 'WAGE' })).toBe('BAD_USER_INPUT')
    const id = found()[0]!.posting.id
    for (const values of [
      ['NEWEST', 'today', id],
      ['NEWEST', '2026-99-99T00:00:00.000Z', id],
      ['DEADLINE', '2026-02-30', id],
      ['WAGE', 1.5, id],
      ['WAGE', null, id],
      ['NEWEST', '2026-01-01T00:00:00.000Z', 'skr_1'],
    ])
      expect(await codeFor({ after: encodeCursor(values), orderBy: values[0] })).toBe('BAD_USER_INPUT')
    expect(await codeFor({ after: 'x' })).toBe('BAD_USER_INPUT')
    expect(await codeFor({ after: endCursor })).toBeUndefined()
  })
})

describe('facets', () => {
  interface Facet {
    field: string
    values: { value: string; count: number }[]
  }
  const facets = async (filter: Record<string, unknown>) =>
    (await app.as(null).run(FACETS, { filter })).postings as { totalCount: number; facets: Facet[] }

  it('say what each choice would find, and ignore the choices of their own group', async () => {
    const filter = { words: '事務 OR 介護', prefectureCodes: ['13'], workTimes: ['FULL_TIME'], noExperience: true }
    const { facets: groups } = await facets(filter)
    expect(groups.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'prefectureCodes',
        'municipalityCodes',
        'occupationMajors',
        'workTimes',
        'employmentTypes',
        'weekendsOff',
        'disability',
      ]),
    )
    for (const { field, values } of groups)
      for (const { value, count } of values) {
        const choice = value === 'true' ? true : [value]
        expect([field, value, (await search({ filter: { ...filter, [field]: choice }, first: 1 })).totalCount]).toEqual([
          field,
          value,
          count,
        ])
      }
  }, 60_000)

  it('count all without a filter, and municipalities only within one prefecture', async () => {
    const { totalCount, facets: groups } = await facets({})
    const sumOf = (field: string) => groups.find((group) => group.field === field)?.values.reduce((sum, { count }) => sum + count, 0)
    for (const field of ['prefectureCodes', 'occupationMajors', 'workTimes', 'employmentTypes'])
      expect([field, sumOf(field)]).toEqual([field, totalCount])
    expect(sumOf('municipalityCodes')).toBeUndefined()
  })
})

describe('what changes', () => {
  const context = () =>
    app
      .as({ kind: 'staff', accountId: 'acc_1', staffId: 'stf_1', officeId: world.employers[0]!.officeId, role: 'COUNTER', center: false })
      .context()
  const inTotal = async (words: string) => {
    for (let i = 0; i < 20; i++) {
      const total = await totalFor(words)
      if (total > 0) return total
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    return 0
  }
  const renamed = async (title: string) => {
    const { posting } = found()[3]!
    await app.db.update(postingSheets).set({ title }).where(eq(postingSheets.postingId, posting.id))
    const [row] = await app.db
      .select()
      .from(postings)
      .innerJoin(postingSheets, eq(postingSheets.id, postings.sheetId))
      .innerJoin(employerSheets, eq(employerSheets.id, postingSheets.employerSheetId))
      .where(eq(postings.id, posting.id))
    return row!
  }

  it('is found within a second of its acceptance although the same words were just counted', async () => {
    expect(await totalFor('珍獣飼育係')).toBe(0)
    const row = await renamed('珍獣飼育係')
    await inTransaction(context(), {}, async (tx) => {
      await publish(tx, row.postings, row.posting_sheets, row.employer_sheets)
      return row.postings
    })
    expect(await inTotal('珍獣飼育係')).toBe(1)
  })

  it('is gone after its end, and keeps its place among the newest when it is published again', async () => {
    const row = await renamed('珍獣飼育員')
    const [before] = await app.db.select().from(postingSearch).where(eq(postingSearch.postingId, row.postings.id))
    app.setNow('2026-11-24T12:00:00+09:00')
    await inTransaction(context(), {}, async (tx) => {
      await publish(tx, row.postings, row.posting_sheets, row.employer_sheets)
      return row.postings
    })
    expect(await inTotal('珍獣飼育員')).toBe(1)
    const [after] = await app.db.select().from(postingSearch).where(eq(postingSearch.postingId, row.postings.id))
    expect(after?.publishedAt).toEqual(before?.publishedAt)
    await inTransaction(context(), {}, async (tx) => {
      await unpublish(tx, row.postings.id)
      return row.postings
    })
    expect(await app.db.$count(postingSearch, eq(postingSearch.postingId, row.postings.id))).toBe(0)
  })

  it('ends at 24:00 of its last day, whatever the sweep has written', async () => {
    const last = found()
      .map(({ row }) => row.validUntil)
      .toSorted()[0]!
    const gone = await app.db.$count(postingSearch, eq(postingSearch.validUntil, last))
    const all = await app.db.$count(postingSearch)
    app.setNow(`${last}T23:59:00+09:00`)
    expect((await search({})).totalCount).toBe(all)
    app.setNow(`${addDays(last, 1)}T00:00:30+09:00`)
    expect((await search({})).totalCount).toBe(all - gone)
    expect((await search({ first: 1, orderBy: 'DEADLINE' })).nodes[0].id).not.toBeNull()
    app.setNow('2026-11-24T11:00:00+09:00')
  })

  it('says 約 beyond the number of candidates that are looked at one by one', async () => {
    await app.db.insert(settings).values({ scope: 'policy', name: 'exactTotalCandidates', value: 5, changedAt: app.clock.now() })
    await app.services.policy.load(app.db)
    expect(await search({ filter: { words: 'フルタイム' }, first: 1 })).toMatchObject({ totalIsExact: false })
    expect(await search({ filter: { words: '介護' }, first: 1 })).toMatchObject({ totalIsExact: true })
    await app.db.delete(settings).where(eq(settings.scope, 'policy'))
    await app.services.policy.load(app.db)
  })

  it('is read from the column of the viewer’s class', async () => {
    const valid = await seekerAs(app, { status: 'VALID' })
    const hidden = found().find(({ sheet }) => sheet.scope === '2')!
    const name = world.employers.find((employer) => employer.id === hidden.posting.employerId)!.demo.name
    const forAll = (await search({ filter: { words: name }, first: 100 })).nodes.map((node: { id: string }) => node.id)
    const forSeekers = (await search({ filter: { words: name }, first: 100 }, valid)).nodes.map((node: { id: string }) => node.id)
    expect(forAll).not.toContain(hidden.posting.id)
    expect(forSeekers).toContain(hidden.posting.id)
  })
})
