import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import { forgetLists } from './use-act.ts'

const SubmitPosting = graphql(
  `
    mutation SubmitPosting($postingId: ID!, $version: Int!, $acknowledge: [AcknowledgementInput!]) {
      submitPosting(postingId: $postingId, version: $version, acknowledge: $acknowledge) {
        __typename
        ... on Posting {
          id
          ...EmployerPostingState_posting
        }
        ... on Refusal {
          code
          message
          problems {
            path
            code
            severity
            message
          }
        }
      }
    }
  `,
  [EmployerPostingState_posting],
)

interface Problem {
  path: string
  code: string
  severity: 'ERROR' | 'CONFIRM'
  message: string
}
export type Submitted = { kind: 'done' } | { kind: 'refused'; message: string; problems: readonly Problem[] } | { kind: 'failed' }

/** Hands a posting to the office, with what the person confirmed as it is. */
export function useSubmitPosting() {
  const [mutate] = useMutation(SubmitPosting, { update: forgetLists })
  return useCallback(
    async (postingId: string, version: number, acknowledge: { path: string; code: string }[]): Promise<Submitted> => {
      try {
        const { data } = await mutate({ variables: { postingId, version, acknowledge } })
        const answer = data?.submitPosting
        if (!answer) return { kind: 'failed' }
        return answer.__typename === 'Refusal' ? { kind: 'refused', message: answer.message, problems: answer.problems } : { kind: 'done' }
      } catch {
        return { kind: 'failed' }
      }
    },
    [mutate],
  )
}
