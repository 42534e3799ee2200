import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'
import { expect, it } from 'vitest'
import { graphql } from '../../graph/graphql.ts'
import { applyPosting } from './posting-live.ts'

const StaffLists = graphql(`
  query StaffLists {
    waiting {
      postings {
        total
      }
    }
    staffPostings(status: [SUBMITTED], first: 50) {
      totalCount
    }
  }
`)
const OwnList = graphql(`
  query OwnList {
    employerPostings(first: 20) {
      totalCount
    }
  }
`)
const Offices = graphql(`
  query OfficesBeside {
    offices {
      id
    }
  }
`)

it('asks anew for every list that a posting moves in, at the employer and at the counter, and for nothing else', async () => {
  let now = 1
  const asked: string[] = []
  const link = new ApolloLink(({ operationName }) => {
    asked.push(operationName ?? '')
    const totalCount = now
    const data = {
      StaffLists: {
        waiting: { __typename: 'Waiting', postings: { __typename: 'WaitingPostings', total: now } },
        staffPostings: { __typename: 'PostingConnection', totalCount },
      },
      OwnList: { employerPostings: { __typename: 'PostingConnection', totalCount } },
      OfficesBeside: { offices: [] },
    }[operationName ?? '']
    return new Observable((observer) => {
      queueMicrotask(() => {
        observer.next({ data: data as Record<string, unknown> })
        observer.complete()
      })
    })
  })
  const client = new ApolloClient({ link, cache: new InMemoryCache() })
  const watched = [StaffLists, OwnList, Offices].map((query) => client.watchQuery<unknown>({ query }))
  const subscriptions = watched.map((query) => query.subscribe(() => {}))
  await Promise.all([StaffLists, OwnList, Offices].map((query) => client.query<unknown>({ query })))
  asked.length = 0
  now = 2
  await applyPosting(client)
  expect(asked.toSorted()).toEqual(['OwnList', 'StaffLists'])
  expect(watched[0]!.getCurrentResult().data).toMatchObject({ waiting: { postings: { total: 2 } }, staffPostings: { totalCount: 2 } })
  expect(watched[1]!.getCurrentResult().data).toMatchObject({ employerPostings: { totalCount: 2 } })
  for (const subscription of subscriptions) subscription.unsubscribe()
})
