import { and, arrayContains, arrayOverlaps, asc, desc, eq, gte, inArray, like, lte, not, notLike, or, sql, type SQL } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { uuidOfId } from '../../kernel/ids.ts'
import { isExact, readWords, tokensOfWord, type Word, type Words } from '../../kernel/tokens.ts'
import type { Db } from '../../platform/db/connect.ts'
import { remembered } from './postings.search.cache.ts'
import { bitOf, type Demand, demandsOf, type SearchFilter, tokensOfDemand } from './postings.search.rules.ts'
import { type PostingRow, postings, postingSearch } from './postings.table.ts'
import { searchClassOf, visiblePostings } from './postings.visible.queries.ts'

/** One search, read: what is asked, of whom, on which day. */
export interface Question {
  viewerClass: 'public' | 'seeker'
  today: string
  words: Words
  demands: readonly Demand[]
}

export async function questionOf(ctx: Context, filter: SearchFilter): Promise<Question> {
  const today = ctx.today()
  return { viewerClass: await searchClassOf(ctx), today, words: readWords(filter.words ?? ''), demands: demandsOf(filter, today) }
}

/** R25: the viewer's class picks the column; the other one is never read. */
const columnsOf = ({ viewerClass }: Question) =>
  viewerClass === 'seeker'
    ? { tokens: postingSearch.seekerTokens, text: postingSearch.seekerText }
    : { tokens: postingSearch.publicTokens, text: postingSearch.publicText }

const isOpenOn = (today: string) => gte(postingSearch.validUntil, today)
const nothing = sql`false`
const holds = (question: Question, word: Word) => like(columnsOf(question).text, `%${word.text}%`)

/** By the token index: exact for filters and words of up to two characters, candidates for longer ones. */
export function byIndex(question: Question): SQL[] {
  const { tokens } = columnsOf(question)
  const required: number[] = []
  const conditions: SQL[] = [isOpenOn(question.today)]
  for (const group of question.words.all) {
    const choices = group.map((word) => tokensOfWord(word.text))
    if (choices.length === 1) required.push(...choices.flat())
    else if (choices.every((choice) => choice.length === 1)) conditions.push(arrayOverlaps(tokens, choices.flat()))
    else conditions.push(or(...choices.map((choice) => arrayContains(tokens, choice))) ?? nothing)
  }
  for (const demand of question.demands) {
    const values = tokensOfDemand(demand)
    if (values === null) conditions.push(byColumn(demand))
    else if (values.length === 1) required.push(...values)
    else conditions.push(values.length === 0 ? nothing : arrayOverlaps(tokens, values))
  }
  if (required.length > 0) conditions.push(arrayContains(tokens, [...new Set(required)]))
  for (const word of question.words.none) if (isExact(word.text)) conditions.push(not(arrayContains(tokens, tokensOfWord(word.text))))
  return conditions
}

/** What the tokens cannot decide: longer words in the text itself. */
function byText(question: Question): SQL[] {
  const { all, none } = question.words
  const long = all.filter((group) => !group.every((word) => isExact(word.text)))
  return [
    ...long.map((group) => or(...group.map((word) => holds(question, word))) ?? nothing),
    ...none.filter((word) => !isExact(word.text)).map((word) => notLike(columnsOf(question).text, `%${word.text}%`)),
  ]
}

function byColumn(demand: Demand): SQL {
  if ('anyOf' in demand) return or(...demand.anyOf.map(({ column, numbers }) => inArray(postingSearch[column], numbers))) ?? nothing
  if ('flag' in demand) return sql`${postingSearch.flags} & ${sql.raw(String(bitOf(demand.flag)))} <> 0`
  if ('since' in demand) return gte(postingSearch.acceptedOn, demand.since)
  return 'to' in demand ? lte(postingSearch.overtimeHours, demand.to) : gte(postingSearch[demand.column], demand.from)
}

