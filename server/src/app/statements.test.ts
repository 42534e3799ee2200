import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEmployer, makeOpenPosting, makeSeeker } from '../../test/actors.ts'
import { type LiveStage, openLiveStage } from '../../test/live-stage.ts'
import { askAt } from '../../test/server.ts'

/** A card and a page of a posting, as people open them. */
const CARD = `fragment Card on Posting {
  id postingNumber title isNew identity validUntilAt employer { id name }
  sheet { id employmentTypeText selfApplication flags shownFrom wageFormText placeText stationText hoursText overtimeText daysOffText }
}`
const LIST = `query ($first: Int!) { postings(first: $first) { totalCount nodes { ...Card } } } ${CARD}`
const PAGE = `query ($id: ID!) { posting(id: $id) { ...Card contact { workplaceAddress } establishment { business } sheet { duties sections { key } } } } ${CARD}`
const FILTERED = `{ postings(filter: { words: "事務", prefectureCodes: ["13"] }) { totalCount nodes { ...Card } } } ${CARD}`

let stage: LiveStage
let people: { visitor: object; seeker: object }
let postingId: string

beforeAll(async () => {
  stage = await openLiveStage('2026-04-01T09:00:00+09:00')
  const { app, office, signIn } = stage
  for (let i = 0; i < 12; i++) {
    const { posting } = await makeOpenPosting(app, office, await makeEmployer(app, office))
    postingId = posting.id
  }
  people = { visitor: {}, seeker: await signIn(await makeSeeker(app, office)) }
}, 60_000)
afterAll(() => stage.close())

/** Asked the second time: totals are known, statements are kept. */
async function asks(who: keyof typeof people, query: string, variables: object) {
  const ask = async () => (await askAt(stage.server.url, query, { variables, headers: { ...people[who] } })).body
  expect((await ask()).errors).toBeUndefined()
  const { answer, statements } = await stage.server.statementsOf(ask)
  return { statements, data: answer.data }
}

describe('a list of postings', () => {
  it.each([
    ['visitor', 3],
    ['seeker', 5],
  ] as const)('costs a %s %i statements, however long it is', async (who, most) => {
    const one = await asks(who, LIST, { first: 1 })
    const twelve = await asks(who, LIST, { first: 12 })
    expect([one.data.postings.nodes.length, twelve.data.postings.nodes.length]).toEqual([1, 12])
    expect(twelve.data.postings.nodes[11].employer).not.toBe(null)
    expect(one.statements).toEqual(twelve.statements)
    expect(twelve.statements).toHaveLength(most)
  })

  it.each([
    ['visitor', 6],
    ['seeker', 8],
  ] as const)('that is filtered costs a %s %i', async (who, most) => {
    const { statements, data } = await asks(who, FILTERED, {})
    expect(data.postings.nodes.length).toBeGreaterThan(0)
    expect(statements).toHaveLength(most)
  })
})

it.each([
  ['visitor', 3],
  ['seeker', 5],
] as const)('the page of a posting costs a %s %i statements', async (who, most) => {
  const { statements, data } = await asks(who, PAGE, { id: postingId })
  expect(data.posting.contact).not.toBe(null)
  expect(statements).toHaveLength(most)
})
