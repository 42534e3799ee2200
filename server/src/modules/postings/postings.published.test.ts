import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeEmployer, makeOffice, makeOpenPosting, makeSeeker, type MadeEmployer } from '../../../test/actors.ts'
import { type Answer, testApp, type TestApp } from '../../../test/app.ts'
import { loadOpenPostings, seekerAs } from '../../../test/open-postings.ts'
import { CANCEL } from '../../../test/posting-acts.ts'
import { typedPosting } from '../../../test/posting-form.ts'
import { randomOf } from '../../app/demo/random.ts'
import type { Viewer } from '../../graph/context.ts'
import type { RawForm } from '../../kernel/form.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { employerSheets } from '../employers/employers.table.ts'
import { publish } from './postings.publish.steps.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postings, postingSearch } from './postings.table.ts'

const NOW = '2026-04-01T09:00:00+09:00'
let app: TestApp
let office: OfficeRow
let employer: MadeEmployer
beforeAll(async () => {
  app = await testApp({ now: NOW })
  office = await makeOffice(app)
  employer = await makeEmployer(app, office)
})
afterAll(() => app.close())
beforeEach(() => app.setNow(NOW))

const SEARCH = `query ($filter: PostingFilter, $orderBy: PostingOrder, $first: Int = 20) { postings(filter: $filter, orderBy: $orderBy, first: $first) { totalCount asOf nodes { id } } }`
const NEWS = `subscription ($filter: PostingFilter, $after: String) { postingPublished(filter: $filter, after: $after) { whole missed removed added { id title employer { name } } } }`
const search = async (variables: object = {}, viewer: Viewer | null = null): Promise<Answer> =>
  (await app.as(viewer).run(SEARCH, { ...variables })).postings
const listen = (variables: object = {}, viewer: Viewer | null = null) => app.as(viewer).listen(NEWS, { ...variables })
type Page = Awaited<ReturnType<typeof listen>>
const next = async (page: Page): Promise<Answer> => (await page.next()).postingPublished
const idsOf = (news: Answer): string[] => news.added.map(({ id }: Answer) => id)

/** Words of their own, so that no test finds another one's postings. */
let words = 0
const titled = (title: string, { scope = '1' } = {}): RawForm => {
  const form = typedPosting()
  const selfApplication = scope === '1' || scope === '2' ? 'YES' : 'NO'
  return { ...form, kind: { ...form['kind'], scope, selfApplication }, work: { ...form['work'], title } }
}
const freshTitle = () => `編み物の仕事 ${'あいうえおかきくけこさしすせそたちつてと'.charAt((words += 1))}号`
const open = async (form: RawForm, who = employer) => (await makeOpenPosting(app, office, who, form)).posting.id

describe('a search that is left open', () => {
  it('is told of each new posting that it would find, and of no other', async () => {
    const title = freshTitle()
    const page = await listen({ filter: { words: title } })
    const partTime = await listen({ filter: { words: title, workTimes: ['PART_TIME'] } })
    await open(titled(freshTitle()))
    const ids = [await open(titled(title)), await open(titled(`${title} 夜間`))]
    for (const id of ids) expect(await next(page)).toMatchObject({ whole: false, missed: false, removed: [], added: [{ id }] })
    page.stop()
    const { kind, hours, ...rest } = titled(title)
    const id = await open({ ...rest, kind: { ...kind, workTime: 'PART_TIME' }, hours: { ...hours, daysPerWeek: '5' } })
    expect(idsOf(await next(partTime))).toEqual([id])
    partTime.stop()
  })

  it('is told of nothing that its viewer may not find', async () => {
    const title = freshTitle()
    const valid = await makeSeeker(app, office)
    const named = { filter: { words: `${employer.sheet.name} ${title}` } }
    const [visitor, seeker] = [await listen(named), await listen(named, valid.viewer)]
    await open(titled(title, { scope: '4' }))
    await open(titled(title, { scope: '3' }))
    const forSeekers = await open(titled(title, { scope: '2' }))
    const forAll = await open(titled(title))
    expect(idsOf(await next(visitor))).toEqual([forAll])
    expect([idsOf(await next(seeker)), idsOf(await next(seeker))]).toEqual([[forSeekers], [forAll]])
    visitor.stop()
    seeker.stop()
  })

  it('names the employer only to whom it may be named, also after a registration ended in between', async () => {
    const title = freshTitle()
    const { viewer, seeker } = await makeSeeker(app, office)
    const byTitle = await listen({ filter: { words: title } }, viewer)
    const byName = await listen({ filter: { words: `${employer.sheet.name} ${title}` } }, viewer)
    await open(titled(title, { scope: '2' }))
    expect((await next(byTitle)).added[0].employer).toEqual({ name: employer.sheet.name })
    expect((await next(byName)).added).toHaveLength(1)
    await app.db.update(seekers).set({ status: 'INVALID', invalidReason: 'BY_SEEKER' }).where(eq(seekers.id, seeker.id))
    await open(titled(title, { scope: '2' }))
    const forAll = await open(titled(title))
    expect((await next(byTitle)).added[0].employer).toBeNull()
    expect(idsOf(await next(byName))).toEqual([forAll])
    byTitle.stop()
    byName.stop()
  })

  it('is told when a new one is gone again, and of no other that goes', async () => {
    const title = freshTitle()
    const page = await listen({ filter: { words: title } })
    const other = await open(titled(freshTitle()))
    const id = await open(titled(title))
    expect(idsOf(await next(page))).toEqual([id])
    for (const postingId of [other, id]) await app.as(employer.owner).run(CANCEL, { id: postingId, version: 1, reason: 'FILLED' })
    expect(await next(page)).toMatchObject({ whole: false, added: [], removed: [id] })
    page.stop()
  })

  it('does not take a changed text for a new posting', async () => {
    const title = freshTitle()
    const id = await open(titled(title))
    const { asOf } = await search({ filter: { words: title } })
    const page = await listen({ filter: { words: title }, after: asOf })
    expect(idsOf(await next(page))).toEqual([])
    const [posting] = await app.db.select().from(postings).where(eq(postings.id, id))
    const [sheet] = await app.db.select().from(postingSheets).where(eq(postingSheets.id, posting!.sheetId!))
    const [establishment] = await app.db.select().from(employerSheets).where(eq(employerSheets.id, sheet!.employerSheetId))
    app.setNow('2026-04-01T09:05:00+09:00')
    await inTransaction(app.as(employer.owner).context(), {}, async (tx) => {
      await publish(tx, posting!, { ...sheet!, duties: '編み直しも担当します。' }, establishment!)
      return { id }
    })
    const later = await open(titled(title))
    expect(idsOf(await next(page))).toEqual([later])
    page.stop()
  })
})

