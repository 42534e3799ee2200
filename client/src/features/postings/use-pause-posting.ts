import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { type ActAnswer, forgetLists, hear } from './act-answer.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'

const PausePosting = graphql(
  `
    mutation PausePosting($postingId: ID!, $version: Int!) {
      pausePosting(postingId: $postingId, version: $version) {
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

/** Takes no new applications for a while; the posting stays visible. */
export function usePausePosting() {
  const [mutate, { loading }] = useMutation(PausePosting, { update: forgetLists })
  const run = useCallback(
    (postingId: string, version: number): Promise<ActAnswer> =>
      hear(mutate({ variables: { postingId, version } }).then(({ data }) => data?.pausePosting)),
    [mutate],
  )
  return { run, busy: loading }
}
