import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ApolloProvider } from '@apollo/client/react'
import { renderHook } from '@testing-library/react'
import { parse } from 'graphql'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLive } from './use-live.ts'

let found: (wasAway: boolean) => void = () => undefined
vi.mock('./reach.ts', () => ({ reach: { whenReachable: () => new Promise((resolve) => (found = resolve)) } }))

const NEWS = parse(`
  subscription News($after: Int) {
    news(after: $after)
  }
`)
interface Begun {
  after: number
  tell: (seq: number) => void
  refuse: (code: string) => void
  cut: () => void
  end: () => void
}
let begun: Begun[]
let heard: number[]
let client: ApolloClient
beforeEach(() => {
  vi.useFakeTimers()
  begun = []
  heard = []
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        begun.push({
          after: variables['after'] as number,
          tell: (news) => observer.next({ data: { news } }),
          refuse: (code) => observer.error(new CombinedGraphQLErrors({ errors: [{ message: 'no', extensions: { code } }] })),
          cut: () => observer.error(new Error('Socket closed')),
          end: () => observer.complete(),
        })
      }),
  )
  client = new ApolloClient({ link, cache: new InMemoryCache() })
})
afterEach(() => vi.useRealTimers())

const listen = (name: string | null = 'one') =>
  renderHook(
    (props: { name: string | null }) =>
      useLive<{ news: number }, { after: number }>({
        query: NEWS,
        name: props.name,
        from: () => ({ after: heard.at(-1) ?? 0 }),
        heard: ({ news }) => heard.push(news),
      }),
    {
      initialProps: { name },
      wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
    },
  )
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const ways = ['cut', 'end'] as const

it.each(ways)('goes on after the last one it heard when it was %s, within three seconds however often', async (way) => {
  listen()
  await later(0)
  begun[0]?.tell(1)
  begun[0]?.tell(2)
  for (let i = 0; i < 8; i++) {
    begun.at(-1)?.[way]()
    await later(3_000)
    expect(begun).toHaveLength(i + 2)
  }
  expect(begun.slice(1).every(({ after }) => after === 2)).toBe(true)
  begun.at(-1)?.tell(3)
  expect(heard).toEqual([1, 2, 3])
})

it('asks again a little later what was refused, and no more than once a minute in the end', async () => {
  listen()
  await later(0)
  for (let i = 0; i < 10; i++) {
    begun.at(-1)?.refuse('RATE_LIMITED')
    await later(60_000)
  }
  const before = begun.length
  begun.at(-1)?.refuse('RATE_LIMITED')
  await later(29_000)
  expect(begun).toHaveLength(before)
  await later(31_000)
  expect(begun).toHaveLength(before + 1)
})

it('does not wait when the device has its network back', async () => {
  listen()
  await later(0)
  for (let i = 0; i < 6; i++) {
    begun.at(-1)?.cut()
    await later(3_000)
  }
  const before = begun.length
  begun.at(-1)?.cut()
  window.dispatchEvent(new Event('online'))
  expect(begun).toHaveLength(before + 1)
  await later(10_000)
  expect(begun).toHaveLength(before + 1)
})

it('does not wait when somebody answers again, and does not hurry back to a server that was there all the time', async () => {
  listen()
  await later(0)
  for (let i = 0; i < 6; i++) {
    begun.at(-1)?.cut()
    await later(3_000)
  }
  for (const wasAway of [true, false]) {
    const before = begun.length
    begun.at(-1)?.cut()
    found(wasAway)
    await later(0)
    expect(begun).toHaveLength(wasAway ? before + 1 : before)
  }
})

it('does not come back for a page that is gone, whoever answers again', async () => {
  const page = listen()
  await later(0)
  begun[0]?.cut()
  page.unmount()
  found(true)
  await later(10_000)
  expect(begun).toHaveLength(1)
})

it('ends with its page, and begins anew for another name', async () => {
  const page = listen()
  await later(0)
  page.rerender({ name: 'two' })
  await later(0)
  expect(begun).toHaveLength(2)
  page.rerender({ name: null })
  begun[1]?.cut()
  await later(10_000)
  expect(begun).toHaveLength(2)
  page.unmount()
})
