import { useTranslation } from 'react-i18next'
import type { SuggestGroup } from '../../ui/suggest-box.tsx'
import type { Suggestion } from './use-suggestions.ts'

const keyOf = ({ kind, code }: Suggestion) => `${kind}:${code}`
const isPlace = ({ kind }: Suggestion) => kind === 'PREFECTURE' || kind === 'MUNICIPALITY'

/** Suggestions as the list shows them: occupations and places apart, the better group first. */
export function useSuggestionGroups(suggestions: readonly Suggestion[]) {
  const { t } = useTranslation('public')
  const option = (suggestion: Suggestion) => ({
    key: keyOf(suggestion),
    label: suggestion.name,
    note: (isPlace(suggestion) ? suggestion.within : suggestion.word) ?? undefined,
  })
  const group = (title: string, list: readonly Suggestion[]): SuggestGroup => ({ title, options: list.map(option) })
  const occupations = group(
    t('search.occupations'),
    suggestions.filter((one) => !isPlace(one)),
  )
  const places = group(t('search.places'), suggestions.filter(isPlace))
  const [best] = suggestions
  return {
    groups: best && isPlace(best) ? [places, occupations] : [occupations, places],
    suggestionOf: (key: string) => suggestions.find((one) => keyOf(one) === key),
  }
}
