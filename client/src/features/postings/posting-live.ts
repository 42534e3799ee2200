import type { ApolloClient } from '@apollo/client'
import { graphql } from '../../graph/graphql.ts'

/** What the inbox brings of a posting: its state as its employer or office sees it. */
export const Posting_live = graphql(`
  fragment Posting_live on Posting {
    id
    postingStatus: status
    endReason
    postingNumber
    acceptedOn
    validUntil
    invalidOn
    applicationsPaused
    version
    isOpen
    viewerCanSubmit
    viewerCanEdit
    viewerCanCancel
    reviews {
      id
      outcome
      comment
      decidedAt
      reasons {
        path
        label
        reason
      }
    }
  }
`)

const asked = (_list: unknown, { INVALIDATE }: { INVALIDATE: unknown }) => INVALIDATE as never

/** A posting moved: what shows it redraws by itself; the lists by state are asked anew, and stay on the page meanwhile. */
export async function applyPosting(client: ApolloClient): Promise<void> {
  await client.refetchQueries({
    updateCache: (cache) => void cache.modify({ fields: { employerPostings: asked, waiting: asked, staffPostings: asked } }),
    onQueryUpdated: () => true,
  })
}
