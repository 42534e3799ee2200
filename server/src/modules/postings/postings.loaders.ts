import type { Context } from '../../graph/context.ts'
import { loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { isOneOf, statement } from '../../platform/db/statement.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { type PostingRow, postings } from './postings.table.ts'
import { standingsOf, visiblePostingsByIds } from './postings.visible.queries.ts'

/** For ids that the viewer brings (`node`, `posting`, search): what they may not see is not there (R25). */
export const postingLoader = loaderOf(
  async (ctx, ids: Id<'pst'>[]) => {
    const rows = await visiblePostingsByIds(ctx, ids)
    for (const { sheet } of rows) if (sheet) postingSheetLoader(ctx).prime(sheet.id, sheet)
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

/** `node(id)`: the posting as far as the viewer may see it. */
export const visiblePosting = (ctx: Context, id: string): Promise<PostingRow | null> => postingLoader(ctx).load(id as Id<'pst'>)
