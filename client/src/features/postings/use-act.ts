import type { ApolloCache, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useCallback, useState } from 'react'

/** What came of an act: done, the server's words why not, or nothing heard at all. */
export type ActAnswer = { kind: 'done'; id: string } | { kind: 'refused'; message: string } | { kind: 'failed' }

type Answer = { __typename: 'Refusal'; message: string } | { __typename: 'Posting' | 'Discarded'; id: string }

/** An act on an own posting, whose every end has words on the page. Own lists by state are asked anew: the posting changed its place in them. */
export function useAct<Data extends Record<string, Answer>, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
) {
  const client = useApolloClient()
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async (variables: Variables): Promise<ActAnswer> => {
      setBusy(true)
      try {
        const { data } = await client.mutate<Data>({ mutation, variables, update: forgetLists })
        const [answer] = Object.values<Answer>(data ?? {})
        if (!answer) return { kind: 'failed' }
        return answer.__typename === 'Refusal' ? { kind: 'refused', message: answer.message } : { kind: 'done', id: answer.id }
      } catch {
        return { kind: 'failed' }
      } finally {
        setBusy(false)
      }
    },
    [client, mutation],
  )
  return { run, busy }
}

export const forgetLists = (cache: ApolloCache): void => {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'employerPostings' })
}
