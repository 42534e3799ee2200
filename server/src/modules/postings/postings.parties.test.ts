import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeSeeker } from '../../../test/actors.ts'
import type { Answer } from '../../../test/app.ts'
import { app, apply, cancel, employer, office, openStage, posting, resetStage, seeker } from '../../../test/applying.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { dropOffer, offerToSeeker } from './postings.parties.steps.ts'
import { postingParties } from './postings.parties.table.ts'
import { publish } from './postings.publish.steps.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { postings } from './postings.table.ts'

beforeAll(openStage)
afterAll(() => app.close())
beforeEach(resetStage)

const TODAY = '2026-04-01'
const LAST_DAY = '2026-04-08'
const act = (work: Parameters<typeof inTransaction<{ id: string }>>[2]) => inTransaction<{ id: string }>(app.as(null).context(), {}, work)
const offer = (more: { until?: string; nameShown?: boolean } = {}) =>
  act(async (tx) => {
    await offerToSeeker(tx, posting.id, seeker.seeker.id, { until: LAST_DAY, nameShown: false, ...more })
    return posting
  })
const drop = () =>
  act(async (tx) => {
    await dropOffer(tx, posting.id, seeker.seeker.id)
    return posting
  })
async function setScope(scope: string) {
  const [sheet] = await app.db.update(postingSheets).set({ scope }).where(eq(postingSheets.id, posting.sheetId!)).returning()
  await act(async (tx) => {
    await publish(tx, posting, sheet!, employer.sheet)
    return posting
  })
}
const SEEN = `id identity employer { id } contact { person { name } } establishment { business } applyRefusal { code }`
const PAGE = `query ($id: ID!, $number: String!, $words: String!) { byId: posting(id: $id) { ${SEEN} } byNumber: postingByNumber(number: $number) { ${SEEN} }
  node(id: $id) { ... on Posting { ${SEEN} } } postings(filter: { words: $words }) { totalCount nodes { id } } }`
const look = (who = seeker): Promise<Answer> =>
  app.as(who.viewer).run(PAGE, { id: posting.id, number: posting.postingNumber, words: posting.postingNumber })
/** What the three ways that start at the seeker show, where they agree. */
async function sees(who = seeker): Promise<string> {
  const { byId, byNumber, node } = await look(who)
  const each = [byId, byNumber, node].map((one) =>
    one === null ? 'nothing' : [one.identity, one.employer && 'employer', one.contact?.person && 'person'].filter(Boolean).join(' '),
  )
  expect(new Set(each).size).toBe(1)
  return each[0]!
}
const FULL = 'SHOWN employer person'

describe('an offer', () => {
  it.each([
    ['1', false, FULL],
    ['2', false, FULL],
    ['3', false, 'AT_COUNTER'],
    ['3', true, FULL],
    ['4', false, FULL],
    ['4', true, FULL],
  ])('shows a posting of scope %s, name told: %s, as %s, also to a seeker who is invalid now', async (scope, nameShown, shown) => {
    await setScope(scope)
    await offer({ nameShown })
    expect(await sees()).toBe(shown)
    await app.db.update(seekers).set({ status: 'INVALID' }).where(eq(seekers.id, seeker.seeker.id))
    expect(await sees()).toBe(shown)
  })

  it('ends at 24:00 of its last day', async () => {
    await setScope('4')
    await offer()
    app.setNow(`${LAST_DAY}T23:59:59.000+09:00`)
    expect(await sees()).toBe(FULL)
    app.setNow('2026-04-09T00:00:00.000+09:00')
    expect(await sees()).toBe('nothing')
    await setScope('2')
    await app.db.update(seekers).set({ status: 'INVALID' }).where(eq(seekers.id, seeker.seeker.id))
    expect(await sees()).toBe('FOR_SEEKERS')
    app.setNow(`${LAST_DAY}T12:00:00+09:00`)
    expect(await sees()).toBe(FULL)
  })

  it('ends when it is dropped, and with the posting', async () => {
    await setScope('4')
    await offer()
    await drop()
    expect(await sees()).toBe('nothing')
    await offer()
    expect(await sees()).toBe(FULL)
    await app.db.update(postings).set({ status: 'ENDED' }).where(eq(postings.id, posting.id))
    expect(await sees()).toBe('nothing')
  })

  it('of a newer day or word stands for the older one', async () => {
    await setScope('3')
    await offer({ until: TODAY })
    expect(await sees()).toBe('AT_COUNTER')
    await offer({ until: LAST_DAY, nameShown: true })
    app.setNow('2026-04-02T09:00:00+09:00')
    expect(await sees()).toBe(FULL)
    expect(await app.db.$count(postingParties, eq(postingParties.seekerId, seeker.seeker.id))).toBe(1)
  })

  it('is nobody else’s, and of no other posting', async () => {
    await setScope('4')
    await offer()
    expect(await sees(await makeSeeker(app, office))).toBe('nothing')
    const offered = posting
    const holder = seeker
    await resetStage()
    await setScope('4')
    expect(posting.id).not.toBe(offered.id)
    expect(await sees(holder)).toBe('nothing')
  })

  it('finds scope 4 in no list, and does not lead to the counter as if it were not there', async () => {
    await setScope('4')
    await offer()
    const { byId, postings: list } = await look()
    expect([byId.applyRefusal.code, list.totalCount, list.nodes]).toEqual(['POSTING_COUNTER_ONLY', 0, []])
    expect((await apply()).code).toBe('POSTING_COUNTER_ONLY')
    app.setNow('2026-04-09T00:00:00+09:00')
    expect((await apply()).code).toBe('NOT_FOUND')
  })
})

describe('an offer and an application', () => {
  it('together are an application: nothing ends with the offer', async () => {
    await apply()
    await offer()
    await setScope('3')
    expect(await sees()).toBe(FULL)
    await drop()
    app.setNow('2026-04-09T00:00:00+09:00')
    expect(await sees()).toBe(FULL)
  })

  it('taken back, leave what the offer shows', async () => {
    const { id } = await apply()
    await offer()
    await cancel(id)
    await setScope('4')
    expect(await sees()).toBe(FULL)
    await setScope('3')
    expect(await sees()).toBe('AT_COUNTER')
  })

  it('taken back, keep the name that was told and no longer say whom to call', async () => {
    const OWN = `query ($id: ID!) { application(id: $id) { employerName employerContact { workplaceAddress person { name } } } }`
    const { id } = await apply()
    const own = async () => (await app.as(seeker.viewer).run(OWN, { id })).application
    expect((await own()).employerContact.person.name).toMatch(/./u)
    await cancel(id)
    expect(await own()).toEqual({ employerName: employer.sheet.name, employerContact: null })
    expect((await app.as(employer.owner).run(OWN, { id })).application.employerContact.person.name).toMatch(/./u)
  })
})
