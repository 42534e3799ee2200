import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { type FormData, graphql, readFragment } from '../../graph/graphql.ts'
import { EmployerPostingDraft_draft, type PostingDraft } from './employer-posting-draft.ts'

const SavePostingStep = graphql(
  `
    mutation SavePostingStep($postingId: ID!, $step: String!, $data: FormData!, $version: Int!) {
      savePostingStep(postingId: $postingId, step: $step, data: $data, version: $version) {
        __typename
        ... on Draft {
          ...EmployerPostingDraft_draft
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [EmployerPostingDraft_draft],
)
const PostingDraftNow = graphql(
  `
    query PostingDraftNow($id: ID!) {
      posting(id: $id) {
        id
        status
        draft {
          ...EmployerPostingDraft_draft
        }
      }
    }
  `,
  [EmployerPostingDraft_draft],
)

/** `moved`: somebody saved before us, and this is what stands there now. */
export type SavedStep =
  { kind: 'saved'; draft: PostingDraft } | { kind: 'moved'; draft: PostingDraft } | { kind: 'refused'; message: string }

/** Saves one step against the version it was written on; rejects when the server cannot be reached. */
export function useSavePostingStep(postingId: string) {
  const client = useApolloClient()
  return useCallback(
    async (step: string, data: FormData, version: number, leaving: boolean): Promise<SavedStep> => {
      const answer = await client.mutate({
        mutation: SavePostingStep,
        variables: { postingId, step, data, version },
        context: leaving ? { fetchOptions: { keepalive: true } } : {},
      })
      const result = answer.data?.savePostingStep
      if (!result) throw new Error('no answer')
      if (result.__typename === 'Draft') return { kind: 'saved', draft: readFragment(EmployerPostingDraft_draft, result) }
      if (result.code !== 'VERSION_CONFLICT') return { kind: 'refused', message: result.message }
      const now = await client.query({ query: PostingDraftNow, variables: { id: postingId }, fetchPolicy: 'network-only' })
      const draft = now.data?.posting?.draft
      return draft
        ? { kind: 'moved', draft: readFragment(EmployerPostingDraft_draft, draft) }
        : { kind: 'refused', message: result.message }
    },
    [client, postingId],
  )
}
