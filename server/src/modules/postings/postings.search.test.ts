import { eq, like, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { isExact, normalise } from '../../kernel/tokens.ts'
import { randomOf } from '../../app/demo/random.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { settings } from '../../platform/db/platform.table.ts'
import { type Answer, type TestApp, testApp } from '../../../test/app.ts'
import { loadOpenPostings, type OpenPostings, seekerAs } from '../../../test/open-postings.ts'
import { employerSheets } from '../employers/employers.table.ts'
import { publish, unpublish } from './postings.publish.steps.ts'
import { precisely } from './postings.search.conditions.ts'
import { questionOf, withIndex } from './postings.search.queries.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { type PostingRow, postings, postingSearch } from './postings.table.ts'

let app: TestApp
let world: OpenPostings

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T11:00:00+09:00' })
  world = await loadOpenPostings(app, { postings: 1_100 })
}, 120_000)
afterAll(() => app.close())

const SEARCH = `query ($filter: PostingFilter, $orderBy: PostingOrder, $first: Int = 20, $after: String) {
  postings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount totalIsExact wordsReadAs nodes { id postingNumber } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`

const search = async (variables: Record<string, unknown>, viewer: Parameters<TestApp['as']>[0] = null) =>
  (await app.as(viewer).run(SEARCH, variables)).postings
const totalFor = async (words: string) => (await search({ filter: { words }, first: 1 })).totalCount as number

/** What can be found, read without any token. */
const found = () => world.rows.flatMap(({ search: row, sheet, posting, demo }) => (row ? [{ row, sheet, posting, demo }] : []))
type Row = ReturnType<typeof found>[number]
const having = (word: string) => found().filter(({ row }) => row.publicText.includes(normalise(word)))

const context = () =>
  app
    .as({ kind: 'staff', accountId: 'acc_1', staffId: 'stf_1', officeId: world.employers[0]!.officeId, role: 'COUNTER', center: false })
    .context()
async function rowsOf(id: PostingRow['id']) {
  const [row] = await app.db
    .select()
    .from(postings)
    .innerJoin(postingSheets, eq(postingSheets.id, postings.sheetId))
    .innerJoin(employerSheets, eq(employerSheets.id, postingSheets.employerSheetId))
    .where(eq(postings.id, id))
  return row!
}
async function published(id: PostingRow['id']): Promise<void> {
  const row = await rowsOf(id)
  await inTransaction(context(), {}, async (tx) => {
    await publish(tx, row.postings, row.posting_sheets, row.employer_sheets)
    return row.postings
  })
}

