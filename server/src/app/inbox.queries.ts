import { and, asc, eq, gt } from 'drizzle-orm'
import type { Context } from '../graph/context.ts'
import { addDays, startOfDay } from '../kernel/calendar.ts'
import { inboxSeqOf } from '../modules/accounts/accounts.queries.ts'
import { type InboxEventRow, inboxEvents } from '../platform/db/platform.table.ts'

export const inboxEventsAfter = (ctx: Context, party: string, seq: number, limit: number): Promise<InboxEventRow[]> =>
  ctx.db
    .select()
    .from(inboxEvents)
    .where(and(eq(inboxEvents.party, party), gt(inboxEvents.seq, seq)))
    .orderBy(asc(inboxEvents.seq))
    .limit(limit)

/** A cursor that nobody gave, or whose next event is no longer kept: what was missed cannot be told (30 days). */
export async function hasGap(ctx: Context, party: string, after: number): Promise<boolean> {
  const last = await inboxSeqOf(ctx, party)
  if (after > last || after < 0) return true
  if (after === last) return false
  const [next] = await inboxEventsAfter(ctx, party, after, 1)
  const kept = startOfDay(addDays(ctx.today(), -ctx.policyOf().inboxDays))
  return next === undefined || next.seq !== after + 1 || next.createdAt < kept
}
