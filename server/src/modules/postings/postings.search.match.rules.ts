import type { Word } from '../../kernel/tokens.ts'
import type { Demand, Question } from './postings.search.filter.rules.ts'
import { bitOf, type SearchRow } from './postings.search.rules.ts'

/** What decides: the row as `publish` writes it, tokens aside. */
type Decisive = Omit<SearchRow, 'publicTokens' | 'seekerTokens'>

/** The database's answer for a single posting, without the database: for postings just published and searches that wait for them. */
export function matches({ viewerClass, today, words, demands }: Question, row: Decisive): boolean {
  const text = viewerClass === 'seeker' ? row.seekerText : row.publicText
  const holds = (word: Word) => text.includes(word.text)
  return (
    row.validUntil >= today &&
    demands.every((demand) => meets(row, demand)) &&
    words.all.every((group) => group.some(holds)) &&
    !words.none.some(holds)
  )
}

function meets(row: Decisive, demand: Demand): boolean {
  if ('anyOf' in demand) return demand.anyOf.some(({ column, numbers }) => numbers.includes(row[column]))
  if ('flag' in demand) return (row.flags & bitOf(demand.flag)) !== 0
  if ('since' in demand) return row.acceptedOn >= demand.since
  if ('to' in demand) return row.overtimeHours <= demand.to
  return row[demand.column] >= demand.from
}
