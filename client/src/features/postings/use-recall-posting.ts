import { graphql } from '../../graph/graphql.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import { useAct } from './use-act.ts'

const RecallPosting = graphql(
  `
    mutation RecallPosting($postingId: ID!, $version: Int!) {
      recallPosting(postingId: $postingId, version: $version) {
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

/** Takes a submitted posting back to put it right, while no staff has begun with it. */
export const useRecallPosting = () => useAct(RecallPosting)
