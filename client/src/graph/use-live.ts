import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { reach } from './reach.ts'

/** Milliseconds before a lost connection is tried again: pages that lost it together come back one after the other. */
const FIRST = 250
const LONGEST = 3_000
/** What the server refused is not asked for again at once. */
const REFUSED = 3_000
const LONGEST_REFUSED = 60_000

interface Live<Data, Variables> {
  query: TypedDocumentNode<Data, Variables>
  /** Another name is another subscription; null: none. */
  name: string | null
  /** Asked at every beginning: from where it goes on. */
  from: () => Variables
  heard: (data: Data) => void
}

/** A subscription that comes back by itself after a cut and goes on from where it stood. */
export function useLive<Data, Variables extends OperationVariables>(live: Live<Data, Variables>): void {
  const client = useApolloClient()
  const current = useRef(live)
  useEffect(() => {
    current.current = live
  })
  const { query, name } = live
  useEffect(() => {
    if (name === null) return
    let failures = 0
    let gone = false
    let waiting: ReturnType<typeof setTimeout> | undefined
    let running: { unsubscribe: () => void } | undefined
    const begin = () => {
      if (gone) return
      clearTimeout(waiting)
      waiting = undefined
      let ended = false
      const again = (error?: unknown) => {
        if (ended) return
        ended = true
        const refused = CombinedGraphQLErrors.is(error)
        const longest = Math.min((refused ? REFUSED : FIRST) * 2 ** failures, refused ? LONGEST_REFUSED : LONGEST)
        failures += 1
        waiting = setTimeout(begin, longest * (0.5 + Math.random() / 2))
        void reach.whenReachable().then((wasAway) => wasAway && hurry())
      }
      running = client.subscribe({ query, variables: current.current.from() }).subscribe({
        next: ({ data, error }) => {
          if (error) return again(error)
          failures = 0
          if (data) current.current.heard(data)
        },
        error: again,
        complete: () => again(),
      })
    }
    const hurry = () => waiting !== undefined && document.visibilityState === 'visible' && begin()
    begin()
    window.addEventListener('online', hurry)
    document.addEventListener('visibilitychange', hurry)
    return () => {
      gone = true
      clearTimeout(waiting)
      running?.unsubscribe()
      window.removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
    }
  }, [client, query, name])
}
