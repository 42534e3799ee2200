import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef } from 'react'
import { Application_live, applyApplication } from '../features/applications/application-live.ts'
import { applyThread, Thread_live } from '../features/messages/thread-live.ts'
import { applyPosting, Posting_live } from '../features/postings/posting-live.ts'
import { applySeeker, Seeker_live } from '../features/seekers/seeker-live.ts'
import { askAgain, BACKGROUND } from '../graph/ask-again.ts'
import { graphql, type ResultOf } from '../graph/graphql.ts'
import { useLive } from '../graph/use-live.ts'
import { type Connection, useCaughtUp } from './use-caught-up.ts'

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
const AppInboxSeq = graphql(`
  query AppInboxSeq {
    viewer {
      inboxSeq
    }
  }
`)
type InboxEvent = ResultOf<typeof AppInbox>['inbox']

/**
 * The one live subscription of a signed-in person. It starts after the event the page was loaded with,
 * goes on after the last one it knows when the connection was cut, and applies each event once, in order.
 */
export function useInbox(party: string | null, inboxSeq: number): Connection {
  const client = useApolloClient()
  const last = useRef(inboxSeq)
  const caughtUp = useRef<() => void>(() => undefined)
  const asked = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    last.current = inboxSeq
    // A new party starts from the event its viewer query was answered with.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [party])

  useLive({
    query: AppInbox,
    name: party,
    from: () => ({ after: last.current }),
    heard: ({ inbox: event }) => {
      if (!event.gap && event.seq <= last.current) return
      last.current = event.gap ? event.seq : Math.max(last.current, event.seq)
      client.writeQuery({ query: AppCounts, data: { viewer: { __typename: 'Viewer', counts: event.counts } } as never })
      asked.current = Promise.all([asked.current, askAgain(client, apply(client.cache, event))])
      caughtUp.current()
    },
  })

  /** All that was written until now has come, and pages show it. */
  const everything = useCallback(async () => {
    const { data } = await client.query({ query: AppInboxSeq, fetchPolicy: 'no-cache', context: BACKGROUND })
    const until = data?.viewer.inboxSeq ?? 0
    if (last.current < until)
      await new Promise<void>((resolve) => {
        caughtUp.current = () => last.current >= until && resolve()
      })
    await asked.current
  }, [client])
  return useCaughtUp(party, everything)
}

/** What an event changes is in the cache already; answered is what must be asked again. */
function apply(cache: Parameters<typeof applyThread>[0], { kind, gap, subject }: InboxEvent): readonly string[] | 'all' {
  if (gap) return 'all'
  switch (kind) {
    case 'MESSAGE':
    case 'THREAD':
    case 'READ':
      return applyThread(cache, subject?.__typename === 'Thread' ? subject : null)
    case 'APPLICATION':
      return applyApplication()
    case 'POSTING':
      return applyPosting()
    case 'SEEKER':
      return applySeeker(subject?.__typename === 'Seeker' ? subject : null)
    default:
      return 'all'
  }
}
