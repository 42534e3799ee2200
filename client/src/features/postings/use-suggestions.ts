import { useQuery } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { graphql, type ResultOf, type VariablesOf } from '../../graph/graphql.ts'

const SearchSuggestions = graphql(`
  query SearchSuggestions($text: String!, $first: Int!, $kinds: [SuggestionKind!]!) {
    searchSuggestions(text: $text, first: $first, kinds: $kinds) {
      kind
      code
      name
      within
      word
    }
  }
`)
export type Suggestion = ResultOf<typeof SearchSuggestions>['searchSuggestions'][number]
export type SuggestionKind = VariablesOf<typeof SearchSuggestions>['kinds'][number]

export const OCCUPATIONS = ['OCCUPATION_MAJOR', 'OCCUPATION'] as const satisfies readonly SuggestionKind[]
export const PLACES = ['PREFECTURE', 'MUNICIPALITY'] as const satisfies readonly SuggestionKind[]

/** Milliseconds without a key until the server is asked. */
const PAUSE = 120

/** What the text may mean; the last answer stays until the next one is there. */
export function useSuggestions(
  text: string,
  kinds: readonly SuggestionKind[],
  { first, skip }: { first: number; skip: boolean },
): readonly Suggestion[] {
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const { data, previousData } = useQuery(SearchSuggestions, {
    variables: { text: asked, first, kinds: [...kinds] },
    skip,
    fetchPolicy: 'cache-first',
  })
  return skip ? [] : ((data ?? previousData)?.searchSuggestions ?? [])
}
