import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeEmployer, type MadeEmployer, makeOffice, makeOpenPosting } from '../../../test/actors.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import type { CommandContext } from '../../platform/db/transaction.ts'
import type { DomainEvent } from '../../kernel/events.ts'
import { industryMajors } from '../offices/data/classes.rules.ts'
import type { OfficeRow } from '../offices/offices.table.ts'
import { sweepExpiredPostings, sweepOldSearchRows } from './postings.jobs.ts'
import { postingOpenPeriods, postings, postingSearch } from './postings.table.ts'

let app: TestApp
let office: OfficeRow
let made: MadeEmployer
let heard: DomainEvent[]

beforeAll(async () => {
  app = await testApp()
  office = await makeOffice(app)
  made = await makeEmployer(app, office)
}, 60_000)
afterAll(() => app.close())

/** As the sweep runs, with an ear on what it tells. */
const system = (): CommandContext => ({
  ...app.as(null).context(),
  actor: { id: 'system', kind: 'system', office: null },
  react: async (_tx, event) => (heard.push(event), null),
})
const STATE = `query ($id: ID!) { posting(id: $id) { status endReason invalidOn isOpen } }`
const stateOf = async (id: string) => (await app.as(made.owner).run(STATE, { id })).posting

test('a posting is open to the last instant of its last day and ended from 00:00, before and after the sweep', async () => {
  heard = []
  app.setNow('2026-04-10T10:00:00+09:00')
  const { posting } = await makeOpenPosting(app, office, made)
  expect(posting.validUntil).toBe('2026-06-30')

  app.setNow('2026-06-30T23:59:59+09:00')
  expect(await sweepExpiredPostings(system())).toBe(0)
  expect(await stateOf(posting.id)).toEqual({ status: 'OPEN', endReason: null, invalidOn: null, isOpen: true })

  app.setNow('2026-07-01T00:00:00+09:00')
  const ended = { status: 'ENDED', endReason: 'EXPIRED', invalidOn: '2026-07-01', isOpen: false }
  expect(await stateOf(posting.id)).toEqual(ended)
  expect((await app.db.select().from(postings).where(eq(postings.id, posting.id)))[0]?.status).toBe('OPEN')

  expect(await sweepExpiredPostings(system())).toBe(1)
  expect(await stateOf(posting.id)).toEqual(ended)
  expect((await app.db.select().from(postings).where(eq(postings.id, posting.id)))[0]).toMatchObject({
    status: 'ENDED',
    endReason: 'EXPIRED',
    invalidOn: '2026-07-01',
  })
  expect(await app.db.select().from(postingSearch).where(eq(postingSearch.postingId, posting.id))).toEqual([])
  expect(await app.db.select().from(postingOpenPeriods).where(eq(postingOpenPeriods.postingId, posting.id))).toMatchObject([
    { openTo: '2026-06-30' },
  ])
  expect(heard).toEqual([{ name: 'postingEnded', data: { postingId: posting.id, employerId: made.employer.id, invalidOn: '2026-07-01' } }])
  expect(await sweepExpiredPostings(system())).toBe(0)
  expect(heard).toHaveLength(1)
})

test('a sweep that was away for months catches up with the right day, and two at once end each posting once', async () => {
  heard = []
  app.setNow('2026-08-15T10:00:00+09:00')
  const made1 = await Promise.all(Array.from({ length: 6 }, () => makeOpenPosting(app, office, made)))
  app.setNow('2027-02-01T03:00:00+09:00')
  const counts = await Promise.all([sweepExpiredPostings(system()), sweepExpiredPostings(system())])
  expect(counts[0]! + counts[1]!).toBe(6)
  expect(heard).toHaveLength(6)
  for (const { posting } of made1)
    expect((await app.db.select().from(postings).where(eq(postings.id, posting.id)))[0]?.invalidOn).toBe('2026-11-01')
})

test('an expired posting cannot be cancelled, paused or found by its number before the sweep has come', async () => {
  app.setNow('2027-03-01T10:00:00+09:00')
  const { posting } = await makeOpenPosting(app, office, made)
  app.setNow('2027-06-01T00:00:00+09:00')
  const CANCEL = `mutation ($id: ID!, $version: Int!) { cancelPosting(postingId: $id, version: $version, reason: FILLED) { ... on Refusal { code } } }`
  expect((await app.as(made.owner).run(CANCEL, { id: posting.id, version: posting.version })).cancelPosting).toEqual({
    code: 'POSTING_NOT_OPEN',
  })
  const FIND = `query ($number: String!) { postingByNumber(number: $number) { id } }`
  expect((await app.as(null).run(FIND, { number: posting.postingNumber })).postingByNumber).toBeNull()
  const LIST = `query ($status: [PostingStatus!]) { employerPostings(status: $status, first: 100) { nodes { id } } }`
  expect((await app.as(made.owner).run(LIST, { status: ['OPEN'] })).employerPostings.nodes).toEqual([])
  expect((await app.as(made.owner).run(LIST, { status: ['ENDED'] })).employerPostings.nodes).toContainEqual({ id: posting.id })
})

test('rows that older rules wrote are found by today’s filters after the sweep, once, and keep their place', async () => {
  app.setNow('2027-07-05T10:00:00+09:00')
  const { posting } = await makeOpenPosting(app, office, made)
  const rowOf = async () => (await app.db.select().from(postingSearch).where(eq(postingSearch.postingId, posting.id)))[0]!
  const written = await rowOf()
  const FIND = `query ($filter: PostingFilter) { postings(filter: $filter) { nodes { id } } }`
  const finds = async () =>
    (await app.as(null).run(FIND, { filter: { words: posting.postingNumber, workingDaysTo: 7, industryCodes: [industry] } })).postings.nodes
  const industry = industryMajors[written.industry - 1]!.code
  const blank = { edition: 0, industry: 0, hours1: null, titleTokens: [], insurances: 0, seekerText: '', seekerTokens: [] }
  await app.db.update(postingSearch).set(blank).where(eq(postingSearch.postingId, posting.id))
  expect(await sweepOldSearchRows(system())).toBe(1)
  expect(await rowOf()).toEqual(written)
  expect(await sweepOldSearchRows(system())).toBe(0)
  expect(await finds()).toEqual([{ id: posting.id }])
})
