import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import { Application_live, applyApplication } from '../features/applications/application-live.ts'
import { applyThread, Thread_live } from '../features/messages/thread-live.ts'
import { applyPosting, Posting_live } from '../features/postings/posting-live.ts'
import { Seeker_live } from '../features/seekers/seeker-live.ts'
import { onConnection, onReturn } from '../graph/client.ts'
import { graphql, type ResultOf } from '../graph/graphql.ts'

const AppInbox = graphql(
  `
    subscription AppInbox($after: Int) {
      inbox(after: $after) {
        seq
        kind
        gap
        counts {
          unreadThreads
          waitingApplicants
          toDo
        }
        subject {
          __typename
          id
          ...Thread_live
          ...Application_live
          ...Posting_live
          ...Seeker_live
        }
      }
    }
  `,
  [Thread_live, Application_live, Posting_live, Seeker_live],
)
const AppCounts = graphql(`
  query AppCounts {
    viewer {
      counts {
        unreadThreads
        waitingApplicants
        toDo
      }
    }
  }
`)
type InboxEvent = ResultOf<typeof AppInbox>['inbox']

/** Seconds without a connection before a person is told. */
const PATIENCE = 5_000
const RETRY = 3_000
const LONGEST_RETRY = 60_000

/**
 * The one live subscription of a signed-in person. It starts after the event the page was loaded with,
 * asks again from the last one it knows when the connection was cut, and applies each event once, in order.
 */
export function useInbox(party: string | null, inboxSeq: number): { offline: boolean } {
  const client = useApolloClient()
  const last = useRef(inboxSeq)
  const failures = useRef(0)
  const [attempt, setAttempt] = useState(0)
  const [offline, setOffline] = useState(false)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const off = onConnection((connected) => {
      if (connected) {
        clearTimeout(timer)
        timer = undefined
        setOffline(false)
      } else timer ??= setTimeout(() => setOffline(true), PATIENCE)
    })
    const offReturn = onReturn(() => setAttempt((n) => n + 1))
    return () => {
      clearTimeout(timer)
      off()
      offReturn()
    }
  }, [])

  useEffect(() => {
    last.current = inboxSeq
    // A new party starts from the event its viewer query was answered with.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [party])

  useEffect(() => {
    if (party === null) return
    let again: ReturnType<typeof setTimeout> | undefined
    const apply = async (event: InboxEvent) => {
      if (!event.gap && event.seq <= last.current) return
      last.current = Math.max(last.current, event.seq)
      client.writeQuery({ query: AppCounts, data: { viewer: { __typename: 'Viewer', counts: event.counts } } as never })
      const { subject } = event
      if (event.gap || event.kind === 'UNKNOWN') await client.reFetchObservableQueries()
      else if (subject?.__typename === 'Application') await applyApplication(client, subject)
      // A posting that was taken back or erased has no subject any more, and still has left the lists.
      else if (event.kind === 'POSTING') await applyPosting(client)
      else if (subject?.__typename === 'Thread') await applyThread(client, subject)
    }
    const retry = () => {
      clearTimeout(again)
      again = setTimeout(() => setAttempt((n) => n + 1), Math.min(RETRY * 2 ** failures.current, LONGEST_RETRY))
      failures.current += 1
    }
    const subscription = client.subscribe({ query: AppInbox, variables: { after: last.current } }).subscribe({
      next: ({ data, error }) => {
        if (error) return retry()
        failures.current = 0
        if (data) void apply(data.inbox)
      },
      error: retry,
    })
    return () => {
      clearTimeout(again)
      subscription.unsubscribe()
    }
  }, [client, party, attempt])

  return { offline }
}
