import { and, asc, eq, isNotNull, lt } from 'drizzle-orm'
import { addDays, jstDateOf } from '../../kernel/calendar.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { postings } from '../postings/postings.table.ts'
import { eraseFormerNames } from './applications.withdrawal.steps.ts'
import { isPastTail } from './applications.rules.ts'
import { applications } from './applications.table.ts'

/** No tail is shorter: a first sieve over the index, the rule decides. */
const SHORTEST_TAIL_DAYS = 28

/** R13: without a result an application lapses after the tail date; staff may still record one. */
export async function sweepLapsedApplications(ctx: CommandContext): Promise<number> {
  const doubtful = addDays(jstDateOf(ctx.now()), -SHORTEST_TAIL_DAYS)
  const found = await ctx.db
    .select({ id: applications.id, officeId: applications.officeId, invalidOn: postings.invalidOn })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(and(eq(applications.status, 'APPLIED'), isNotNull(postings.invalidOn), lt(postings.invalidOn, doubtful)))
    .orderBy(asc(applications.id))
  let lapsed = 0
  for (const { id, officeId, invalidOn } of found) {
    if (!isPastTail({ postingInvalidOn: invalidOn, now: ctx.now(), policy: ctx.policyOf(officeId) })) continue
    await inTransaction(ctx, {}, async (tx) => {
      const running = and(eq(applications.id, id), eq(applications.status, 'APPLIED'))
      const [row] = await tx.db.select().from(applications).where(running).for('update')
      if (!row) return { id }
      await tx.db
        .update(applications)
        .set({ status: 'LAPSED', closedAt: tx.now, version: row.version + 1 })
        .where(running)
      await tx.record({ action: 'lapseApplication', object: id, changes: [{ field: 'status', before: 'APPLIED', after: 'LAPSED' }] })
      for (const party of [row.seekerId, row.employerId]) tx.deliver(party, 'APPLICATION', id)
      lapsed++
      return { id }
    })
  }
  return lapsed
}

/** The name of somebody who has left stays with the employer up to a day, no longer. */
export const sweepFormerNames = (ctx: CommandContext) =>
  inTransaction(ctx, {}, async (tx) => {
    await eraseFormerNames(tx, lt(applications.formerNameUntil, jstDateOf(tx.now)))
    return { id: 'applications' }
  })
