import { and, eq, lt } from 'drizzle-orm'
import { jstDateOf } from '../../kernel/calendar.ts'
import { type CommandContext, inTransaction, type Tx } from '../../platform/db/transaction.ts'
import { expiredOn } from './seekers.rules.ts'
import { endValidPeriod } from './seekers.steps.ts'
import { seekers } from './seekers.table.ts'

const AT_ONCE = 200

/** VALID → INVALID(EXPIRED) from 00:00 after `validUntil` (R14). Runs as often as one likes; answers how many it wrote. */
export async function sweepExpiredSeekers(ctx: CommandContext): Promise<number> {
  let written = 0
  for (let batch = AT_ONCE; batch === AT_ONCE;) {
    await inTransaction(ctx, {}, async (tx) => {
      batch = await expireSome(tx)
      return { id: 'sweepExpiredSeekers' }
    })
    written += batch
  }
  return written
}

async function expireSome(tx: Tx): Promise<number> {
  const due = await tx.db
    .select()
    .from(seekers)
    .where(and(eq(seekers.status, 'VALID'), eq(seekers.receivesBenefit, false), lt(seekers.validUntil, jstDateOf(tx.now))))
    .orderBy(seekers.id)
    .limit(AT_ONCE)
    .for('update', { skipLocked: true })
  for (const { id, validUntil, version } of due) {
    if (validUntil === null) continue
    await tx.db
      .update(seekers)
      .set({ status: 'INVALID', invalidReason: 'EXPIRED', invalidOn: expiredOn({ validUntil }), version: version + 1 })
      .where(eq(seekers.id, id))
    await endValidPeriod(tx, id, validUntil)
    await tx.record({
      action: 'expireSeeker',
      object: id,
      person: id,
      changes: [
        { field: 'status', before: 'VALID', after: 'INVALID' },
        { field: 'invalidReason', before: null, after: 'EXPIRED' },
      ],
    })
    tx.emit('seekerBecameInvalid', { seekerId: id, reason: 'EXPIRED' })
    tx.deliver(id, 'SEEKER', id)
  }
  return due.length
}
