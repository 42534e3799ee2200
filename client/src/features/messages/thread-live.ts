import type { ApolloClient, Reference } from '@apollo/client'
import { graphql } from '../../graph/graphql.ts'

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
  }
`)

interface ThreadList {
  nodes: readonly Reference[]
}

/** A thread moved: its row redraws by itself and goes to its place; only a list that should have it and has not is asked anew. */
export async function applyThread(client: ApolloClient, thread: { id: string }): Promise<void> {
  const { cache } = client
  const ref = cache.identify({ __typename: 'Thread', id: thread.id })
  let missing = false
  cache.modify<{ threads: ThreadList }>({
    fields: {
      threads(list, { readField, storeFieldName }) {
        const known = list as unknown as ThreadList
        const timeOf = (one: Reference) => String(readField('lastMessageAt', one) ?? '')
        if (!known.nodes.some((one) => one.__ref === ref)) {
          const unread = Number(readField('unreadCount', { __ref: ref ?? '' }) ?? 0)
          if (!storeFieldName.includes('"unreadOnly":true') || unread > 0) missing = true
          return list
        }
        return { ...known, nodes: [...known.nodes].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0)) } as never
      },
    },
  })
  if (!missing) return
  await client.refetchQueries({
    updateCache: (present) => void present.modify({ fields: { threads: (_list, { INVALIDATE }) => INVALIDATE as never } }),
    onQueryUpdated: () => true,
  })
}
