import { graphql } from '../../graph/graphql.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import { useAct } from './use-act.ts'

const PausePosting = graphql(
  `
    mutation PausePosting($postingId: ID!, $version: Int!) {
      pausePosting(postingId: $postingId, version: $version) {
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

/** Takes no new applications for a while; the posting stays visible. */
export const usePausePosting = () => useAct(PausePosting)
