import type { JstDate } from '../src/kernel/calendar.ts'
import { readWords, tokensOfWord } from '../src/kernel/tokens.ts'
import { demandsOf, type SearchFilter, tokensOfDemand } from '../src/modules/postings/postings.search.filter.rules.ts'

/** All that a row must hold. Exact for words of up to two characters; the bench asks no others. */
export function tokensOf(filter: SearchFilter, today: JstDate): number[] {
  const words = readWords(filter.words ?? '').all.flatMap((group) => group.flatMap(({ text }) => tokensOfWord(text)))
  return [...words, ...demandsOf(filter, today).flatMap((demand) => tokensOfDemand(demand) ?? [])]
}
