import type { Reference } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../graph/graphql.ts'

const CancelApplication = graphql(`
  mutation CancelApplication($id: ID!) {
    cancelApplication(id: $id) {
      __typename
      ... on Application {
        id
        status
        version
        closedAt
        isOverdue
        nextAct
        viewerCanCancel
        cancelRefusal {
          code
          message
        }
        steps {
          label
          state
        }
        thread {
          id
          isClosed
          viewerCanWrite
          closedText
          openUntilReason
        }
        posting {
          id
          viewerCanApply
          viewerApplication {
            id
          }
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export type CancelAnswer = { kind: 'done' } | { kind: 'refused'; message: string } | { kind: 'failed' }
interface List {
  nodes: readonly Reference[]
  totalCount?: number
}

/** 取り消す: within the time the office gives, taken back as if it had not been. */
export function useCancelApplication() {
  const [mutate, { loading }] = useMutation(CancelApplication, {
    update(cache, { data }) {
      if (data?.cancelApplication.__typename !== 'Application') return
      const ref = cache.identify(data.cancelApplication)
      cache.modify<{ seekerApplications: List }>({
        fields: {
          seekerApplications(known, { storeFieldName, DELETE }) {
            const list = known as unknown as List
            if (storeFieldName.includes('"finished":true')) return DELETE
            if (!storeFieldName.includes('"finished":false') || !list.nodes.some((one) => one.__ref === ref)) return known
            const rest = { ...list, nodes: list.nodes.filter((one) => one.__ref !== ref) }
            return (list.totalCount === undefined ? rest : { ...rest, totalCount: list.totalCount - 1 }) as never
          },
        },
      })
    },
  })
  const run = useCallback(
    async (id: string): Promise<CancelAnswer> => {
      try {
        const answer = (await mutate({ variables: { id } })).data?.cancelApplication
        if (!answer) return { kind: 'failed' }
        return answer.__typename === 'Refusal' ? { kind: 'refused', message: answer.message } : { kind: 'done' }
      } catch {
        return { kind: 'failed' }
      }
    },
    [mutate],
  )
  return { run, busy: loading }
}