describe('words', () => {
  /** A plain scan of all rows. */
  const scanned = async (word: string) =>
    (
      await app.db
        .select({ id: postingSearch.postingId })
        .from(postingSearch)
        .where(like(postingSearch.publicText, `%${normalise(word)}%`))
    ).length
  const given: Record<string, string> = {
    'single kanji': '車 土 日 週 月 年 夜 駅 店 人 食 水 木 金 火 医 薬 学 本 見 手 車 話 語 書 机 鍵 𠮷',
    'two and more kanji':
      '介護 看護 事務 営業 経理 警備 清掃 調理 介護福祉士 看護助手 医療事務 経理事務 一般事務 送迎 夜勤 東京都 大阪市 正社員',
    'katakana, hiragana and half-width':
      'フォークリフト ふぉーくりふと ﾌｫｰｸﾘﾌﾄ フォーク ﾘﾌﾄ リフト トラック とらっく ﾄﾗｯｸ パート ぱーと ﾊﾟｰﾄ パ ぱ お客さま スタッフ ｽﾀｯﾌ',
    'mixed spellings': '働きかた お茶 お知らせ ホームヘルパー 介護スタッフ 電話おうたい 取りあつかい 駒ヶ根 駒ケ根 組み立て',
    'the long vowel': 'ー ｰ リーダー リーダ ドライバー センター センタ サーバー データ データー コーヒー',
    'Latin letters': 'c C Ｃ cad CAD ＣＡＤ pc PC ＰＣ Excel excel ｅｘｃｅｌ Word JavaScript A4 ab',
    numbers: '8 ８ 10 １０ 120 １２０日 60歳 3年 1級 2級 30分 1200 1,200 ２０,０００ 00',
    'nothing there is': '見当たらない語 猫猫 ゑゑ qx 9876543 ㈱ ①',
  }
  it.each(Object.entries(given))('are found exactly where a scan of the rows finds them: %s', async (_, list) => {
    for (const word of list.split(' ')) expect([word, await totalFor(`"${word}"`)]).toEqual([word, await scanned(word)])
  })

  it('are found exactly where a scan of the rows finds them: 100 pieces of the texts themselves', async () => {
    expect(new Set(Object.values(given).join(' ').split(' ')).size).toBeGreaterThanOrEqual(100)
    const random = randomOf('words')
    const words = new Set<string>()
    while (words.size < 100) {
      const text = random.pick(found()).row.publicText.replaceAll('\n', ' ')
      const at = random.int(0, text.length - 7)
      const word = text.slice(at, at + random.int(1, 6)).trim()
      if (word !== '' && !word.includes(' ')) words.add(word)
    }
    for (const word of words) expect([word, await totalFor(word)]).toEqual([word, await scanned(word)])
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
    const within = found().filter((row) => holds('介護')(row) && (holds('夜勤')(row) || holds('送迎')(row)) && !holds('派遣')(row))
    expect(await totalFor('夜勤 OR 送迎 介護 -派遣')).toBe(within.length)
    expect(within.length).toBeGreaterThan(both)
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
    expect(await totalFor(`正社員 -"${phrase}"`)).toBe(
      found()
        .filter(holds('正社員'))
        .filter((row) => !holds(phrase)(row)).length,
    )
  })

  const wide = (text: string) => text.replaceAll(/[!-~]/g, (c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
  it('may be a posting number in any width', async () => {
    const { postingNumber, id } = found()[7]!.posting as { postingNumber: string; id: string }
    for (const words of [postingNumber, wide(postingNumber), postingNumber.replace('-', ''), ` ${postingNumber} `]) {
      const page = await search({ filter: { words } })
      expect([words, page.totalCount, page.nodes[0]?.id]).toEqual([words, 1, id])
    }
  })

  it('may be several posting numbers at once, in any width and with anything between them', async () => {
    const five = found()
      .slice(10, 15)
      .map(({ posting }) => posting.postingNumber ?? '')
    for (const words of [
      five.join(' '),
      five.map(wide).join('　'),
      five.join(','),
      five.join(' OR '),
      five.join('、').replaceAll('-', ''),
    ]) {
      const { nodes } = await search({ filter: { words } })
      expect([words, nodes.map((node: { postingNumber: string }) => node.postingNumber).toSorted()]).toEqual([words, five.toSorted()])
    }
    expect(await totalFor(`${five[0]} ${five[1]} -${five[1]}`)).toBe(1)
  })

  it('may be the number of an establishment, for those who may know it (R25)', async () => {
    const named = found().find(({ sheet }) => sheet.scope === '1')!
    const { demo } = world.employers.find((one) => one.id === named.posting.employerId)!
    const own = found().filter(({ posting }) => posting.employerId === named.posting.employerId)
    for (const words of [demo.employerNumber, wide(demo.employerNumber)])
      expect([words, await totalFor(words)]).toEqual([words, own.filter(({ sheet }) => sheet.scope === '1').length])
  })

  it('are looked for in the title alone when that is asked', async () => {
    const inTitle = (word: string) => found().filter(({ sheet }) => normalise(sheet.title).includes(normalise(word)))
    const titles = async (words: string) => (await search({ filter: { words, titleOnly: true }, first: 1 })).totalCount
    for (const word of ['事務', '介', 'ｽﾀｯﾌ', '介護福祉士', '営業', '猫'])
      expect([word, await titles(word)]).toEqual([word, inTitle(word).length])
    expect(await titles('事務')).toBeLessThan(await totalFor('事務'))
    expect(await titles('介護 OR 看護 -助手')).toBe(
      found().filter(({ sheet }) => /介護|看護/u.test(sheet.title) && !sheet.title.includes('助手')).length,
    )
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
    const inTitles = await questionOf(ctx, { words: '介護福祉士', titleOnly: true })
    const titlePlan = await withIndex(ctx, (db) =>
      db.execute(sql`explain select 1 from ${postingSearch} where ${precisely(inTitles, true)}`),
    )
    expect(JSON.stringify(titlePlan)).toContain('Bitmap Index Scan on posting_search_title_tokens')
    expect(await app.db.execute(sql`select 1 from pg_extension where extname = 'intarray'`)).toHaveLength(0)
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

  it.each(Object.keys(inOrder).flatMap((order) => wordsOfKinds.map((words) => [order, words] as const)))(
    'cost the same statements whether they are the first or far on, in the order %s for 「%s」',
    async (orderBy, words) => {
      const asked = { filter: { words }, orderBy, first: 1 }
      const rows = (words === '' ? found() : having(words)).toSorted(inOrder[orderBy])
      const before = rows.at(Math.min(998, rows.length - 2))!
      const place = { NEWEST: before.row.publishedAt, DEADLINE: before.row.validUntil, WAGE: before.row.hourlyFrom }[orderBy]!
      const after = encodeCursor([orderBy, place instanceof Date ? place.toISOString() : place, before.posting.id])
      await search(asked)
      const first = await app.statementsOf(() => search(asked))
      const far = await app.statementsOf(() => search({ ...asked, after }))
      expect(far.answer.nodes[0].id).toBe(rows[rows.indexOf(before) + 1]!.posting.id)
      expect(far.statements).toHaveLength(first.statements.length)
      expect(first.statements.length).toBeGreaterThan(1)
    },
  )

  it('go on to the end while postings open and end: the others come once each, in order', async () => {
    const ids: string[] = []
    let after: string | null = null
    const rows = found().toSorted(inOrder['NEWEST'])
    const [seen, ahead] = [rows[5]!, rows[60]!]
    for (let more = true, pages = 0; more; pages++) {
      const page: Answer = await search({ first: 37, after })
      ids.push(...page.nodes.map(({ id }: Answer) => id))
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
      if (pages === 0)
        await inTransaction(context(), {}, async (tx) => {
          await unpublish(tx, seen.posting.id)
          await unpublish(tx, ahead.posting.id)
          return seen.posting
        })
      if (pages === 1) await published(seen.posting.id)
    }
    expect(ids).toEqual(rows.filter((row) => row !== ahead).map(({ posting }) => posting.id))
    await published(ahead.posting.id)
    await expect.poll(async () => (await search({ first: 1 })).totalCount, { timeout: 5_000 }).toBe(rows.length)
  })

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

describe('what changes', () => {
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
    return rowsOf(posting.id)
  }

  it('is found within a second of its acceptance although the same words were just counted', async () => {
    expect(await totalFor('珍獣飼育係')).toBe(0)
    const row = await renamed('珍獣飼育係')
    await published(row.postings.id)
    expect(await inTotal('珍獣飼育係')).toBe(1)
  })

  it('is gone after its end, and keeps its place among the newest when it is published again', async () => {
    const row = await renamed('珍獣飼育員')
    const [before] = await app.db.select().from(postingSearch).where(eq(postingSearch.postingId, row.postings.id))
    app.setNow('2026-11-24T12:00:00+09:00')
    await published(row.postings.id)
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
