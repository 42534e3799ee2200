import { graphql } from '../../graph/graphql.ts'

/** What changes with each act on an own posting: enough to redraw it wherever it stands. */
export const EmployerPostingState_posting = graphql(`
  fragment EmployerPostingState_posting on Posting {
    id
    status
    endReason
    version
    title
    postingNumber
    applicationsPaused
    isOpen
    acceptedOn
    validUntil
    invalidOn
    submittedAt
    changedAt
    viewerCanEdit
    viewerCanSubmit
    viewerCanCancel
    sheet {
      id
      scope
    }
  }
`)
