import { inArray } from 'drizzle-orm'
import { groupLoaderOf, loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { isOneOf, statement } from '../../platform/db/statement.ts'
import { claimsOfEmployers, employersByNumbers } from './employers.claims.queries.ts'
import type { EmployerClaimRow } from './employers.claims.table.ts'
import type { CreationCodeRow } from './employers.codes.table.ts'
import { employersByIds } from './employers.queries.ts'
import { draftsOfEmployers, reviewsOfEmployers } from './employers.provisional.queries.ts'
import { codesOfEmployers } from './employers.staff.queries.ts'
import { employerMembers, type EmployerReviewRow, employerSheets } from './employers.table.ts'

/** Who may be led here is decided by the edge (R25), not here. */
export const employerById = loaderOf(
  ({ db }, ids: Id<'emp'>[]) => employersByIds(db, ids),
  (row) => row.id,
)

const readSheets = statement((db) => db.select().from(employerSheets).where(isOneOf(employerSheets.id, 'ids')))

/** A text of an establishment as it stood (R30). */
export const employerSheetById = loaderOf(
  ({ db }, ids: Id<'ems'>[]) => readSheets(db, { ids }),
  (row) => row.id,
)

export const employerMemberById = loaderOf(
  ({ db }, ids: Id<'mem'>[]) => db.select().from(employerMembers).where(inArray(employerMembers.id, ids)),
  (row) => row.id,
)

export const codesByEmployer = groupLoaderOf<Id<'emp'>, CreationCodeRow>(codesOfEmployers, (row) => row.employerId)

export const establishmentDraftByEmployer = loaderOf(draftsOfEmployers, (row) => row.subject as Id<'emp'>)

export const reviewsByEmployer = groupLoaderOf<Id<'emp'>, EmployerReviewRow>(reviewsOfEmployers, (row) => row.employerId)

export const claimsByEmployer = groupLoaderOf<Id<'emp'>, EmployerClaimRow>(claimsOfEmployers, (row) => row.employerId)

/** For staff: whoever else looks a number up learns that it exists. */
export const employerByNumber = loaderOf(employersByNumbers, (row) => row.employerNumber ?? '')
