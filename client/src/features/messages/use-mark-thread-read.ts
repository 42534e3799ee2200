import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'

const MarkThreadRead = graphql(`
  mutation MarkThreadRead($threadId: ID!, $seq: Int!) {
    markThreadRead(threadId: $threadId, seq: $seq) {
      __typename
      ... on Thread {
        id
        unreadCount
        lastReadSeq
      }
    }
  }
`)

/** 既読: asked quietly; what fails is asked again with the next message seen. */
export function useMarkThreadRead(threadId: string) {
  const [mutate] = useMutation(MarkThreadRead)
  return useCallback(
    (seq: number) =>
      mutate({ variables: { threadId, seq } }).then(
        ({ data }) => data?.markThreadRead.__typename === 'Thread',
        () => false,
      ),
    [mutate, threadId],
  )
}
