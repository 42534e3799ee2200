import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../test/app.ts'
import { SECRETS } from '../../test/scopes/secrets.ts'
import { isListed, kindOf, rowOf, type Scope, SCOPES, VIEWERS, type Who } from '../../test/scopes/table.ts'
import { deliverAll, WAYS } from '../../test/scopes/ways.ts'
import { makeWorld, type Place, type World } from '../../test/scopes/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await deliverAll(world)
}, 120_000)
afterAll(() => world.app.close())

const placeOf = (who: Who, scope: Scope): Place => world.places[kindOf(who)][scope]
const ask = (who: Who, scope: Scope) => world.app.as(world.viewers[who](scope))
const secretsIn = (answer: object, { secrets }: Place): string[] => {
  const text = JSON.stringify(answer)
  return SECRETS.map(({ name }) => name).filter((name) => text.includes(secrets[name]!))
}

const ways = Object.entries(WAYS)
const cases = VIEWERS.flatMap((who) => SCOPES.map((scope) => ({ who, scope })))
const waysOf = (who: Who) => ways.filter(([, { isOpen }]) => isOpen(who))
const looks = cases.reduce((sum, { who }) => sum + waysOf(who).length, 0)

describe(`R25 and R26: ${VIEWERS.length} viewers × ${SCOPES.length} scopes on ${ways.length} ways, ${looks * SECRETS.length} looks at a field`, () => {
  it.each(cases)('$who, scope $scope', async ({ who, scope }) => {
    const place = placeOf(who, scope)
    const viewer = world.viewers[who](scope)
    const seen: Record<string, string[] | null> = {}
    const expected: Record<string, string[] | null> = {}
    const asked = {
      world,
      who,
      scope,
      place,
      viewer,
      run: (query: string, variables?: Record<string, unknown>) => ask(who, scope).run(query, variables),
    }
    for (const [name, way] of waysOf(who)) {
      const answer = await way.ask(asked)
      seen[name] = answer && secretsIn(answer, place)
      const shown = way.shows(who, scope)
      expected[name] = shown && SECRETS.map((secret) => secret.name).filter((secret) => shown.includes(secret))
    }
    expect(seen).toEqual(expected)
  })

  it('is a matrix worth the name', () => {
    expect(looks * SECRETS.length).toBeGreaterThan(2000)
  })
})

describe('R25 and R26 in search', () => {
  const LIST = `query ($words: String!, $orderBy: PostingOrder, $first: Int = 20, $after: String) {
    postings(filter: { words: $words }, orderBy: $orderBy, first: $first, after: $after) { totalCount wordsReadAs nodes { id } pageInfo { hasNextPage endCursor } } }`
  const FACETS = `query ($words: String!) { postings(filter: { words: $words }) { totalCount nodes { id } facets { values { count } } } }`
  const searched = SECRETS.filter((secret) => 'searched' in secret).map(({ name }) => name)
  const unsearched = SECRETS.map(({ name }) => name).filter((name) => !searched.includes(name))
  /** A search takes sixteen words: each of the searched alone, the others four at a time. */
  const searches = [
    ...searched.map((name) => [name]),
    ...unsearched.flatMap((_, at) => (at % 4 === 0 ? [unsearched.slice(at, at + 4)] : [])),
  ]
  const places = (who: Who) => SCOPES.map((scope) => [scope, placeOf(who, scope)] as const)
  const scopesIn = (who: Who, nodes: { id: string }[]): Scope[] =>
    places(who).flatMap(([scope, { posting }]) => (nodes.some(({ id }) => id === posting.id) ? [scope] : []))
  const anyOf = (words: readonly string[]) => words.map((word) => `"${word}"`).join(' OR ')
  const titles = (who: Who) => anyOf(places(who).map(([, { title }]) => title))
  const wordsOf = (who: Who, names: readonly string[]) =>
    anyOf(names.flatMap((name) => places(who).map(([, { secrets }]) => secrets[name]!.replace(/^"\w+":/u, ''))))
  /** Total, rows and the most that any choice of a filter says is to be had. */
  const counted = async (who: Who, words: string) => {
    const { totalCount, nodes, facets }: Answer = (await ask(who, '1').run(FACETS, { words })).postings
    const counts: number[] = facets.flatMap(({ values }: Answer) => values.map(({ count }: Answer) => count))
    return { found: scopesIn(who, nodes), total: totalCount, highest: Math.max(...counts) }
  }

  it.each(VIEWERS)('%s is told the number of those that may be found', async (who) => {
    const listed = SCOPES.filter((scope) => isListed(who, scope))
    expect(await counted(who, titles(who))).toEqual({ found: listed, total: listed.length, highest: listed.length })
    const { finds } = rowOf(who)
    expect(await counted(who, wordsOf(who, ['employer name']))).toEqual({ found: finds, total: finds.length, highest: finds.length })
  })

  it.each(VIEWERS)('%s turns the pages of those that may be found, in every order', async (who) => {
    const listed = SCOPES.filter((scope) => isListed(who, scope))
    /** With the scope, wages fall, and moments and ids rise. */
    const orders = { WAGE: listed, DEADLINE: listed, NEWEST: listed.toReversed() }
    for (const [orderBy, expected] of Object.entries(orders)) {
      const turned: Scope[] = []
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo }: Answer = (await ask(who, '1').run(LIST, { words: titles(who), orderBy, first: 2, after })).postings
        turned.push(...nodes.flatMap((node: { id: string }) => scopesIn(who, [node])))
        after = pageInfo.endCursor
        more = pageInfo.hasNextPage
      }
      expect([orderBy, turned]).toEqual([orderBy, expected])
    }
  })

  it.each(VIEWERS)(`%s finds by ${searched.length} of ${SECRETS.length} secrets, where R25 shows them`, async (who) => {
    const found: Record<string, Scope[]> = {}
    for (const names of searches) {
      const { nodes, totalCount, wordsReadAs }: Answer = (await ask(who, '1').run(LIST, { words: wordsOf(who, names) })).postings
      found[names.join(', ')] = scopesIn(who, nodes)
      expect([names, totalCount, String(wordsReadAs).includes('長いため')]).toEqual([names, nodes.length, false])
    }
    expect(found).toEqual(
      Object.fromEntries(searches.map((names) => [names.join(', '), searched.includes(names[0]!) ? rowOf(who).finds : []])),
    )
  })
})
