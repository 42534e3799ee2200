import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { type ActAnswer, forgetLists, hear } from './act-answer.ts'

const DiscardPosting = graphql(`
  mutation DiscardPosting($postingId: ID!, $version: Int!) {
    discardPosting(postingId: $postingId, version: $version) {
      __typename
      ... on Discarded {
        id
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

/** Erases a draft with everything written in it. */
export function useDiscardPosting() {
  const [mutate, { loading }] = useMutation(DiscardPosting, { update: forgetLists })
  const run = useCallback(
    (postingId: string, version: number): Promise<ActAnswer> =>
      hear(mutate({ variables: { postingId, version } }).then(({ data }) => data?.discardPosting)),
    [mutate],
  )
  return { run, busy: loading }
}
