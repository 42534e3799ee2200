import { inArray } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { groupLoaderOf, loaderOf } from '../../graph/loader.ts'
import { type Id, idOfUuid, uuidOfId } from '../../kernel/ids.ts'
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

/** Offices are public: anybody may read one by its id. */
export const visibleOffice = (ctx: Context, id: string): Promise<OfficeRow | null> =>
  officeById(ctx).load(idOfUuid('off', uuidOfId('off', id)))
