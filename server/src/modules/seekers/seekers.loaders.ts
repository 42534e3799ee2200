import { and, eq, inArray } from 'drizzle-orm'
import { loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { type DraftRow, drafts } from '../../platform/drafts/drafts.table.ts'
import { type SeekerRow, type SeekerSheetRow, seekers, seekerSheets } from './seekers.table.ts'

/** Without any check of rights: `visibleSeeker` is the way for an id that came from outside. */
export const seekerById = loaderOf<Id<'skr'>, SeekerRow>(
  ({ db }, ids) => db.select().from(seekers).where(inArray(seekers.id, ids)),
  (row) => row.id,
)

export const seekerSheetById = loaderOf<Id<'sks'>, SeekerSheetRow>(
  ({ db }, ids) => db.select().from(seekerSheets).where(inArray(seekerSheets.id, ids)),
  (row) => row.id,
)

export const registrationDraftBySeeker = loaderOf<string, DraftRow>(
  ({ db }, ids) =>
    db
      .select()
      .from(drafts)
      .where(and(eq(drafts.kind, 'REGISTRATION'), inArray(drafts.subject, ids))),
  (row) => row.subject,
)
