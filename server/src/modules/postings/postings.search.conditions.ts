import {
  and,
  arrayContains,
  arrayOverlaps,
  gte,
  inArray,
  like,
  lte,
  not,
  or,
  type Param,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm'
import { isExact, tokensOfWord, type Word } from '../../kernel/tokens.ts'
import { type Demand, type Question, tokensOfDemand } from './postings.search.filter.rules.ts'
import { type FreeTime, PACKED, shiftsOf } from './postings.search.hours.rules.ts'
import { bitOf } from './postings.search.marks.rules.ts'
import { postings, postingSearch } from './postings.table.ts'
import { isProvided } from './postings.visible.queries.ts'

/** R25: the viewer's class picks the column; the other one is never read. 職種 is the first line of both. */
function columnsOf({ viewerClass, titleOnly }: Question) {
  const { publicTokens, seekerTokens, titleTokens, publicText, seekerText } = postingSearch
  const values = viewerClass === 'seeker' ? seekerTokens : publicTokens
  if (titleOnly) return { values, tokens: titleTokens, text: sql`split_part(${publicText}, E'\n', 1)` }
  return { values, tokens: values, text: sql`${viewerClass === 'seeker' ? seekerText : publicText}` }
}

/** Written so that no other index offers itself beside the tokens' one: the planner takes it for the cheaper (DATABASE.md 2). */
export const isOpenOn = (today: string | Param) => sql`${postingSearch.validUntil} - ${today}::date >= 0`
/** R26: a partner finds and counts only what is provided to it. */
const isInReach = ({ today, receiver }: Question): SQL[] => [isOpenOn(today), ...(receiver === null ? [] : [isProvided(receiver)])]
const nothing = sql`false`

function holds(question: Question, word: Word): SQL {
  const { text } = columnsOf(question)
  return like(text, word.number === undefined ? `%${word.text}%` : `%\n${word.text}\n%`)
}

/** Looked up among the numbers, which are unique; no title is a number. */
function hasNumber({ titleOnly }: Question, words: readonly Word[]): SQL {
  const numbers = words.flatMap(({ number }) => number ?? [])
  if (numbers.length === 0 || titleOnly) return nothing
  return sql`${postingSearch.postingId} in (select ${postings.id} from ${postings} where ${inArray(postings.postingNumber, numbers)})`
}

/** By the token index: exact for filters and words of up to two characters, candidates for longer ones. */
function byIndex(question: Question): SQL[] {
  const { tokens, values } = columnsOf(question)
  const conditions = isInReach(question)
  const required: number[] = []
  for (const group of question.words.all) {
    const choices = group.filter(({ number }) => number === undefined).map((word) => tokensOfWord(word.text))
    const numbered = choices.length < group.length
    if (choices.length === 1 && !numbered) required.push(...choices.flat())
    else if (choices.every((choice) => choice.length === 1) && !numbered) conditions.push(arrayOverlaps(tokens, choices.flat()))
    else conditions.push(or(...choices.map((choice) => arrayContains(tokens, choice)), hasNumber(question, group)) ?? nothing)
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
  return conditions
}

/** What the tokens cannot decide: longer words in the text itself. */
const byText = (question: Question): SQL[] =>
  question.words.all.filter(isLong).map((group) => or(...group.map((word) => holds(question, word))) ?? nothing)
const isLong = (group: readonly Word[]) => group.some((word) => word.number === undefined && !isExact(word.text))

/** Counting by tokens alone is not exact. */
export const needsText = ({ words }: Question): boolean => words.all.some(isLong) || words.none.some((word) => !isExact(word.text))

/** Unwanted words are found by the index like wanted ones, and their rows left out: no token is looked at row by row. */
function without(question: Question, found: readonly SQL[], exact: boolean): SQL[] {
  const { tokens } = columnsOf(question)
  const unwanted = question.words.none
    .filter((word) => exact || isExact(word.text))
    .map((word) => and(arrayContains(tokens, tokensOfWord(word.text)), isExact(word.text) ? undefined : holds(question, word)))
  if (unwanted.length === 0) return []
  return [
    sql`${postingSearch.postingId} not in (select ${postingSearch.postingId} from ${postingSearch} where ${and(...found, or(...unwanted))})`,
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
    ...question.words.none.map((word) => not(holds(question, word))),
  )

/** Candidates and, unless they are too many to look at each, the longer words in them. */
export function precisely(question: Question, exact: boolean): SQL | undefined {
  const found = byIndex(question)
  return and(...found, ...without(question, found, exact), ...(exact ? byText(question) : []))
}
