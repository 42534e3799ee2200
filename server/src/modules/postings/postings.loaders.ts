import { inArray } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { loaderOf } from '../../graph/loader.ts'
import type { Id } from '../../kernel/ids.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { type PostingRow, postings } from './postings.table.ts'
import { standingsOf, visiblePostingsByIds } from './postings.visible.queries.ts'

/** For ids that the viewer brings (`node`, `posting`, search): what they may not see is not there (R25). */
export const postingLoader = loaderOf(
  (ctx, ids: Id<'pst'>[]) => visiblePostingsByIds(ctx, ids),
  (row) => row.id,
)

/** How the viewer, a seeker, stands to a posting today (R25): null for strangers. */
export const standingLoader = loaderOf(
  (ctx, ids: Id<'pst'>[]) => standingsOf(ctx, ids),
  (row) => row.postingId,
)

/** For rows that lead to their posting (an application, a request): the case, also when it has ended. Its edges still hide by scope. */
export const postingCaseLoader = loaderOf(
  (ctx, ids: Id<'pst'>[]) => ctx.db.select().from(postings).where(inArray(postings.id, ids)),
  (row) => row.id,
)

/** Sheets never change. */
export const postingSheetLoader = loaderOf(
  (ctx, ids: Id<'sht'>[]) => ctx.db.select().from(postingSheets).where(inArray(postingSheets.id, ids)),
  (row) => row.id,
)

/** `node(id)`: the posting as far as the viewer may see it. */
export const visiblePosting = (ctx: Context, id: string): Promise<PostingRow | null> => postingLoader(ctx).load(id as Id<'pst'>)
