import { eq, inArray } from 'drizzle-orm'
import { groupLoaderOf, loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { accounts } from '../accounts/accounts.table.ts'
import { seekers, seekerSheets } from '../seekers/seekers.table.ts'
import { countsOfPostings } from './applications.counts.queries.ts'
import { applicationsByIds, documentsOfApplications, newestResults, ownApplicationsToPostings } from './applications.queries.ts'

/** Only those the viewer may see. */
export const applicationLoader = loaderOf(applicationsByIds, (row) => row.id)
export const ownApplicationLoader = loaderOf(ownApplicationsToPostings, (row) => row.postingId)
export const newestResultLoader = loaderOf(newestResults, (row) => row.applicationId)
export const documentsLoader = groupLoaderOf(documentsOfApplications, (row) => row.applicationId)
export const postingCountsLoader = loaderOf(countsOfPostings, (row) => row.postingId)

/** The registration as it stood when the seeker applied. */
export const snapshotLoader = loaderOf(
  (ctx, ids: Id<'sks'>[]) => ctx.db.select().from(seekerSheets).where(inArray(seekerSheets.id, ids)),
  (row) => row.id,
)

export const seekerMailLoader = loaderOf(
  (ctx, ids: Id<'skr'>[]) =>
    ctx.db
      .select({ seekerId: seekers.id, email: accounts.email })
      .from(seekers)
      .innerJoin(accounts, eq(accounts.id, seekers.accountId))
      .where(inArray(seekers.id, ids)),
  (row) => row.seekerId,
)

/** The seeker as far as "may I apply" asks. */
export const seekerValidityLoader = loaderOf(
  (ctx, ids: Id<'skr'>[]) => ctx.db.select().from(seekers).where(inArray(seekers.id, ids)),
  (row) => row.id,
)
