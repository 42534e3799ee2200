import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { useLive } from '../../graph/use-live.ts'
import { Message_message, putMessage } from './message-fields.ts'

const MessageAdded = graphql(
  `
    subscription MessageAdded($threadId: ID!, $after: Int) {
      messageAdded(threadId: $threadId, after: $after) {
        id
        seq
        ...Message_message
      }
    }
  `,
  [Message_message],
)

/** New messages of the open thread, from the last one before which none is missing; after a cut what was missed comes first. */
export function useMessageAdded(threadId: string, lastSeq: number): void {
  const client = useApolloClient()
  const last = useRef(lastSeq)
  useEffect(() => {
    last.current = lastSeq
  })
  useLive({
    query: MessageAdded,
    name: threadId,
    from: () => ({ threadId, after: last.current }),
    heard: ({ messageAdded }) => putMessage(client.cache, threadId, messageAdded),
  })
}
