import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { type ActAnswer, forgetLists, hear } from './act-answer.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'

const CopyPosting = graphql(
  `
    mutation CopyPosting($postingId: ID!, $key: String!) {
      copyPosting(postingId: $postingId, key: $key) {
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

/** A new draft with the content of an own posting. */
export function useCopyPosting() {
  const [mutate, { loading }] = useMutation(CopyPosting, { update: forgetLists })
  const run = useCallback(
    (postingId: string, key: string): Promise<ActAnswer> =>
      hear(mutate({ variables: { postingId, key } }).then(({ data }) => data?.copyPosting)),
    [mutate],
  )
  return { run, busy: loading }
}