describe('a page that was away', () => {
  it('first gets all that is new since its list, the newest first, then what comes', async () => {
    const title = freshTitle()
    const filter = { words: title }
    await open(titled(title))
    const { asOf, totalCount } = await search({ filter })
    expect(totalCount).toBe(1)
    const missed: string[] = []
    for (let i = 0; i < 3; i++) {
      app.setNow(`2026-04-01T09:0${i + 1}:00+09:00`)
      missed.unshift(await open(titled(title)))
      await open(titled(freshTitle()))
    }
    const page = await listen({ filter, after: asOf })
    expect(await next(page)).toMatchObject({ whole: true, missed: false, added: missed.map((id) => ({ id })) })
    const live = await open(titled(title))
    expect(await next(page)).toMatchObject({ whole: false, added: [{ id: live }] })
    page.stop()
    const again = await listen({ filter, after: asOf })
    expect(idsOf(await next(again))).toHaveLength(4)
    again.stop()
  })

  it.each(['NEWEST', 'WAGE', 'DEADLINE'])('misses nothing that was under way while its list was read: %s', async (orderBy) => {
    const title = freshTitle()
    const filter = { words: title }
    const before = await open(titled(title))
    let commit: () => void = () => {}
    const held = new Promise<void>((resolve) => (commit = resolve))
    const late = await open(titled(title))
    const [row] = await app.db.delete(postingSearch).where(eq(postingSearch.postingId, late)).returning()
    const context = app.as(employer.owner).context()
    let begun: () => void = () => {}
    const started = new Promise<void>((resolve) => (begun = resolve))
    const writing = inTransaction(context, {}, async (tx) => {
      await tx.db.insert(postingSearch).values({ ...row!, publishedAt: tx.now })
      begun()
      await held
      return { id: late }
    })
    await started
    app.setNow('2026-04-01T09:00:01+09:00')
    const list = await search({ filter, orderBy })
    expect(list.nodes).toEqual([{ id: before }])
    commit()
    await writing
    const page = await listen({ filter, after: list.asOf })
    expect(idsOf(await next(page))).toEqual([late])
    page.stop()
  })

  it('counts nothing twice that its list already holds, however full the page is', async () => {
    const title = freshTitle()
    const filter = { words: title }
    for (let i = 0; i < 4; i++) await open(titled(title))
    for (const variables of [{ first: 2 }, { first: 20 }, { first: 2, orderBy: 'WAGE' }]) {
      const { asOf } = await search({ filter, ...variables })
      const page = await listen({ filter, after: asOf })
      expect([variables, await next(page)]).toMatchObject([variables, { whole: true, added: [] }])
      page.stop()
    }
  })

  it('is told the whole again when hints may have been lost', async () => {
    const title = freshTitle()
    const filter = { words: title }
    const { asOf } = await search({ filter })
    const page = await listen({ filter, after: asOf })
    expect(await next(page)).toMatchObject({ whole: true, added: [] })
    const id = await open(titled(title))
    expect(idsOf(await next(page))).toEqual([id])
    app.live.publish([{ topic: 'postings:opened', id: '' }])
    expect(await next(page)).toMatchObject({ whole: true, added: [{ id }] })
    page.stop()
  })

  it('is told that there is more than can be told', async () => {
    const title = freshTitle()
    const filter = { words: title }
    const { asOf } = await search({ filter })
    const [row] = await app.db
      .delete(postingSearch)
      .where(eq(postingSearch.postingId, await open(titled(title))))
      .returning()
    const { posting } = await makeOpenPosting(app, office, employer, titled(title))
    await app.db.delete(postingSearch).where(eq(postingSearch.postingId, posting.id))
    app.setNow('2026-04-01T09:10:00+09:00')
    const many = Array.from({ length: 101 }, (_, i) => `pst_0000000000004000800000000000${String(i).padStart(4, '0')}` as const)
    await app.db.insert(postings).values(many.map((id) => ({ ...posting, id, postingNumber: `x-${id}` })))
    await app.db.insert(postingSearch).values(many.map((id) => ({ ...row!, postingId: id, publishedAt: app.clock.now() })))
    const page = await listen({ filter, after: asOf })
    const news = await next(page)
    expect([news.missed, idsOf(news).length]).toEqual([true, 100])
    page.stop()
  })

  it('gets a clear answer to a moment that no list gave', async () => {
    for (const after of ['', 'a', 'aW10', `a${Buffer.from('["2026-04-01T00:00:00Z","skr_1"]').toString('base64url')}`])
      await expect(listen({ after })).rejects.toThrow('asOf')
  })
})

