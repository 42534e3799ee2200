import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { type ActAnswer, forgetLists, hear } from './act-answer.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'

const CancelPosting = graphql(
  `
    mutation CancelPosting($postingId: ID!, $version: Int!, $reason: PostingEndReason!) {
      cancelPosting(postingId: $postingId, version: $version, reason: $reason) {
        __typename
        ... on Posting {
          id
          ...EmployerPostingState_posting
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [EmployerPostingState_posting],
)

/** Ends an open posting at once, for good. */
export function useCancelPosting() {
  const [mutate, { loading }] = useMutation(CancelPosting, { update: forgetLists })
  const run = useCallback(
    (postingId: string, version: number, reason: 'FILLED' | 'PLAN_CHANGED'): Promise<ActAnswer> =>
      hear(mutate({ variables: { postingId, version, reason } }).then(({ data }) => data?.cancelPosting)),
    [mutate],
  )
  return { run, busy: loading }
}
