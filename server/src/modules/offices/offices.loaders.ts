import { inArray } from 'drizzle-orm'
import { groupLoaderOf, loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { type MinimumWageRow, minimumWages, type OfficeRow, offices } from './offices.table.ts'

export const officeById = loaderOf<Id<'off'>, OfficeRow>(
  ({ db }, ids) => db.select().from(offices).where(inArray(offices.id, ids)),
  (row) => row.id,
)

/** Every minimum wage loaded for a prefecture, whatever its day. */
export const minimumWagesByPrefecture = groupLoaderOf<string, MinimumWageRow>(
  ({ db }, codes) => db.select().from(minimumWages).where(inArray(minimumWages.prefectureCode, codes)),
  (row) => row.prefectureCode,
)
