import { graphql } from '../../graph/graphql.ts'
import { useAct } from './use-act.ts'

const DiscardPosting = graphql(`
  mutation DiscardPosting($postingId: ID!, $version: Int!) {
    discardPosting(postingId: $postingId, version: $version) {
      __typename
      ... on Discarded {
        id
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

/** Erases a draft with everything written in it. */
export const useDiscardPosting = () => useAct(DiscardPosting)
