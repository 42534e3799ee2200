import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import { onReturn } from '../../graph/client.ts'
import { graphql } from '../../graph/graphql.ts'
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

const RETRY = 3_000
const LONGEST_RETRY = 60_000

/** New messages of the open thread, from the last one known; after a cut what was missed comes first. */
export function useMessageAdded(threadId: string, lastSeq: number): void {
  const client = useApolloClient()
  const [attempt, setAttempt] = useState(0)
  const last = useRef(lastSeq)
  const failures = useRef(0)
  useEffect(() => {
    last.current = lastSeq
  })
  useEffect(() => {
    return onReturn(() => setAttempt((n) => n + 1))
  }, [])
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    const retry = () => {
      clearTimeout(again)
      again = setTimeout(() => setAttempt((n) => n + 1), Math.min(RETRY * 2 ** failures.current, LONGEST_RETRY))
      failures.current += 1
    }
    const subscription = client.subscribe({ query: MessageAdded, variables: { threadId, after: last.current } }).subscribe({
      next: ({ data, error }) => {
        if (error) return retry()
        failures.current = 0
        if (data) putMessage(client.cache, threadId, data.messageAdded)
      },
      error: retry,
    })
    return () => {
      clearTimeout(again)
      subscription.unsubscribe()
    }
  }, [client, threadId, attempt])
}
