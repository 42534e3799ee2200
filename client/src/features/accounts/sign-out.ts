import { graphql } from '../../graph/graphql.ts'

export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      __typename
    }
  }
`)
