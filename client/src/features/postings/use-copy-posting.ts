import { graphql } from '../../graph/graphql.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import { useAct } from './use-act.ts'

const CopyPosting = graphql(
  `
    mutation CopyPosting($postingId: ID!, $key: String!) {
      copyPosting(postingId: $postingId, key: $key) {
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

/** A new draft with the content of an own posting. */
export const useCopyPosting = () => useAct(CopyPosting)
