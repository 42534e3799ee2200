import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql, type VariablesOf } from '../../graph/graphql.ts'

const RecordSelectionResult = graphql(`
  mutation RecordSelectionResult($input: RecordSelectionResultInput!) {
    recordSelectionResult(input: $input) {
      __typename
      ... on Application {
        id
        status
        version
        isOverdue
        closedAt
        nextAct
        viewerCanRecordResult
        steps {
          label
          state
        }
        result {
          id
          outcome
          startDate
          messageToSeeker
          recordedAt
          differences {
            field
            label
            posted
            offered
          }
        }
        thread {
          id
          messagesOpenUntil
        }
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
`)
type Input = VariablesOf<typeof RecordSelectionResult>['input']
export type Recorded =
  | { kind: 'done' }
  | { kind: 'refused'; message: string; problems: readonly { path: string; message: string; severity: 'ERROR' | 'CONFIRM' }[] }
  | { kind: 'failed' }

/** Tells the applicant and the office how the selection ended. */
export function useRecordSelectionResult() {
  const [mutate] = useMutation(RecordSelectionResult, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'employerApplications' }),
  })
  return useCallback(
    async (input: Input): Promise<Recorded> => {
      try {
        const { data } = await mutate({ variables: { input } })
        const answer = data?.recordSelectionResult
        if (!answer) return { kind: 'failed' }
        return answer.__typename === 'Refusal' ? { kind: 'refused', message: answer.message, problems: answer.problems } : { kind: 'done' }
      } catch {
        return { kind: 'failed' }
      }
    },
    [mutate],
  )
}
