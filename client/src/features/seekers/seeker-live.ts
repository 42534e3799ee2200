import { graphql } from '../../graph/graphql.ts'

/** What the inbox brings of a registration: the frame and the cards that show it redraw from it. */
export const Seeker_live = graphql(`
  fragment Seeker_live on Seeker {
    id
    seekerStatus: status
    isValid
    invalidReason
    validUntil
    validUntilAt
    seekerNumber
    published
    version
    office {
      id
      name
      phone
    }
  }
`)
