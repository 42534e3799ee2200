import { graphql, type ResultOf } from '../../graph/graphql.ts'

/** What waits now: fills the variables of the book with cases that exist. */
export const BookExamples = graphql(`
  query BookExamples($asked: ID!, $asks: Boolean!, $employer: String, $asksEmployer: Boolean!) {
    opening: waiting {
      employers {
        oldest {
          id
          version
        }
      }
    }
    claimed: waiting {
      claims {
        oldest {
          id
          version
        }
      }
    }
    posting(id: $asked) @include(if: $asks) {
      id
      title
      version
      employer {
        name
        employerNumber
      }
    }
    askedEmployer: staffEmployers(employerNumber: $employer, first: 1) @include(if: $asksEmployer) {
      nodes {
        id
        name
        employerNumber
        postalCode
      }
    }
    unopened: staffEmployers(status: [UNOPENED], first: 1) {
      nodes {
        id
        name
        employerNumber
        postalCode
      }
    }
    viewer {
      kind
      serverTime
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
            name
            employerNumber
          }
        }
      }
    }
  }
`)
export type Examples = ResultOf<typeof BookExamples>
