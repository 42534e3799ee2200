import { and, asc, eq, lte } from 'drizzle-orm'
import { addHours } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { eraseAccountRows } from './accounts.erase.steps.ts'
import { accounts } from './accounts.table.ts'

const BATCH = 200

/** S50: what the confirmation still needed, goes: address, mails, keys, sessions, devices. Two at once do each once. */
export async function sweepWithdrawnAccounts(ctx: CommandContext): Promise<number> {
  const due = lte(accounts.withdrawnAt, addHours(ctx.now(), -ctx.policyOf().withdrawalErasureHours))
  for (let erased = 0; ;) {
    const found = await ctx.db.select({ id: accounts.id }).from(accounts).where(due).orderBy(asc(accounts.id)).limit(BATCH)
    for (const { id } of found) {
      const gone = await inTransaction<{ id: Id<'acc'> } | Refusal>(ctx, {}, async (tx) => {
        const [still] = await tx.db
          .select({ withdrawnAt: accounts.withdrawnAt })
          .from(accounts)
          .where(and(eq(accounts.id, id), due))
          .for('update')
        if (!still?.withdrawnAt) return new Refusal('NOT_FOUND')
        await eraseAccountRows(tx, id, still.withdrawnAt)
        return { id }
      })
      if (!(gone instanceof Refusal)) erased++
    }
    if (found.length < BATCH) return erased
  }
}
