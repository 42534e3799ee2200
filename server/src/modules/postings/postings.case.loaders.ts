import { groupLoaderOf, loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { draftsOfPostings, reviewsOfPostings } from './postings.queries.ts'

export const draftByPosting = loaderOf(draftsOfPostings, (row) => row.subject as Id<'pst'>)

export const reviewsByPosting = groupLoaderOf(reviewsOfPostings, (row) => row.postingId)
