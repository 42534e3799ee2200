import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { type ActAnswer, forgetLists, hear } from './act-answer.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'

const RecallPosting = graphql(
  `
    mutation RecallPosting($postingId: ID!, $version: Int!) {
      recallPosting(postingId: $postingId, version: $version) {
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

/** Takes a submitted posting back to put it right, while no staff has begun with it. */
export function useRecallPosting() {
  const [mutate, { loading }] = useMutation(RecallPosting, { update: forgetLists })
  const run = useCallback(
    (postingId: string, version: number): Promise<ActAnswer> =>
      hear(mutate({ variables: { postingId, version } }).then(({ data }) => data?.recallPosting)),
    [mutate],
  )
  return { run, busy: loading }
}
