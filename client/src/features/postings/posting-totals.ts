import { graphql } from '../../graph/graphql.ts'

/** How many postings each of up to eight other searches would find, in one question. */
export const PostingTotals = graphql(`
  query PostingTotals(
    $f0: PostingFilter
    $f1: PostingFilter
    $f2: PostingFilter
    $f3: PostingFilter
    $f4: PostingFilter
    $f5: PostingFilter
    $f6: PostingFilter
    $f7: PostingFilter
    $ask1: Boolean!
    $ask2: Boolean!
    $ask3: Boolean!
    $ask4: Boolean!
    $ask5: Boolean!
    $ask6: Boolean!
    $ask7: Boolean!
  ) {
    t0: postings(filter: $f0, first: 1) {
      totalCount
    }
    t1: postings(filter: $f1, first: 1) @include(if: $ask1) {
      totalCount
    }
    t2: postings(filter: $f2, first: 1) @include(if: $ask2) {
      totalCount
    }
    t3: postings(filter: $f3, first: 1) @include(if: $ask3) {
      totalCount
    }
    t4: postings(filter: $f4, first: 1) @include(if: $ask4) {
      totalCount
    }
    t5: postings(filter: $f5, first: 1) @include(if: $ask5) {
      totalCount
    }
    t6: postings(filter: $f6, first: 1) @include(if: $ask6) {
      totalCount
    }
    t7: postings(filter: $f7, first: 1) @include(if: $ask7) {
      totalCount
    }
  }
`)
