import { eq } from 'drizzle-orm'
import type { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VIEWERS, type Who } from '../../../test/scopes/table.ts'
import { makeWorld, type World } from '../../../test/scopes/world.ts'
import { newId } from '../../platform/db/columns.ts'
import { POSTING_FIELDS } from './postings.form.ts'
import { postings } from './postings.table.ts'
import { contactPersonShown, identityOf, isNew, type ViewerFacts } from './postings.visible.rules.ts'

/** Who sees what of an open posting: app/scopes.test.ts. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 120_000)
afterAll(() => world.app.close())

const posting = () => world.places.PROVIDED['1'].posting
const START = `query ($id: ID!, $number: String!) { posting(id: $id) { id isOpen isNew } postingByNumber(number: $number) { id } node(id: $id) { id } nodes(ids: [$id]) { id } }`
const start = (who: Who) => world.app.as(world.viewers[who]('1')).run(START, { id: posting().id, number: posting().postingNumber })
/** Whether each of the four ways finds it. */
const finds = async (who: Who): Promise<boolean[]> => {
  const { posting: byId, postingByNumber, node, nodes } = await start(who)
  return [byId, postingByNumber, node, nodes[0]].map((found) => found !== null)
}
const everywhere = (there: boolean) => [there, there, there, there]

const OWN: Who[] = ['its own owner', 'its own recruiter', 'its own reader']
const OFFICES: Who[] = ['the counter of its office', 'the counter of another public office', 'a manager', 'an auditor']
const APPLICANTS: Who[] = ['an applicant', 'an applicant who is invalid now', 'a seeker with an offer who has applied']
/** STATES 3.1, last line. An offer ends with the posting (STATES 3.6). */
const SEEN = {
  DRAFT: OWN,
  SUBMITTED: [...OWN, ...OFFICES],
  RETURNED: [...OWN, ...OFFICES],
  REJECTED: [...OWN, ...OFFICES],
  ENDED: [...OWN, ...OFFICES, ...APPLICANTS],
} as const

describe('a posting that is not open', () => {
  it.each(VIEWERS.filter((who) => !who.includes('refused') && !who.includes('agreed')))(
    'exists for %s only where STATES 3.1 says so',
    async (who) => {
      for (const [status, seen] of Object.entries(SEEN) as [keyof typeof SEEN, readonly Who[]][]) {
        await world.app.db.update(postings).set({ status }).where(eq(postings.id, posting().id))
        expect([status, await finds(who)]).toEqual([status, everywhere(seen.includes(who))])
      }
      await world.app.db.update(postings).set({ status: 'OPEN' }).where(eq(postings.id, posting().id))
    },
  )

  it('is past from 00:00 after the last day, before any sweep', async () => {
    const { validUntil } = posting()
    const now = world.app.clock.now()
    world.app.setNow(`${validUntil}T23:59:00+09:00`)
    expect((await start('a visitor')).posting).toMatchObject({ isOpen: true })
    world.app.setNow(new Date(new Date(`${validUntil}T23:59:59+09:00`).getTime() + 2000))
    expect(await finds('a visitor')).toEqual(everywhere(false))
    expect((await start('its own owner')).posting).toMatchObject({ isOpen: false, isNew: false })
    world.app.setNow(now)
  })

  it('and what is no posting are the same "not there"', async () => {
    const ask = world.app.as(null)
    for (const id of ['', 'x', newId('pst'), newId('emp'), 'pst_0', "' or 1=1 --"])
      expect((await ask.run('query ($id: ID!) { posting(id: $id) { id } }', { id })).posting).toBeNull()
    for (const number of ['', '13010', '13010-99999999', 'ｘ', '\ud800', '%', '13010-0000016１２'])
      expect((await ask.run('query ($number: String!) { postingByNumber(number: $number) { id } }', { number })).postingByNumber).toBeNull()
  })
})

describe('the rules themselves', () => {
  const stranger: ViewerFacts = { own: false, staff: false, validSeeker: true, applicant: false, offer: null }

  it('know no identifying column of a sheet in the graph', () => {
    const open = new Set(Object.keys((world.app.schema.getType('PostingSheet') as GraphQLObjectType).getFields()))
    const identifying = POSTING_FIELDS.filter((field) => field.identifying || field.staffOnly).map(({ key }) => key)
    expect(identifying.length).toBeGreaterThan(10)
    expect(identifying.filter((key) => open.has(key))).toEqual([])
  })

  it.each<[string, Partial<ViewerFacts>]>([
    ['a valid seeker', {}],
    ['an offer', { offer: 'PLAIN' }],
    ['an offer that tells the name', { offer: 'NAMED' }],
  ])('hide what they do not know from %s', (_, facts) => {
    expect(identityOf({ scope: '9' }, { ...stranger, ...facts })).toBe('AT_COUNTER')
    expect(contactPersonShown({ scope: '9' }, { ...stranger, ...facts })).toBe(false)
  })

  it('call a posting new on the day of its acceptance and the two days after', () => {
    const on = (today: string) => isNew({ acceptedOn: '2026-02-27' }, today, { newPostingDays: 3 })
    expect([on('2026-02-27'), on('2026-03-01'), on('2026-03-02')]).toEqual([true, true, false])
  })
})
