import { ApolloClient, ApolloLink, InMemoryCache, NetworkStatus, Observable, type ObservableQuery } from '@apollo/client'
import { parse } from 'graphql'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askAgain } from './ask-again.ts'

vi.mock('./client.ts', () => ({ whenConnected: () => Promise.resolve() }))

const LIST = parse(`
  query List {
    threads {
      totalCount
    }
  }
`)
const OTHER = parse(`
  query Other {
    offices {
      totalCount
    }
  }
`)

interface Asked {
  name: string
  background: boolean
  answer: (totalCount: number) => void
  lose: () => void
}
let asked: Asked[]
let client: ApolloClient
beforeEach(() => {
  asked = []
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const field = operation.operationName === 'List' ? 'threads' : 'offices'
        asked.push({
          name: operation.operationName ?? '',
          background: operation.getContext()['headers']?.['x-madoguchi-background'] === '1',
          answer(totalCount) {
            observer.next({ data: { [field]: { __typename: 'Rows', totalCount } } })
            observer.complete()
          },
          lose: () => observer.error(new Error('the wire is dead')),
        })
      }),
  )
  client = new ApolloClient({ link, cache: new InMemoryCache() })
})

/** Lets everything run that waits for nothing outside. */
const settle = () => new Promise((resolve) => setTimeout(resolve))
async function open(query = LIST): Promise<ObservableQuery> {
  const page = client.watchQuery<unknown>({ query, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' })
  page.subscribe(() => undefined)
  await settle()
  return page
}
const shown = (page: ObservableQuery) =>
  (page.getCurrentResult().data as { threads?: { totalCount: number } } | undefined)?.threads?.totalCount

describe('what pages show of something that moved', () => {
  it('is asked again where it is shown and nowhere else, and keeps no session alive', async () => {
    const [page] = [await open(), await open(OTHER)]
    asked[0]?.answer(1)
    asked[1]?.answer(1)
    await settle()
    void askAgain(client, ['threads'])
    await settle()
    expect(asked.slice(2).map(({ name, background }) => [name, background])).toEqual([['List', true]])
    asked[2]?.answer(2)
    await settle()
    expect(shown(page!)).toBe(2)
  })

  it('stays on the page until its answer is there', async () => {
    const page = await open()
    asked[0]?.answer(1)
    await settle()
    void askAgain(client, 'all')
    await settle()
    expect(page.getCurrentResult()).toMatchObject({ data: { threads: { totalCount: 1 } }, networkStatus: NetworkStatus.ready })
  })

  it('is asked once at a time: ten events while it is under way are one question more', async () => {
    const page = await open()
    asked[0]?.answer(1)
    await settle()
    for (let i = 0; i < 10; i++) void askAgain(client, ['threads'])
    await settle()
    expect(asked).toHaveLength(2)
    for (let i = 0; i < 10; i++) void askAgain(client, ['threads'])
    asked[1]?.answer(2)
    await settle()
    expect(asked).toHaveLength(3)
    asked[2]?.answer(3)
    await settle()
    expect(asked).toHaveLength(3)
    expect(shown(page)).toBe(3)
  })

  it('is asked once more when the page’s own question was under way: its answer may be from before', async () => {
    const page = await open()
    void askAgain(client, [])
    await settle()
    expect(asked).toHaveLength(1)
    asked[0]?.answer(1)
    await settle()
    expect(asked).toHaveLength(2)
    asked[1]?.answer(2)
    await settle()
    expect(shown(page)).toBe(2)
  })

  it('is asked until it is answered when the connection was lost meanwhile', async () => {
    const page = await open()
    asked[0]?.answer(1)
    await settle()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    void askAgain(client, ['threads'])
    await vi.advanceTimersByTimeAsync(0)
    asked[1]?.lose()
    await vi.advanceTimersByTimeAsync(3_000)
    vi.useRealTimers()
    await settle()
    expect(asked).toHaveLength(3)
    asked[2]?.answer(2)
    await settle()
    expect(shown(page)).toBe(2)
  })

  it('is not asked for a page that was left', async () => {
    const page = client.watchQuery<unknown>({ query: LIST })
    const here = page.subscribe(() => undefined)
    await settle()
    asked[0]?.answer(1)
    here.unsubscribe()
    void askAgain(client, 'all')
    await settle()
    expect(asked).toHaveLength(1)
  })
})
