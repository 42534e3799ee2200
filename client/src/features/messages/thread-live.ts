import type { ApolloClient } from '@apollo/client'
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
    viewerCanWrite
  }
`)

/** A thread moved: rows redraw by themselves; lists come again because a new or re-ordered row is nobody's field. */
export async function applyThread(client: ApolloClient): Promise<void> {
  await client.refetchQueries({ updateCache: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'threads' }), onQueryUpdated: () => true })
}
