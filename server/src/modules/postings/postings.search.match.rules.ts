import type { Word } from '../../kernel/tokens.ts'
import { receiverBit } from './postings.provision.rules.ts'
import type { Demand, Question } from './postings.search.filter.rules.ts'
import { fitsFreeTime } from './postings.search.hours.rules.ts'
import { bitOf } from './postings.search.marks.rules.ts'
import type { SearchRow } from './postings.search.rules.ts'

/** What decides: the row as `publish` writes it, tokens aside. */
export type MatchableRow = Omit<SearchRow, 'publicTokens' | 'seekerTokens' | 'titleTokens' | 'edition'>

/** The database's answer for a single posting, without the database: for postings just published and searches that wait for them. */
export function matches({ viewerClass, receiver, today, words, titleOnly, demands }: Question, row: MatchableRow): boolean {
  const whole = viewerClass === 'seeker' ? row.seekerText : row.publicText
  const text = titleOnly ? whole.slice(0, whole.indexOf('\n')) : whole
  const holds = ({ text: word, number }: Word) => text.includes(number === undefined ? word : `\n${word}\n`)
  return (
    row.validUntil >= today &&
    (receiver === null || (row.provided & receiverBit(receiver)) !== 0) &&
    demands.every((demand) => meets(row, demand)) &&
    words.all.every((group) => group.some(holds)) &&
    !words.none.some(holds)
  )
}

function meets(row: MatchableRow, demand: Demand): boolean {
  if ('anyOf' in demand) return demand.anyOf.some(({ column, numbers }) => numbers.includes(row[column]))
  if ('mark' in demand) return (row[demand.mark.column] & bitOf(demand.mark)) !== 0
  if ('since' in demand) return row.acceptedOn >= demand.since
  if ('to' in demand) return row[demand.column] <= demand.to
  if ('from' in demand) return row[demand.column] >= demand.from
  if ('age' in demand) return row.ageFrom <= demand.age && row.ageTo >= demand.age
  return [row.hours1, row.hours2, row.hours3, row.hours4].some((hours) => hours !== null && fitsFreeTime(hours, demand.freeTime))
}
