import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { doorSchema } from '../../test/door-schema.ts'
import { askSocket, testServer, type TestServer } from '../../test/server.ts'
import type { Answer } from '../../test/app.ts'

const { schema, ran } = doorSchema()
let server: TestServer
let statements: number
beforeAll(async () => {
  server = await testServer({ schema })
  const { db } = server.services
  const execute = db.execute.bind(db)
  db.execute = ((query: never) => (statements++, execute(query))) as typeof db.execute
})
beforeEach(() => {
  ran.splice(0)
  statements = 0
})
afterAll(() => server.stop())

const thing = (depth: number): string => (depth === 1 ? 'name' : `thing { ${thing(depth - 1)} }`)
const repeat = (times: number, make: (i: number) => string) => Array.from({ length: times }, (_, i) => make(i)).join(' ')

/** The same question over both roads. */
const roads: [string, (query: string, variables?: Record<string, unknown>) => Promise<Answer>][] = [
  ['HTTP', async (query, variables) => (await server.ask(query, variables ? { variables } : {})).body],
  [
    'WebSocket',
    async (query, variables) => {
      const client = server.socket()
      const answer = await askSocket(client, query, variables)
      await client.dispose()
      return answer
    },
  ],
]

describe.each(roads)('over %s', (_road, ask) => {
  const codeOf = async (query: string, variables?: Record<string, unknown>) =>
    (await ask(query, variables)).errors?.[0].extensions.code ?? 'passed'

  it.each<[string, string, string]>([
    ['depth', `{ ${thing(12)} }`, `{ ${thing(13)} }`],
    [
      'depth through fragments',
      `{ thing { ...A } } fragment A on Thing { ${thing(11)} }`,
      `{ thing { ...A } } fragment A on Thing { ${thing(12)} }`,
    ],
    ['aliases', `{ ${repeat(30, (i) => `a${i}: hello`)} }`, `{ ${repeat(31, (i) => `a${i}: hello`)} }`],
    ['aliases of __typename', `{ ${repeat(30, (i) => `a${i}: __typename`)} }`, `{ ${repeat(31, (i) => `a${i}: __typename`)} }`],
    ['fields', `{ ${repeat(500, () => 'hello')} }`, `{ ${repeat(501, () => 'hello')} }`],
    [
      'directives',
      `{ hello ${repeat(9, () => '@include(if: true)').replaceAll(') @', ') hello @')} }`,
      `{ hello ${repeat(10, () => '@include(if: true)').replaceAll(') @', ') hello @')} }`,
    ],
    [
      'fragments',
      `{ thing { ${repeat(50, (i) => `...F${i}`)} } } ${repeat(50, (i) => `fragment F${i} on Thing { name }`)}`,
      `{ thing { ${repeat(51, (i) => `...F${i}`)} } } ${repeat(51, (i) => `fragment F${i} on Thing { name }`)}`,
    ],
    [
      'cost',
      '{ page(first: 100) { nodes { ' + repeat(48, () => 'name') + ' } } }',
      `{ page(first: 100) { nodes { ${repeat(51, () => 'name')} } } }`,
    ],
  ])('a question at the limit of %s passes and one step more is too expensive', async (_what, passes, fails) => {
    expect(await codeOf(passes)).toBe('passed')
    ran.splice(0)
    statements = 0
    expect(await codeOf(fails)).toBe('TOO_EXPENSIVE')
    expect(ran).toEqual([])
    expect(statements).toBe(0)
  })

  it('a small text cannot unfold into a large question', async () => {
    const doubling = repeat(20, (i) => `fragment F${i} on Thing { ...F${i + 1} thing { ...F${i + 1} } }`)
    expect(await codeOf(`{ thing { ...F0 } } ${doubling} fragment F20 on Thing { name }`)).toBe('TOO_EXPENSIVE')
    expect(await codeOf('{ thing { ...A } } fragment A on Thing { thing { ...A } }')).toBe('BAD_USER_INPUT')
    expect(ran).toEqual([])
  })

  it('a text of more than 2,000 tokens is not even read', async () => {
    expect(await codeOf(`{ ${'hello '.repeat(1_999)} }`)).toBe('BAD_USER_INPUT')
  })

  it('a page holds 1 to 100 rows', async () => {
    const page = 'query ($n: Int) { page(first: $n) { nodes { name } } }'
    for (const n of [1, 100]) expect(await codeOf(page, { n })).toBe('passed')
    ran.splice(0)
    for (const n of [0, -1, 101, 1_000_000]) expect(await codeOf(page, { n })).toBe('BAD_USER_INPUT')
    expect(ran).toEqual([])
  })

  it('the cost counts what a variable asks for, each time anew', async () => {
    const heavy = `query ($n: Int) { page(first: $n) { nodes { ${repeat(60, () => 'name')} } } }`
    expect(await codeOf(heavy, { n: 50 })).toBe('passed')
    expect(await codeOf(heavy, { n: 100 })).toBe('TOO_EXPENSIVE')
    expect(await codeOf(heavy, { n: 50 })).toBe('passed')
  })

  it('lists within lists cost their product', async () => {
    expect(await codeOf(`{ page(first: 100) { nodes { things { things { things { things { name } } } } } } }`)).toBe('TOO_EXPENSIVE')
    expect(ran).toEqual([])
  })

  it('asking for many by their ids costs as many', async () => {
    const some = `query ($ids: [String!]) { some(ids: $ids) { ${repeat(60, () => 'name')} } }`
    const ids = (n: number) => Array.from({ length: n }, (_, i) => `${i}`)
    expect(await codeOf(some, { ids: ids(80) })).toBe('passed')
    expect(await codeOf(some, { ids: ids(100) })).toBe('TOO_EXPENSIVE')
  })

  it('takes lists of 100 and refuses 101, written out or as a variable', async () => {
    const ids = (n: number) => Array.from({ length: n }, (_, i) => `${i}`)
    const echo = 'query ($ids: [String!]) { echo(ids: $ids) }'
    expect(await ask(echo, { ids: ids(100) })).toEqual({ data: { echo: 100 } })
    expect(await codeOf(echo, { ids: ids(101) })).toBe('BAD_USER_INPUT')
    expect(await codeOf(`{ echo(ids: ${JSON.stringify(ids(100))}) }`)).toBe('passed')
    expect(await codeOf(`{ echo(ids: ${JSON.stringify(ids(101))}) }`)).toBe('BAD_USER_INPUT')
  })

  it('variables nested too deep are refused', async () => {
    let deep: unknown = 'x'
    for (let i = 0; i < 25; i++) deep = [deep]
    expect(await codeOf('query ($ids: [String!]) { echo(ids: $ids) }', { ids: deep })).toBe('BAD_USER_INPUT')
  })

  it('asking for the whole schema, as tools do, passes', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    expect((await ask(getIntrospectionQuery())).data.__schema.types.length).toBeGreaterThan(5)
  })
})
