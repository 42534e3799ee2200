import { buildSchema, type DocumentNode, type ExecutionArgs, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '../graph/context.ts'
import { sharedBy } from './shared-answers.ts'

const schema = buildSchema('type Query { a: Int } type Subscription { news(filter: String, after: String): String }')
const DOCUMENT = parse('subscription ($filter: String, $after: String) { news(filter: $filter, after: $after) }')
const seeker: Viewer = { kind: 'seeker', accountId: 'acc_1', seekerId: 'skr_1' }

/** How often an event is worked out for those who wait for it. */
function executions(readers: readonly { viewer?: Viewer; document?: DocumentNode; variables?: Record<string, unknown> }[]): number {
  let runs = 0
  const event = { added: [] }
  for (const { viewer = { kind: 'visitor' }, document = DOCUMENT, variables = {} } of readers) {
    const args = { schema, document, variableValues: variables, contextValue: { viewer, locale: 'ja' } } as ExecutionArgs
    void sharedBy(args)(event, () => ({ data: { news: String((runs += 1)) } }))
  }
  return runs
}

describe('an event is worked out', () => {
  it('once for all visitors with the same question, wherever they began', () => {
    const readers = ['x', 'y', 'z'].map((after) => ({ variables: { filter: '介護', after } }))
    expect(executions(readers)).toBe(1)
  })

  it('anew for another question', () => {
    expect(executions([{ variables: { filter: '介護' } }, { variables: { filter: '経理' } }])).toBe(2)
    expect(executions([{}, { document: parse('subscription { news }') }])).toBe(2)
  })

  it('for each person who is signed in', () => {
    expect(executions([{ viewer: seeker }, { viewer: seeker }, {}])).toBe(3)
  })

  it('anew where the beginning says something else too', () => {
    const document = parse('subscription ($after: String) { news(filter: $after, after: $after) }')
    expect(executions([1, 2].map((after) => ({ document, variables: { after: String(after) } })))).toBe(2)
  })
})

it('each event is worked out by itself', () => {
  const args = {
    schema,
    document: DOCUMENT,
    variableValues: {},
    contextValue: { viewer: { kind: 'visitor' }, locale: 'ja' },
  } as ExecutionArgs
  const share = sharedBy(args)
  let runs = 0
  const run = () => ({ data: { news: String((runs += 1)) } })
  for (const event of [{}, {}, 'text', 'text']) void share(event, run)
  expect(runs).toBe(4)
})
