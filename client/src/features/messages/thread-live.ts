import type { ApolloCache, Reference } from '@apollo/client'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'

/** What the inbox brings of a thread: list row and header redraw from it. */
export const Thread_live = graphql(`
  fragment Thread_live on Thread {
    id
    kind
    subject
    counterpart
    unreadCount
    lastSeq
    lastReadSeq
    counterpartReadSeq
    lastMessageAt
    lastLine
    isClosed
    closedReason
    closedText
    messagesOpenUntil
    openUntilReason
    viewerCanWrite
    sendRefusal {
      code
      message
    }
    about {
      __typename
      id
      ... on Application {
        posting {
          id
          counts {
            applications
            running
            unread
          }
        }
      }
    }
  }
`)

interface ThreadList {
  nodes: readonly Reference[]
}

/**
 * A thread moved: its row redraws by itself and goes to its place. Asked again: a list that should have it and has not, and a
 * conversation that ended, whose words may be gone.
 */
export function applyThread(cache: ApolloCache, subject: FragmentOf<typeof Thread_live> | null): readonly string[] {
  if (subject === null) return ['threads', 'thread']
  const thread = readFragment(Thread_live, subject)
  const ref = cache.identify({ __typename: 'Thread', id: thread.id })
  const again = new Set<string>(thread.isClosed ? ['thread'] : [])
  cache.modify<{ threads: ThreadList }>({
    fields: {
      threads(list, { readField, storeFieldName }) {
        const known = list as unknown as ThreadList
        const timeOf = (one: Reference) => String(readField('lastMessageAt', one) ?? '')
        if (!known.nodes.some((one) => one.__ref === ref)) {
          if (!storeFieldName.includes('"unreadOnly":true') || thread.unreadCount > 0) again.add('threads')
          return list
        }
        return { ...known, nodes: [...known.nodes].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0)) } as never
      },
    },
  })
  return [...again]
}
