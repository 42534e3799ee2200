import { graphql } from '../../graph/graphql.ts'
import { EmployerPostingState_posting } from './employer-posting-state.ts'
import { useAct } from './use-act.ts'

const ResumePosting = graphql(
  `
    mutation ResumePosting($postingId: ID!, $version: Int!) {
      resumePosting(postingId: $postingId, version: $version) {
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

/** Takes applications again. */
export const useResumePosting = () => useAct(ResumePosting)
