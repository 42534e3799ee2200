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
    validUntilAt
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

/** A posting moved: what shows it redraws by itself; lists by state and its own page, also of one that is there no longer, are asked again. */
export const applyPosting = (): readonly string[] => ['employerPostings', 'waiting', 'staffPostings', 'posting']
