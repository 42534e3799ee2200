import { type FragmentOf, graphql } from '../../graph/graphql.ts'

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

/** A registration decides what else its person may see and do (R14, R25): everything shown is asked again. The counter's is counted. */
export const applySeeker = (subject: FragmentOf<typeof Seeker_live> | null): readonly string[] | 'all' =>
  subject === null ? ['waiting'] : 'all'
