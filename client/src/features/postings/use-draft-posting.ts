import { graphql } from '../../graph/graphql.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import { useAct } from './use-act.ts'

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
export const useDraftPosting = () => useAct(DraftPosting)