it('a reader that does not read holds a bounded number of events, and then reads the whole', async () => {
  const title = freshTitle()
  const silent = await listen({ filter: { words: title } })
  const reading = await listen({ filter: { words: title } })
  const ids: string[] = []
  for (let i = 0; i < 70; i++) {
    ids.push(await open(titled(title)))
    expect(idsOf(await next(reading))).toEqual([ids.at(-1)])
  }
  expect(idsOf(await next(silent))).toEqual([ids[0]])
  const rest = await next(silent)
  expect([rest.whole, idsOf(rest).toSorted()]).toEqual([true, ids.toSorted()])
  silent.stop()
  reading.stop()
})

it('what a search is told of is what it finds: 40 searches of visitors and seekers, 60 postings', async () => {
  const random = randomOf('published')
  const own = await testApp({ now: NOW })
  const world = await loadOpenPostings(own, { employers: 12, postings: 60 })
  const rows = await own.db.select().from(postingSearch)
  const filters = Array.from({ length: 40 }, () => {
    const row = random.pick(rows)
    const text = row.seekerText.replaceAll(/\s/gu, ' ')
    const at = random.int(0, text.length - 8)
    return Object.assign(
      {},
      ...random.some(
        [
          { words: random.pick([text.slice(at, at + random.int(1, 4)).trim(), '介護 OR 事務', '-夜勤', '車']) },
          { prefectureCodes: [String(row.prefecture).padStart(2, '0'), '27'] },
          { municipalityCodes: [String(row.municipality).padStart(5, '0')] },
          { occupationMajors: [String(row.occupationMajor).padStart(2, '0')] },
          { workTimes: [random.pick(['FULL_TIME', 'PART_TIME'])] },
          { hourlyWageFrom: row.hourlyFrom },
          { monthlyWageFrom: row.monthlyFrom },
          { yearlyHolidaysFrom: row.yearlyHolidays },
          { overtimeHoursTo: row.overtimeHours },
          { newSinceDays: random.int(0, 20) },
          { weekendsOff: true },
          { noExperience: true },
        ],
        random.int(1, 3),
      ),
    ) as Record<string, unknown>
  })
  await own.db.delete(postingSearch)
  const seeker = await seekerAs(own, { status: 'VALID' })
  const who = (i: number) => (i % 2 === 0 ? null : seeker)
  const pages = await Promise.all(filters.map((filter, i) => own.as(who(i)).listen(NEWS, { filter })))
  await inTransaction(own.as(seeker).context(), {}, async (tx) => {
    for (const { posting, sheet, search: row } of world.rows) {
      if (!row) continue
      const [establishment] = await tx.db.select().from(employerSheets).where(eq(employerSheets.id, sheet.employerSheetId))
      await publish(tx, posting as never, sheet as never, establishment!)
    }
    return { id: office.id }
  })
  let told = 0
  for (const [i, filter] of filters.entries()) {
    const found = (await own.as(who(i)).run(SEARCH, { filter, first: 100 })).postings
    const heard: string[] = []
    while (heard.length < found.totalCount) heard.push(...idsOf((await pages[i]!.next()).postingPublished))
    expect([filter, heard.toSorted()]).toEqual([filter, found.nodes.map(({ id }: Answer) => id).toSorted()])
    told += heard.length
    pages[i]!.stop()
  }
  expect(told).toBeGreaterThan(100)
  await own.close()
}, 120_000)
