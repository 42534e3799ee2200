import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql, type ResultOf, type VariablesOf } from '../../graph/graphql.ts'

const ApplyToPosting = graphql(`
  mutation ApplyToPosting($input: ApplyToPostingInput!) {
    applyToPosting(input: $input) {
      __typename
      ... on Application {
        id
        status
        appliedAt
        answerUntil
        cancellableUntil
        viewerCanCancel
        motive
        reachable
        employerName
        nextAct
        documents {
          id
          name
          size
          url
        }
        thread {
          id
        }
        posting {
          id
          viewerCanApply
          applyRefusal {
            code
            message
          }
          viewerApplication {
            id
          }
        }
      }
      ... on Refusal {
        code
        message
        problems {
          path
          message
        }
      }
    }
  }
`)

/** What is sent, but for the key of the sending. */
export type ApplyInput = Omit<VariablesOf<typeof ApplyToPosting>['input'], 'key'>
type Result = ResultOf<typeof ApplyToPosting>['applyToPosting']
export type AppliedData = Extract<Result, { __typename: 'Application' }>
export type ApplyAnswer =
  | { kind: 'done'; application: AppliedData }
  | { kind: 'refused'; code: string; message: string; problems: readonly { path: string; message: string }[] }
  | { kind: 'failed' }

/** Applies under one key: pressed twice or sent again after a cut, it is one application. */
export function useApplyToPosting() {
  const [mutate] = useMutation(ApplyToPosting, {
    update(cache, { data }) {
      if (data?.applyToPosting.__typename === 'Application')
        for (const fieldName of ['seekerApplications', 'threads']) cache.evict({ id: 'ROOT_QUERY', fieldName })
    },
  })
  const run = useCallback(
    async (input: VariablesOf<typeof ApplyToPosting>['input']): Promise<ApplyAnswer> => {
      try {
        const answer = (await mutate({ variables: { input } })).data?.applyToPosting
        if (!answer) return { kind: 'failed' }
        return answer.__typename === 'Application' ? { kind: 'done', application: answer } : { kind: 'refused', ...answer }
      } catch {
        return { kind: 'failed' }
      }
    },
    [mutate],
  )
  return { run }
}
