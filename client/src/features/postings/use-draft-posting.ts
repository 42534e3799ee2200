import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { type ActAnswer, forgetLists, hear } from './act-answer.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'

const DraftPosting = graphql(
  `
    mutation DraftPosting($key: String!) {
      draftPosting(key: $key) {
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

/** Opens a new draft. */
export function useDraftPosting() {
  const [mutate] = useMutation(DraftPosting, { update: forgetLists })
  return useCallback(
    (key: string): Promise<ActAnswer> => hear(mutate({ variables: { key } }).then(({ data }) => data?.draftPosting)),
    [mutate],
  )
}
