import { and, desc, gt } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { graphError } from '../../graph/errors.ts'
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts'
import { type Id, kindOfId } from '../../kernel/ids.ts'
import { precisely } from './postings.search.conditions.ts'
import type { Question } from './postings.search.filter.rules.ts'
import { withIndex } from './postings.search.queries.ts'
import { postingSearch } from './postings.table.ts'

/** A list's moment: later than `from` everything is new but what was seen already. */
export interface AsOf {
  from: Date
  seen: readonly string[]
}

/** At most so long lies between a posting's moment of publication and its COMMIT: others may have been read in between. */
const LATE_MS = 10_000
/** As many as one event tells; who has missed more reads the list again. */
const TOLD = 100

const laterThan = (ctx: Context, question: Question, from: Date, limit: number) =>
  withIndex(ctx, (db) =>
    db
      .select({ id: postingSearch.postingId })
      .from(postingSearch)
      .where(and(precisely(question, true), gt(postingSearch.publishedAt, from)))
      .orderBy(desc(postingSearch.publishedAt), desc(postingSearch.postingId))
      .limit(limit),
  )

interface Read {
  at: Date
  first: number
  /** Newest first, the whole page and a row more; null where rows lie in another order. */
  newest: readonly { publishedAt: Date; postingId: string }[] | null
}

/** The moment of a list that was read just now: the newest rows say themselves what was seen. */
export async function asOfList(ctx: Context, question: Question, { at, first, newest }: Read): Promise<string> {
  const late = new Date(at.getTime() - LATE_MS)
  if (newest === null) {
    const rows = await laterThan(ctx, question, late, TOLD)
    return written({ from: late, seen: rows.map(({ id }) => id) })
  }
  const last = newest.length > first ? newest.at(-1) : undefined
  const from = last && last.publishedAt > late ? last.publishedAt : late
  return written({ from, seen: newest.filter((row) => row.publishedAt > from).map(({ postingId }) => postingId) })
}

const written = ({ from, seen }: AsOf): string => encodeCursor([from.toISOString(), seen.join(' ')])

export const asOfNow = (ctx: Context): AsOf => ({ from: ctx.now(), seen: [] })

export function readAsOf(after: string): AsOf {
  const [instant, ids] = decodeCursor(after, 2) ?? []
  const from = new Date(String(instant))
  const seen = String(ids).split(' ').filter(Boolean)
  if (Number.isNaN(from.getTime()) || typeof ids !== 'string' || seen.some((id) => kindOfId(id) !== 'pst'))
    throw graphError('BAD_USER_INPUT', 'after は、検索の答えの asOf を使ってください。')
  return { from, seen }
}

/** What is new to whoever has the list, newest first. */
export async function newSince(ctx: Context, question: Question, { from, seen }: AsOf): Promise<{ ids: Id<'pst'>[]; more: boolean }> {
  const rows = await laterThan(ctx, question, from, TOLD + 1 + seen.length)
  const ids = rows.map(({ id }) => id).filter((id) => !seen.includes(id))
  return { ids: ids.slice(0, TOLD), more: ids.length > TOLD }
}
