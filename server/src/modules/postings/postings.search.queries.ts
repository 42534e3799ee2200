import { and, eq, inArray, type Placeholder, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { uuidOfId } from '../../kernel/ids.ts'
import { readWords } from '../../kernel/tokens.ts'
import type { Db } from '../../platform/db/connect.ts'
import { statement } from '../../platform/db/statement.ts'
import { type Look, lookOf, openLook, receiverOf } from './postings.look.ts'
import { remembered } from './postings.search.cache.ts'
import { isOpenOn, needsText, precisely, rowByRow } from './postings.search.conditions.ts'
import { demandsOf, type Question, type SearchFilter } from './postings.search.filter.rules.ts'
import { type PostingRow, postings, postingSearch } from './postings.table.ts'
import { listedPostings, searchClassOf } from './postings.visible.queries.ts'

export async function questionOf(ctx: Context, filter: SearchFilter): Promise<Question> {
  const today = ctx.today()
  const [words, demands] = [readWords(filter.words ?? ''), demandsOf(filter, today)]
  const viewerClass = await searchClassOf(ctx)
  return { viewerClass, receiver: receiverOf(ctx.viewer), today, words, titleOnly: filter.titleOnly === true, demands }
}

type Reader = Pick<Db, 'select' | 'execute'>

/** Rows left out are kept in memory: without enough of it the planner would look them up one by one. */
const WORK_MEMORY = '64MB'

/** A short read in which the planner may not do what it wrongly takes for cheap. */
const planned = <T>(ctx: Context, ways: readonly string[], read: (db: Reader) => Promise<T>): Promise<T> =>
  ctx.db.transaction(async (tx) => {
    const settings = ways.map((way) => `set local enable_${way} = off`)
    await tx.execute(sql.raw(['set transaction read only', ...settings, `set local work_mem = '${WORK_MEMORY}'`].join('; ')))
    return read(tx)
  })

/** Looking at tokens row by row is dear, and the planner does not know: small tables would be scanned through. */
export const withIndex = <T>(ctx: Context, read: (db: Reader) => Promise<T>): Promise<T> => planned(ctx, ['seqscan'], read)

/** Along the order until the page is full. */
const inOrder = <T>(ctx: Context, read: (db: Reader) => Promise<T>): Promise<T> => planned(ctx, ['seqscan', 'bitmapscan', 'sort'], read)

export interface Total {
  count: number
  /** False: counted by tokens only, since too many rows hold the tokens of a longer word. */
  exact: boolean
}

export const totalOf = (ctx: Context, question: Question): Promise<Total> =>
  remembered(ctx, ['total', question], () =>
    withIndex(ctx, async (db) => {
      const count = async (where: SQL | undefined) => {
        const [row] = await db
          .select({ count: sql<number>`count(*)::int` })
          .from(postingSearch)
          .where(where)
        return row?.count ?? 0
      }
      const candidates = await count(precisely(question, false))
      if (!needsText(question)) return { count: candidates, exact: true }
      if (candidates > ctx.policyOf().exactTotalCandidates) return { count: candidates, exact: false }
      return { count: await count(precisely(question, true)), exact: true }
    }),
  )

export type Order = 'NEWEST' | 'DEADLINE' | 'WAGE'

/** A row of the list: which posting by which of its texts, and the values that its place follows from. */
export interface Found {
  postingId: PostingRow['id']
  sheetId: PostingRow['sheetId']
  publishedAt: Date
  validUntil: string
  hourlyFrom: number
}

/** As the indexes lie: `desc nulls last`. */
const ORDERS = {
  NEWEST: { column: postingSearch.publishedAt, name: sql.raw('published_at'), type: sql.raw('timestamptz'), ascending: false },
  DEADLINE: { column: postingSearch.validUntil, name: sql.raw('valid_until'), type: sql.raw('date'), ascending: true },
  WAGE: { column: postingSearch.hourlyFrom, name: sql.raw('hourly_from'), type: sql.raw('int'), ascending: false },
} as const

const inWay = (order: Order, value: SQLWrapper) => (ORDERS[order].ascending ? sql`${value} asc` : sql`${value} desc nulls last`)

const rowsInOrder = (db: Pick<Db, 'select'>, order: Order, where: SQL | undefined) =>
  db
    .select({
      postingId: postingSearch.postingId,
      sheetId: postings.sheetId,
      publishedAt: postingSearch.publishedAt,
      validUntil: postingSearch.validUntil,
      hourlyFrom: postingSearch.hourlyFrom,
    })
    .from(postingSearch)
    .innerJoin(postings, eq(postings.id, postingSearch.postingId))
    .where(where)
    .orderBy(inWay(order, ORDERS[order].column), inWay(order, postingSearch.postingId))

/** Where the last page ended. */
export interface Place {
  value: string | number
  id: string
}

interface Edge<Value> {
  value: Value
  id: Value
}

function beyond(order: Order, { value, id }: Edge<unknown>, columns: Edge<SQLWrapper>): SQL {
  const { type, ascending } = ORDERS[order]
  return sql`(${columns.value}, ${columns.id}) ${sql.raw(ascending ? '>' : '<')} (${value}::${type}, ${id}::uuid)`
}

/** All postings, what most people ask, from the first or from a place on: the planner walks along the order by itself. */
const allOf = (order: Order, from: Edge<Placeholder> | null) =>
  statement((db, kind: Look['kind']) => {
    const look = openLook(kind)
    const along = from === null ? undefined : beyond(order, from, { value: ORDERS[order].column, id: postingSearch.postingId })
    return rowsInOrder(db, order, and(isOpenOn(look.today), listedPostings(look), along)).limit(sql.placeholder('rows'))
  })
const EDGE = { value: sql.placeholder('value'), id: sql.placeholder('id') }
const readAll = (from: Edge<Placeholder> | null) => ({
  NEWEST: allOf('NEWEST', from),
  DEADLINE: allOf('DEADLINE', from),
  WAGE: allOf('WAGE', from),
})
const [readFirst, readNext] = [readAll(null), readAll(EDGE)]

const asksNothing = ({ words, demands }: Question) => words.all.length + words.none.length + demands.length === 0

/** Rows looked at along the order until a page is full: about `all / found` for each row of it. Dearer than this, the index goes first. */
const WALK_LIMIT = 100
/** Wages go with words: whoever looks for a job that is paid little would walk past all the others. */
const WAGE_WALK_SHARE = 1 / 3

const walks = (order: Order, found: number, all: number): boolean =>
  found * found > WALK_LIMIT * all && (order !== 'WAGE' || found > all * WAGE_WALK_SHARE)

/** One page and a row more. Common questions walk along the order, rare ones take the index first and sort what it gave. */
export async function pageOfPostings(
  ctx: Context,
  question: Question,
  { order, first, after }: { order: Order; first: number; after: Place | null },
): Promise<Found[]> {
  const look = lookOf(ctx)
  const place = after && { value: after.value, id: uuidOfId('pst', after.id) }
  if (asksNothing(question)) return (place ? readNext : readFirst)[order](ctx.db, { ...look, ...place, rows: first + 1 }, look.kind)
  const [found, all] = await Promise.all([totalOf(ctx, question), totalOf(ctx, { ...question, ...EVERYTHING })])
  const { column, name } = ORDERS[order]
  const rows = (db: Pick<Db, 'select'>, where: SQL | undefined) => rowsInOrder(db, order, and(where, listedPostings(look))).limit(first + 1)
  if (walks(order, found.count, all.count)) {
    const along = place ? beyond(order, place, { value: column, id: postingSearch.postingId }) : undefined
    return inOrder(ctx, (db) => rows(db, and(rowByRow(question), along)))
  }
  const candidate = { value: sql`m.${name}`, id: sql`m.posting_id` }
  const candidates = sql`(
    with m as materialized (select ${postingSearch.postingId}, ${column} from ${postingSearch} where ${precisely(question, true)})
    select m.posting_id from m where ${place ? beyond(order, place, candidate) : sql`true`} order by ${inWay(order, candidate.value)}, ${inWay(order, candidate.id)} limit ${first + 1})`
  return withIndex(ctx, (db) => rows(db, inArray(postingSearch.postingId, candidates)))
}

const EVERYTHING = { words: { all: [], none: [], shortened: false }, titleOnly: false, demands: [] }