/** The same question without the index: what a walk along the order looks at row by row. */
export const byRow = (question: Question): SQL[] => [
  isOpenOn(question.today),
  ...question.demands.map(byColumn),
  ...question.words.all.map((group) => or(...group.map((word) => holds(question, word))) ?? nothing),
  ...question.words.none.map((word) => notLike(columnsOf(question).text, `%${word.text}%`)),
]

/** Candidates and, unless they are too many to look at each, the longer words in them. */
export const precisely = (question: Question, exact: boolean): SQL | undefined =>
  and(...byIndex(question), ...(exact ? byText(question) : []))

/** PostgreSQL takes token conditions for cheap and scans small tables through: in here it does not. */
export const withIndex = <T>(ctx: Context, read: (db: Pick<Db, 'select' | 'execute'>) => Promise<T>): Promise<T> =>
  ctx.db.transaction(
    async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return read(tx)
    },
    { accessMode: 'read only' },
  )

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
      if (byText(question).length === 0) return { count: candidates, exact: true }
      if (candidates > ctx.policyOf().exactTotalCandidates) return { count: candidates, exact: false }
      return { count: await count(precisely(question, true)), exact: true }
    }),
  )

export type Order = 'NEWEST' | 'DEADLINE' | 'WAGE'

/** A row of the list with the values that its place follows from. */
export interface Found {
  posting: PostingRow
  publishedAt: Date
  validUntil: string
  hourlyFrom: number
}

const ORDERS = {
  NEWEST: { column: postingSearch.publishedAt, name: sql.raw('published_at'), type: sql.raw('timestamptz'), way: desc },
  DEADLINE: { column: postingSearch.validUntil, name: sql.raw('valid_until'), type: sql.raw('date'), way: asc },
  WAGE: { column: postingSearch.hourlyFrom, name: sql.raw('hourly_from'), type: sql.raw('int'), way: desc },
} as const

/** Where the last page ended. */
export interface Place {
  value: string | number
  id: string
}

function beyond(order: Order, after: Place | null): SQL | undefined {
  if (after === null) return undefined
  const { column, type, way } = ORDERS[order]
  const place = sql`(${after.value}::${type}, ${uuidOfId('pst', after.id)}::uuid)`
  return way === desc ? sql`(${column}, ${postingSearch.postingId}) < ${place}` : sql`(${column}, ${postingSearch.postingId}) > ${place}`
}

/** Rows looked at along the order until a page is full: about `all / found` for each row of it. Dearer than this, the index goes first. */
const WALK_LIMIT = 100

/** One page and a row more. Common questions walk along the order, rare ones take the index first and sort what it gave. */
export async function pageOfPostings(
  ctx: Context,
  question: Question,
  { order, first, after }: { order: Order; first: number; after: Place | null },
): Promise<Found[]> {
  const [found, all] = await Promise.all([totalOf(ctx, question), totalOf(ctx, { ...question, words: NO_WORDS, demands: [] })])
  const walks = found.count * found.count > WALK_LIMIT * all.count
  const { column, name, way } = ORDERS[order]
  const rows = (db: Pick<Db, 'select'>, where: SQL | undefined) =>
    db
      .select({
        posting: postings,
        publishedAt: postingSearch.publishedAt,
        validUntil: postingSearch.validUntil,
        hourlyFrom: postingSearch.hourlyFrom,
      })
      .from(postingSearch)
      .innerJoin(postings, eq(postings.id, postingSearch.postingId))
      .where(and(where, visiblePostings(ctx)))
      .orderBy(way(column), way(postingSearch.postingId))
      .limit(first + 1)
  if (walks) return rows(ctx.db, and(...byRow(question), beyond(order, after)))
  const candidates = sql`(
    with m as materialized (
      select ${postingSearch.postingId}, ${column} from ${postingSearch} where ${and(precisely(question, true), beyond(order, after))}
    ) select posting_id from m order by ${way(name as never)}, ${way(sql.raw('posting_id') as never)} limit ${first + 1})`
  return withIndex(ctx, (db) => rows(db, inArray(postingSearch.postingId, candidates)))
}

const NO_WORDS: Words = { all: [], none: [], shortened: false }
