import { graphql } from '../../graph/graphql.ts'

/** How many postings each of several other searches would find, in one question. */
export const PostingTotals = graphql(`
  query PostingTotals($filters: [PostingFilter!]!) {
    postingTotals(filters: $filters) {
      totalCount
    }
  }
`)
