import { InMemoryCache } from '@apollo/client'
import { parse } from 'graphql'
import { beforeEach, describe, expect, it } from 'vitest'
import { connection, KEEP_ROWS } from './connection-policy.ts'

const LIST = parse(`
  query List($after: String) {
    rows(after: $after) {
      asOf
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
let cache: InMemoryCache
beforeEach(() => {
  cache = new InMemoryCache({ typePolicies: { Query: { fields: { rows: connection([]) } } } })
})

interface Written {
  after?: string
  asOf?: string | null
  more?: boolean
  keep?: boolean
}
function write(ids: string, { after, asOf = null, more = true, keep = false }: Written = {}) {
  const nodes = [...ids].map((id) => ({ __typename: 'Row', id }))
  const rows = { __typename: 'RowConnection', asOf, nodes, pageInfo: { __typename: 'PageInfo', hasNextPage: more, endCursor: ids.at(-1) } }
  cache.writeQuery({ query: LIST, variables: { ...(after && { after }), ...(keep && { [KEEP_ROWS]: true }) }, data: { rows } })
}
interface Shown {
  rows: { asOf: string | null; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
}
function shown() {
  const { rows } = cache.readQuery<Shown>({ query: LIST })!
  return { ids: rows.nodes.map(({ id }) => id).join(''), end: rows.pageInfo.endCursor, asOf: rows.asOf }
}

describe('a list', () => {
  it('grows at its end, keeps the moment of its first page, and starts anew with a first page', () => {
    write('abc', { asOf: 'noon' })
    write('def', { after: 'c' })
    expect(shown()).toEqual({ ids: 'abcdef', end: 'f', asOf: 'noon' })
    write('xab', { asOf: 'one' })
    expect(shown()).toEqual({ ids: 'xab', end: 'b', asOf: 'one' })
  })

  it('that is asked again under its reader keeps the rows further down', () => {
    write('abc')
    write('def', { after: 'c' })
    write('xab', { keep: true })
    expect(shown()).toMatchObject({ ids: 'xabcdef', end: 'f' })
  })

  it('takes a row up that moved, and lets go of one that left its first page', () => {
    write('abc')
    write('def', { after: 'c' })
    write('eab', { keep: true })
    expect(shown().ids).toBe('eabcdf')
    write('eac', { keep: true })
    expect(shown().ids).toBe('eacdf')
    write('eaf', { keep: true })
    expect(shown().ids).toBe('eafcd')
  })

  it('that has become short has no rows further down, nor has one with nothing in common', () => {
    write('abc')
    write('def', { after: 'c' })
    write('ab', { keep: true, more: false })
    expect(shown().ids).toBe('ab')
    write('xyz', { keep: true })
    expect(shown().ids).toBe('xyz')
  })
})
