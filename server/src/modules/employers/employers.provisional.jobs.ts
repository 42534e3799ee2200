import { and, asc, eq, isNull, lt, lte } from 'drizzle-orm'
import { addDays, jstDateOf } from '../../kernel/calendar.ts'
import type { Id } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import './employers.events.ts'
import { provisionalEndsMail } from './employers.mails.ts'
import { mailOwners } from './employers.provisional.steps.ts'
import { employers } from './employers.table.ts'

const BATCH = 200
const undecided = and(eq(employers.status, 'PROVISIONAL'), isNull(employers.waitingSince))

/** PROVISIONAL → ERASED at 24:00 of the last day (R7, S51), with everything of it. Two at once do each once; catches up after a pause. */
export async function sweepProvisionalEmployers(ctx: CommandContext): Promise<number> {
  const due = and(undecided, lt(employers.erasedOn, jstDateOf(ctx.now())))
  let erased = 0
  for (;;) {
    const batch = await ctx.db.select({ id: employers.id }).from(employers).where(due).orderBy(asc(employers.id)).limit(BATCH)
    for (const { id } of batch) {
      const result = await inTransaction<{ id: Id<'emp'> } | Refusal>(ctx, {}, async (tx) => {
        const [gone] = await tx.db
          .update(employers)
          .set({ status: 'ERASED', erasedOn: null, remindedAt: null })
          .where(and(eq(employers.id, id), due))
          .returning({ id: employers.id })
        if (!gone) return new Refusal('NOT_FOUND')
        await tx.record({
          action: 'eraseProvisionalEmployer',
          object: id,
          changes: [{ field: 'status', before: 'PROVISIONAL', after: 'ERASED' }],
        })
        tx.emit('employerErased', { employerId: id })
        return gone
      })
      if (!(result instanceof Refusal)) erased++
    }
    if (batch.length < BATCH) return erased
  }
}

/** One mail some days before the end, as long as nothing waits for the office. */
export async function sweepProvisionalReminders(ctx: CommandContext): Promise<number> {
  const today = jstDateOf(ctx.now())
  const near = and(undecided, isNull(employers.remindedAt), lte(employers.erasedOn, addDays(today, ctx.policyOf().provisionalReminderDays)))
  const batch = await ctx.db.select({ id: employers.id }).from(employers).where(near).orderBy(asc(employers.id)).limit(BATCH)
  let sent = 0
  for (const { id } of batch) {
    const result = await inTransaction<{ id: Id<'emp'> } | Refusal>(ctx, {}, async (tx) => {
      const [due] = await tx.db
        .update(employers)
        .set({ remindedAt: tx.now })
        .where(and(eq(employers.id, id), near))
        .returning()
      if (!due?.erasedOn || due.erasedOn < today) return new Refusal('NOT_FOUND')
      await mailOwners(tx, id, provisionalEndsMail(due.erasedOn))
      return due
    })
    if (!(result instanceof Refusal)) sent++
  }
  return sent
}
