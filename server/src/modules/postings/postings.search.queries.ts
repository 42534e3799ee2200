import {
  and,
  arrayContains,
  arrayOverlaps,
  eq,
  gte,
  inArray,
  like,
  lte,
  not,
  notLike,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import { uuidOfId } from '../../kernel/ids.ts'
import { isExact, readWords, tokensOfWord, type Word, type Words } from '../../kernel/tokens.ts'
import type { Db } from '../../platform/db/connect.ts'
import { remembered } from './postings.search.cache.ts'
import { type Demand, demandsOf, type Question, type SearchFilter, tokensOfDemand } from './postings.search.filter.rules.ts'
import { type FreeTime, PACKED, shiftsOf } from './postings.search.hours.rules.ts'
import { bitOf } from './postings.search.marks.rules.ts'
import { type PostingRow, postings, postingSearch } from './postings.table.ts'
import { isProvided, listedPostings, receiverOf, searchClassOf } from './postings.visible.queries.ts'

export async function questionOf(ctx: Context, filter: SearchFilter): Promise<Question> {
  const today = ctx.today()
  const [words, demands] = [readWords(filter.words ?? ''), demandsOf(filter, today)]
  const viewerClass = await searchClassOf(ctx)
  return { viewerClass, receiver: receiverOf(ctx.viewer), today, words, titleOnly: filter.titleOnly === true, demands }
}

/** R25: the viewer's class picks the column; the other one is never read. 職種 is the first line of both. */
function columnsOf({ viewerClass, titleOnly }: Question) {
  const { publicTokens, seekerTokens, titleTokens, publicText, seekerText } = postingSearch
  const values = viewerClass === 'seeker' ? seekerTokens : publicTokens
  if (titleOnly) return { values, tokens: titleTokens, text: sql`split_part(${publicText}, E'\n', 1)` }
  return { values, tokens: values, text: sql`${viewerClass === 'seeker' ? seekerText : publicText}` }
}

/** Written so that no other index offers itself beside the tokens' one: the planner takes it for the cheaper (DATABASE.md 2). */
const isOpenOn = (today: string) => sql`${postingSearch.validUntil} - ${today}::date >= 0`
const isInReach = ({ today, receiver }: Question): SQL[] => [isOpenOn(today), ...(receiver === null ? [] : [isProvided(receiver)])]
const nothing = sql`false`
const holds = (question: Question, word: Word) => like(columnsOf(question).text, `%${word.text}%`)

/** By the token index: exact for filters and words of up to two characters, candidates for longer ones. */
function byIndex(question: Question): SQL[] {
  const { tokens, values } = columnsOf(question)
  const conditions = isInReach(question)
  const required: number[] = []
  for (const group of question.words.all) {
    const choices = group.map((word) => tokensOfWord(word.text))
    if (choices.length === 1) required.push(...choices.flat())
    else if (choices.every((choice) => choice.length === 1)) conditions.push(arrayOverlaps(tokens, choices.flat()))
    else conditions.push(or(...choices.map((choice) => arrayContains(tokens, choice))) ?? nothing)
  }
  const requiredValues = tokens === values ? required : []
  for (const demand of question.demands) {
    const choices = tokensOfDemand(demand)
    if (choices === null) conditions.push(byColumn(demand))
    else if (choices.length === 1) requiredValues.push(...choices)
    else conditions.push(choices.length === 0 ? nothing : arrayOverlaps(values, choices))
  }
  if (required.length > 0) conditions.push(arrayContains(tokens, [...new Set(required)]))
  if (requiredValues !== required && requiredValues.length > 0) conditions.push(arrayContains(values, requiredValues))
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
  if ('mark' in demand) return sql`${postingSearch[demand.mark.column]} & ${sql.raw(String(bitOf(demand.mark)))} <> 0`
  if ('since' in demand) return gte(postingSearch.acceptedOn, demand.since)
  if ('to' in demand) return lte(postingSearch[demand.column], demand.to)
  if ('from' in demand) return sql`${postingSearch[demand.column]} + 0 >= ${demand.from}`
  if ('age' in demand) return sql`${demand.age} between ${postingSearch.ageFrom} and ${postingSearch.ageTo}`
  const { hours1, hours2, hours3, hours4 } = postingSearch
  return or(...[hours1, hours2, hours3, hours4].map((hours) => fits(hours, demand.freeTime))) ?? nothing
}

/** `fitsFreeTime` in SQL. */
function fits(hours: SQLWrapper, free: FreeTime): SQL {
  const number = (value: number) => sql.raw(String(value))
  const from = sql`(${hours} >> ${number(PACKED.from)})`
  const until = sql`((${hours} >> ${number(PACKED.until)}) & ${number(PACKED.untilMask)})`
  const length = sql`(${hours} & ${number(PACKED.lengthMask)})`
  const ways = shiftsOf(free).map(
    (later) => sql`least(${until} + ${number(later)}, ${free.until}) - greatest(${from} + ${number(later)}, ${free.from}) >= ${length}`,
  )
  return or(...ways) ?? nothing
}

/** The same question without the index: what a walk along the order looks at row by row. */
export const rowByRow = (question: Question): SQL | undefined =>
  and(
    ...isInReach(question),
    ...question.demands.map(byColumn),
    ...question.words.all.map((group) => or(...group.map((word) => holds(question, word))) ?? nothing),
    ...question.words.none.map((word) => notLike(columnsOf(question).text, `%${word.text}%`)),
  )

/** Candidates and, unless they are too many to look at each, the longer words in them. */
export const precisely = (question: Question, exact: boolean): SQL | undefined =>
  and(...byIndex(question), ...(exact ? byText(question) : []))

type Reader = Pick<Db, 'select' | 'execute'>

/** A short read in which the planner may not do what it wrongly takes for cheap. */
const without = <T>(ctx: Context, ways: readonly string[], read: (db: Reader) => Promise<T>): Promise<T> =>
  ctx.db.transaction(
    async (tx) => {
      const off = ways.map((way) => sql`set_config(${`enable_${way}`}, 'off', true)`)
      await tx.execute(sql`select ${sql.join(off, sql`, `)}`)
      return read(tx)
    },
    { accessMode: 'read only' },
  )

/** Looking at tokens row by row is dear, and the planner does not know: small tables would be scanned through. */
export const withIndex = <T>(ctx: Context, read: (db: Reader) => Promise<T>): Promise<T> => without(ctx, ['seqscan'], read)

/** Along the order until the page is full. */
const inOrder = <T>(ctx: Context, read: (db: Reader) => Promise<T>): Promise<T> => without(ctx, ['seqscan', 'bitmapscan', 'sort'], read)

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

/** As the indexes lie: `desc nulls last`. */
const ORDERS = {
  NEWEST: { column: postingSearch.publishedAt, name: sql.raw('published_at'), type: sql.raw('timestamptz'), ascending: false },
  DEADLINE: { column: postingSearch.validUntil, name: sql.raw('valid_until'), type: sql.raw('date'), ascending: true },
  WAGE: { column: postingSearch.hourlyFrom, name: sql.raw('hourly_from'), type: sql.raw('int'), ascending: false },
} as const

/** Where the last page ended. */
export interface Place {
  value: string | number
  id: string
}

function beyond(order: Order, after: Place | null, columns: { value: SQLWrapper; id: SQLWrapper }): SQL | undefined {
  if (after === null) return undefined
  const { type, ascending } = ORDERS[order]
  const place = sql`(${after.value}::${type}, ${uuidOfId('pst', after.id)}::uuid)`
  return sql`(${columns.value}, ${columns.id}) ${sql.raw(ascending ? '>' : '<')} ${place}`
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
  const { column, name, ascending } = ORDERS[order]
  const inWay = (value: SQLWrapper) => (ascending ? sql`${value} asc` : sql`${value} desc nulls last`)
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
      .where(and(where, listedPostings(ctx)))
      .orderBy(inWay(column), inWay(postingSearch.postingId))
      .limit(first + 1)
  if (walks) {
    const along = beyond(order, after, { value: column, id: postingSearch.postingId })
    return inOrder(ctx, (db) => rows(db, and(rowByRow(question), along)))
  }
  const candidate = { value: sql`m.${name}`, id: sql`m.posting_id` }
  const candidates = sql`(
    with m as materialized (select ${postingSearch.postingId}, ${column} from ${postingSearch} where ${precisely(question, true)})
    select m.posting_id from m where ${beyond(order, after, candidate) ?? sql`true`} order by ${inWay(candidate.value)}, ${inWay(candidate.id)} limit ${first + 1})`
  return withIndex(ctx, (db) => rows(db, inArray(postingSearch.postingId, candidates)))
}

const NO_WORDS: Words = { all: [], none: [], shortened: false }
