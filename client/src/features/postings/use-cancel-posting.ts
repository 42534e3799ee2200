import { graphql } from '../../graph/graphql.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import { useAct } from './use-act.ts'

const CancelPosting = graphql(
  `
    mutation CancelPosting($postingId: ID!, $version: Int!, $reason: PostingEndReason!) {
      cancelPosting(postingId: $postingId, version: $version, reason: $reason) {
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

/** Ends an open posting at once, for good. */
export const useCancelPosting = () => useAct(CancelPosting)
