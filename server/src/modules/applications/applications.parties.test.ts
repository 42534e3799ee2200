import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeSeeker } from '../../../test/actors.ts'
import type { Answer } from '../../../test/app.ts'
import { app, apply, cancel, employer, INBOX, office, openStage, posting, resetStage, seeker } from '../../../test/applying.ts'
import { employers } from '../employers/employers.table.ts'
import { postingSheets } from '../postings/postings.sheet.table.ts'
import { postings } from '../postings/postings.table.ts'
import { seekers } from '../seekers/seekers.table.ts'
import { applications } from './applications.table.ts'

beforeAll(openStage)
afterAll(() => app.close())
beforeEach(resetStage)

const SEEN = `id identity employer { id } contact { person { name } } establishment { business }`
const PAGE = `query ($id: ID!, $number: String!) { byId: posting(id: $id) { ${SEEN} viewerApplication { id } } byNumber: postingByNumber(number: $number) { ${SEEN} } node(id: $id) { ... on Posting { ${SEEN} } } }`
const ways = async (who = seeker): Promise<Answer[]> => {
  const { byId, byNumber, node } = await app.as(who.viewer).run(PAGE, { id: posting.id, number: posting.postingNumber })
  return [byId, byNumber, node]
}
const listed = async (): Promise<string[]> =>
  (await app.as(seeker.viewer).run(`{ postings(first: 100) { nodes { id } } }`)).postings.nodes.map(({ id }: Answer) => id)
const setScope = (scope: string) => app.db.update(postingSheets).set({ scope }).where(eq(postingSheets.id, posting.sheetId!))
const setStatus = (status: 'OPEN' | 'SUBMITTED' | 'ENDED') => app.db.update(postings).set({ status }).where(eq(postings.id, posting.id))
const NOT_THERE = [null, null, null]

describe('an applicant', () => {
  it.each(['1', '2', '3', '4'])('sees the posting in full in scope %s, also when their registration has ended', async (scope) => {
    const { id } = await apply()
    await setScope(scope)
    await app.db.update(seekers).set({ status: 'INVALID' }).where(eq(seekers.id, seeker.seeker.id))
    for (const status of ['OPEN', 'ENDED'] as const) {
      await setStatus(status)
      const full = { identity: 'SHOWN', employer: { id: employer.employer.id }, contact: { person: { name: expect.stringMatching(/./u) } } }
      const answers = await ways()
      expect(answers).toMatchObject([full, full, full])
      expect(answers[0].viewerApplication).toEqual({ id })
      expect(answers.map(({ establishment }) => establishment.business)).toEqual(Array.from({ length: 3 }, () => expect.any(String)))
    }
    expect(await ways(await makeSeeker(app, office))).toEqual(NOT_THERE)
  })

  it('finds it in no list where it is not found without an application', async () => {
    expect(await listed()).toContain(posting.id)
    await apply()
    await setScope('4')
    expect(await listed()).not.toContain(posting.id)
    expect((await ways()).every(Boolean)).toBe(true)
  })

  it('sees nothing more once the application is taken back', async () => {
    const { id } = await apply()
    await cancel(id)
    expect((await ways()).every(Boolean)).toBe(true)
    await setScope('3')
    expect((await ways()).map(({ identity }) => identity)).toEqual(['AT_COUNTER', 'AT_COUNTER', 'AT_COUNTER'])
    await setScope('4')
    expect(await ways()).toEqual(NOT_THERE)
    await setScope('1')
    await setStatus('ENDED')
    expect(await ways()).toEqual(NOT_THERE)
  })

  it('does not see a posting that the employer is writing anew', async () => {
    await apply()
    await setStatus('SUBMITTED')
    expect(await ways()).toEqual(NOT_THERE)
  })
})

describe('applying to what one cannot know', () => {
  it('is answered as if it were not there before it was accepted; that it is over may be told', async () => {
    await setStatus('ENDED')
    expect((await apply()).code).toBe('POSTING_NOT_OPEN')
    await app.db.update(postings).set({ status: 'SUBMITTED', acceptedOn: null }).where(eq(postings.id, posting.id))
    expect((await apply()).code).toBe('NOT_FOUND')
  })

  it('is answered as if it were not there: scope 4', async () => {
    await setScope('4')
    expect((await apply()).code).toBe('NOT_FOUND')
    await setScope('3')
    expect((await apply()).code).toBe('POSTING_COUNTER_ONLY')
  })
})

describe('applying', () => {
  it.each(['SUSPENDED', 'PROVISIONAL'] as const)('needs an open employer: %s', async (status) => {
    const set = (now: 'OPEN' | typeof status) => app.db.update(employers).set({ status: now }).where(eq(employers.id, employer.employer.id))
    await set(status)
    expect((await apply()).code).toBe('EMPLOYER_NOT_OPEN')
    await set('OPEN')
    expect((await apply()).status).toBe('APPLIED')
  })

  it.each(['VOIDED', 'WITHDRAWN', 'NOT_HIRED'] as const)('again is not possible after %s, only after taking back', async (status) => {
    const { id } = await apply()
    await app.db.update(applications).set({ status }).where(eq(applications.id, id))
    expect((await apply()).code).toBe('ALREADY_APPLIED')
  })
})

describe('the end of a posting', () => {
  it('reaches those whose application is running, and nobody else', async () => {
    const other = await makeSeeker(app, office)
    const { id } = await apply()
    const { id: taken } = await apply({}, other)
    await cancel(taken, other)
    const after = async (who: typeof seeker): Promise<number> => (await app.as(who.viewer).run(`{ viewer { inboxSeq } }`)).viewer.inboxSeq
    const before = [await after(seeker), await after(other)]
    const mine = await app.as(seeker.viewer).listen(INBOX, { after: before[0] })
    const END = `mutation ($id: ID!, $version: Int!) { cancelPosting(postingId: $id, version: $version, reason: FILLED) { ... on Posting { status } ... on Refusal { code } } }`
    const { cancelPosting } = await app.as(employer.owner).run(END, { id: posting.id, version: posting.version })
    expect(cancelPosting).toEqual({ status: 'ENDED' })
    const heard = [(await mine.next()).inbox, (await mine.next()).inbox]
    expect(heard.find(({ kind }) => kind === 'APPLICATION')?.subject).toEqual({ id, __typename: 'Application' })
    expect(await after(other)).toBe(before[1])
    mine.stop()
  })
})
