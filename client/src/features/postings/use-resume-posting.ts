import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { type ActAnswer, forgetLists, hear } from './act-answer.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'

const ResumePosting = graphql(
  `
    mutation ResumePosting($postingId: ID!, $version: Int!) {
      resumePosting(postingId: $postingId, version: $version) {
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

/** Takes applications again. */
export function useResumePosting() {
  const [mutate, { loading }] = useMutation(ResumePosting, { update: forgetLists })
  const run = useCallback(
    (postingId: string, version: number): Promise<ActAnswer> =>
      hear(mutate({ variables: { postingId, version } }).then(({ data }) => data?.resumePosting)),
    [mutate],
  )
  return { run, busy: loading }
}
