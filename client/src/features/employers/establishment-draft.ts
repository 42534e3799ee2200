import { graphql, type ResultOf } from '../../graph/graphql.ts'

/** The establishment as it is being written. */
export const EstablishmentDraft_draft = graphql(`
  fragment EstablishmentDraft_draft on Draft {
    id
    version
    savedAt
    savedByName
    readyToSubmit
    steps {
      key
      data
      state
    }
    problems {
      path
      code
      severity
      message
    }
  }
`)
export type EstablishmentDraft = ResultOf<typeof EstablishmentDraft_draft>
