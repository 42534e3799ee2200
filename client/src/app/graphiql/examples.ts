import { graphql, type ResultOf } from '../../graph/graphql.ts'

/** What waits now: fills the variables of the book with cases that exist. */
export const BookExamples = graphql(`
  query BookExamples {
    viewer {
      kind
      account {
        displayName
      }
      staff {
        role
        office {
          name
        }
      }
      demo {
        password
      }
    }
    waiting {
      postings {
        total
        oldest {
          id
          title
          version
          employer {
            employerNumber
          }
        }
      }
    }
  }
`)
export type Examples = ResultOf<typeof BookExamples>
