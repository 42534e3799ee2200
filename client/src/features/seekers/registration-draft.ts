import { graphql, type ResultOf } from '../../graph/graphql.ts'

/** The registration as it is being written. */
export const RegistrationDraft_draft = graphql(`
  fragment RegistrationDraft_draft on Draft {
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
export type RegistrationDraft = ResultOf<typeof RegistrationDraft_draft>
