import { asc, inArray } from 'drizzle-orm'
import { loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { type InvitationRow, invitations, type RegistrantRow, registrants } from './entries.table.ts'

/** Without any check of rights: `visibleRegistrant` is the way for an id that came from outside. */
export const registrantById = loaderOf<Id<'rgs'>, RegistrantRow>(
  ({ db }, ids) => db.select().from(registrants).where(inArray(registrants.id, ids)),
  (row) => row.id,
)

/** The newest invitation of each. */
export const invitationByRegistrant = loaderOf<Id<'rgs'>, InvitationRow>(
  ({ db }, ids) =>
    db.select().from(invitations).where(inArray(invitations.registrantId, ids)).orderBy(asc(invitations.createdAt), asc(invitations.id)),
  (row) => row.registrantId,
)
