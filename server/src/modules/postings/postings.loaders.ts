import { eq } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { isOneOf, statement } from '../../platform/db/statement.ts'
import { BRIEF_COLUMNS, type BriefSheetRow } from './postings.brief.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { type PostingRow, postings } from './postings.table.ts'
import { standingsOf, visiblePostingsByIds } from './postings.visible.queries.ts'

/** For ids that the viewer brings (`node`, `posting`, search): what they may not see is not there (R25). */
export const postingLoader = loaderOf(
  async (ctx, ids: Id<'pst'>[]) => {
    const rows = await visiblePostingsByIds(ctx, ids)
    for (const { sheet } of rows) {
      if (sheet === null) continue
      postingSheetLoader(ctx).prime(sheet.id, sheet)
      briefSheetLoader(ctx).prime(sheet.id, sheet)
    }
    return rows.map(({ posting }) => posting)
  },
  (row) => row.id,
)

/** How the viewer, a seeker, stands to a posting today (R25): null for strangers. */
export const standingLoader = loaderOf(
  (ctx, ids: Id<'pst'>[]) => standingsOf(ctx, ids),
  (row) => row.postingId,
)

const readCases = statement((db) => db.select().from(postings).where(isOneOf(postings.id, 'ids')))

/** For rows that lead to their posting (an application, a request): the case, also when it has ended. Its edges still hide by scope. */
export const postingCaseLoader = loaderOf(
  (ctx, ids: Id<'pst'>[]) => readCases(ctx.db, { ids }),
  (row) => row.id,
)

const readSheets = statement((db) => db.select().from(postingSheets).where(isOneOf(postingSheets.id, 'ids')))

/** Sheets never change. */
export const postingSheetLoader = loaderOf(
  (ctx, ids: Id<'sht'>[]) => readSheets(ctx.db, { ids }),
  (row) => row.id,
)

const readBriefSheets = statement((db) => db.select(BRIEF_COLUMNS).from(postingSheets).where(isOneOf(postingSheets.id, 'ids')))

/** What lists show of a sheet and rules ask of it. */
export const briefSheetLoader = loaderOf<Id<'sht'>, BriefSheetRow>(
  (ctx, ids) => readBriefSheets(ctx.db, { ids }),
  (row) => row.id,
)

const readListed = statement((db) =>
  db
    .select({ posting: postings, sheet: BRIEF_COLUMNS })
    .from(postings)
    .innerJoin(postingSheets, eq(postingSheets.postingId, postings.id))
    .where(isOneOf(postingSheets.id, 'ids')),
)

/** The rows of a list, each with its posting as it stood when it was found: by that text the right was looked at. */
export async function withPostings<Row extends Pick<PostingRow, 'sheetId'> & { postingId: Id<'pst'> }>(
  ctx: Context,
  found: readonly Row[],
) {
  const rows = await readListed(ctx.db, { ids: found.flatMap(({ sheetId }) => sheetId ?? []) })
  for (const { sheet } of rows) briefSheetLoader(ctx).prime(sheet.id, sheet)
  const byId = new Map(rows.map(({ posting, sheet }) => [posting.id, { ...posting, sheetId: sheet.id }]))
  return found.flatMap((row) => {
    const posting = byId.get(row.postingId)
    return posting ? [{ ...row, posting }] : []
  })
}

/** `node(id)`: the posting as far as the viewer may see it. */
export const visiblePosting = (ctx: Context, id: string): Promise<PostingRow | null> => postingLoader(ctx).load(id as Id<'pst'>)
