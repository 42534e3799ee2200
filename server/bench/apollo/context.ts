import DataLoader from 'dataloader'
import { and, eq, inArray } from 'drizzle-orm'
import type { JstDate } from '../../src/kernel/calendar.ts'
import type { Id } from '../../src/kernel/ids.ts'
import { employers, employerSheets } from '../../src/modules/employers/employers.table.ts'
import { postingParties } from '../../src/modules/postings/postings.parties.table.ts'
import { postingSheets } from '../../src/modules/postings/postings.sheet.table.ts'
import { isValid } from '../../src/modules/seekers/seekers.rules.ts'
import { seekers } from '../../src/modules/seekers/seekers.table.ts'
import type { Db } from '../../src/platform/db/connect.ts'

/** Whole rows by DataLoader, each query built anew: what the documentation of the libraries shows. */
export function contextOf(db: Db, seekerId: Id<'skr'>, today: JstDate) {
  return {
    db,
    seekerId,
    today,
    validSeeker: once(async () => {
      const [seeker] = await db.select().from(seekers).where(eq(seekers.id, seekerId))
      return seeker !== undefined && isValid(seeker, today)
    }),
    sheets: new DataLoader(async (ids: readonly Id<'sht'>[]) => {
      const rows = await db
        .select()
        .from(postingSheets)
        .where(inArray(postingSheets.id, [...ids]))
      return ids.map((id) => rows.find((row) => row.id === id)!)
    }),
    employers: new DataLoader(async (ids: readonly Id<'emp'>[]) => {
      const rows = await db
        .select()
        .from(employers)
        .leftJoin(employerSheets, eq(employerSheets.id, employers.sheetId))
        .where(inArray(employers.id, [...ids]))
      return ids.map((id) => rows.find((row) => row.employers.id === id)!)
    }),
    isParty: new DataLoader(async (ids: readonly Id<'pst'>[]) => {
      const rows = await db
        .select()
        .from(postingParties)
        .where(and(eq(postingParties.seekerId, seekerId), inArray(postingParties.postingId, [...ids])))
      return ids.map((id) => rows.some((row) => row.postingId === id))
    }),
  }
}
export type NaiveContext = ReturnType<typeof contextOf>

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return () => (asked ??= ask())
}
