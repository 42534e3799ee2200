import type { JstDate } from '../../kernel/calendar.ts'
import type { Word, Words } from '../../kernel/tokens.ts'
import { bitOf, type Demand, type ValueColumn } from './postings.search.rules.ts'

/** What decides: the row as `publish` writes it, tokens aside. */
export interface MatchableRow extends Record<ValueColumn | 'hourlyFrom' | 'monthlyFrom' | 'yearlyHolidays' | 'overtimeHours', number> {
  publicText: string
  seekerText: string
  flags: number
  acceptedOn: JstDate
  validUntil: JstDate
}

/** The database's answer for a single posting, without the database: for postings just published and searches that wait for them. */
export function matches(
  { viewerClass, today, words, demands }: { viewerClass: 'public' | 'seeker'; today: string; words: Words; demands: readonly Demand[] },
  row: MatchableRow,
): boolean {
  const text = viewerClass === 'seeker' ? row.seekerText : row.publicText
  const holds = (word: Word) => text.includes(word.text)
  return (
    row.validUntil >= today &&
    demands.every((demand) => meets(row, demand)) &&
    words.all.every((group) => group.some(holds)) &&
    !words.none.some(holds)
  )
}

function meets(row: MatchableRow, demand: Demand): boolean {
  if ('anyOf' in demand) return demand.anyOf.some(({ column, numbers }) => numbers.includes(row[column]))
  if ('flag' in demand) return (row.flags & bitOf(demand.flag)) !== 0
  if ('since' in demand) return row.acceptedOn >= demand.since
  if ('to' in demand) return row.overtimeHours <= demand.to
  return row[demand.column] >= demand.from
}
