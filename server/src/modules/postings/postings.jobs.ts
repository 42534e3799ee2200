import { and, asc, eq, gt, lt } from 'drizzle-orm'
import { addDays, jstDateOf } from '../../kernel/calendar.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type CommandContext, inTransaction } from '../../platform/db/transaction.ts'
import { employers, employerSheets } from '../employers/employers.table.ts'
import { expiredOn } from './postings.rules.ts'
import { SEARCH_EDITION, searchRowOf } from './postings.search.rules.ts'
import { postingSheets } from './postings.sheet.table.ts'
import { endPosting } from './postings.steps.ts'
import { type PostingRow, postings, postingSearch } from './postings.table.ts'

const BATCH = 200

/**
 * OPEN → ENDED(EXPIRED) at 00:00 after `validUntil` (STATES 3.1). Catches up after a pause, with the day on which each
 * really became invalid; two at once do each posting once.
 */
export async function sweepExpiredPostings(ctx: CommandContext): Promise<number> {
  const today = jstDateOf(ctx.now())
  const due = and(eq(postings.status, 'OPEN'), lt(postings.validUntil, today))
  let ended = 0
  for (;;) {
    const batch = await ctx.db
      .select({ id: postings.id })
      .from(postings)
      .where(due)
      .orderBy(asc(postings.validUntil), asc(postings.id))
      .limit(BATCH)
    for (const { id } of batch) if (await expire(ctx, id, due)) ended++
    if (batch.length < BATCH) return ended
  }
}

async function expire(ctx: CommandContext, id: PostingRow['id'], due: ReturnType<typeof and>): Promise<boolean> {
  const result = await inTransaction<PostingRow | Refusal>(ctx, {}, async (tx) => {
    const [posting] = await tx.db
      .select()
      .from(postings)
      .where(and(eq(postings.id, id), due))
      .for('update')
    if (!posting?.validUntil) return new Refusal('POSTING_NOT_OPEN')
    const invalidOn = expiredOn(posting.validUntil)
    await tx.record({ action: 'expirePosting', object: id, changes: [{ field: 'status', before: 'OPEN', after: 'ENDED' }] })
    return endPosting(tx, posting, { reason: 'EXPIRED', invalidOn, lastOpenDay: addDays(invalidOn, -1) })
  })
  return !(result instanceof Refusal)
}

/**
 * Rows of the search that older rules wrote are written by today's, so that an upgrade needs no pause.
 * A posting published meanwhile has the new edition and is left alone; its place among the newest stays.
 */
export async function sweepOldSearchRows({ db }: Pick<CommandContext, 'db'>): Promise<number> {
  const old = lt(postingSearch.edition, SEARCH_EDITION)
  let written = 0
  for (let last: PostingRow['id'] | null = null; ;) {
    const batch = await db
      .select({ posting: postings, sheet: postingSheets, establishment: employerSheets, employerNumber: employers.employerNumber })
      .from(postingSearch)
      .innerJoin(postings, eq(postings.id, postingSearch.postingId))
      .innerJoin(postingSheets, eq(postingSheets.id, postings.sheetId))
      .innerJoin(employerSheets, eq(employerSheets.id, postingSheets.employerSheetId))
      .innerJoin(employers, eq(employers.id, postings.employerId))
      .where(and(old, last === null ? undefined : gt(postingSearch.postingId, last)))
      .orderBy(asc(postingSearch.postingId))
      .limit(BATCH)
    for (const { posting, sheet, establishment, employerNumber } of batch) {
      const { postingNumber, acceptedOn, validUntil } = posting
      if (postingNumber === null || acceptedOn === null || validUntil === null) continue
      const row = searchRowOf({ postingNumber, acceptedOn, validUntil }, sheet, { ...establishment, employerNumber })
      if (row)
        await db
          .update(postingSearch)
          .set(row)
          .where(and(eq(postingSearch.postingId, posting.id), old))
      written++
    }
    last = batch.at(-1)?.posting.id ?? null
    if (batch.length < BATCH) return written
  }
}
