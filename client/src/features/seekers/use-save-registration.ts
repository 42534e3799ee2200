import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { type FormData, graphql, readFragment } from '../../graph/graphql.ts'
import { type RegistrationDraft, RegistrationDraft_draft } from './registration-draft.ts'

const SaveRegistration = graphql(
  `
    mutation SaveRegistration($step: String!, $data: FormData!, $version: Int!) {
      saveRegistration(step: $step, data: $data, version: $version) {
        __typename
        ... on Draft {
          ...RegistrationDraft_draft
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [RegistrationDraft_draft],
)
const RegistrationNow = graphql(
  `
    query RegistrationNow {
      viewer {
        seeker {
          id
          draft {
            ...RegistrationDraft_draft
          }
        }
      }
    }
  `,
  [RegistrationDraft_draft],
)

/** `moved`: another tab or device saved before this one, and this is what stands there now. */
export type SavedRegistration = { kind: 'saved' | 'moved'; draft: RegistrationDraft } | { kind: 'refused'; message: string }

/** Saves one step against the version it was written on; rejects when the server cannot be reached. */
export function useSaveRegistration() {
  const client = useApolloClient()
  return useCallback(
    async (step: string, data: FormData, version: number, leaving: boolean): Promise<SavedRegistration> => {
      const answer = await client.mutate({
        mutation: SaveRegistration,
        variables: { step, data, version },
        context: leaving ? { fetchOptions: { keepalive: true } } : {},
      })
      const result = answer.data?.saveRegistration
      if (!result) throw new Error('no answer')
      if (result.__typename === 'Draft') return { kind: 'saved', draft: readFragment(RegistrationDraft_draft, result) }
      if (result.code !== 'VERSION_CONFLICT') return { kind: 'refused', message: result.message }
      const now = await client.query({ query: RegistrationNow, fetchPolicy: 'network-only' })
      const draft = now.data?.viewer.seeker?.draft
      return draft ? { kind: 'moved', draft: readFragment(RegistrationDraft_draft, draft) } : { kind: 'refused', message: result.message }
    },
    [client],
  )
}
