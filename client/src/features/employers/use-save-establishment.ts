import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { type FormData, graphql, readFragment } from '../../graph/graphql.ts'
import { type EstablishmentDraft, EstablishmentDraft_draft } from './establishment-draft.ts'

const SaveEstablishment = graphql(
  `
    mutation SaveEstablishment($step: String!, $data: FormData!, $version: Int!) {
      saveEstablishment(step: $step, data: $data, version: $version) {
        __typename
        ... on Draft {
          ...EstablishmentDraft_draft
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [EstablishmentDraft_draft],
)
const EstablishmentNow = graphql(
  `
    query EstablishmentNow {
      viewer {
        employer {
          id
          draft {
            ...EstablishmentDraft_draft
          }
        }
      }
    }
  `,
  [EstablishmentDraft_draft],
)

/** `moved`: another tab or device saved before this one, and this is what stands there now. */
export type SavedEstablishment = { kind: 'saved' | 'moved'; draft: EstablishmentDraft } | { kind: 'refused'; message: string }

/** Saves one step against the version it was written on; rejects when the server cannot be reached. */
export function useSaveEstablishment() {
  const client = useApolloClient()
  return useCallback(
    async (step: string, data: FormData, version: number, leaving: boolean): Promise<SavedEstablishment> => {
      const answer = await client.mutate({
        mutation: SaveEstablishment,
        variables: { step, data, version },
        context: leaving ? { fetchOptions: { keepalive: true } } : {},
      })
      const result = answer.data?.saveEstablishment
      if (!result) throw new Error('no answer')
      if (result.__typename === 'Draft') return { kind: 'saved', draft: readFragment(EstablishmentDraft_draft, result) }
      if (result.code !== 'VERSION_CONFLICT') return { kind: 'refused', message: result.message }
      const now = await client.query({ query: EstablishmentNow, fetchPolicy: 'network-only' })
      const draft = now.data?.viewer.employer?.draft
      return draft ? { kind: 'moved', draft: readFragment(EstablishmentDraft_draft, draft) } : { kind: 'refused', message: result.message }
    },
    [client],
  )
}
