import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import { useSuggestionGroups } from './suggestion-groups.ts'
import { type SuggestionKind, useSuggestions } from './use-suggestions.ts'

/** A place or an occupation that was chosen. */
export interface Pick {
  kind: SuggestionKind
  code: string
  name: string
}

const SHOWN = 12
/** The coarse list, to begin with. */
const ALL = 50

interface PickFieldProps {
  label: string
  hint: string
  kinds: readonly SuggestionKind[]
  pick: Pick | null
  onPick: (pick: Pick | null) => void
  /** What is written and not chosen. */
  typed: string
  onType: (text: string) => void
  onEnter: () => void
}

/** One place or occupation, by writing or from the list. */
export function PickField({ label, hint, kinds, pick, onPick, typed, onType, onEnter }: PickFieldProps) {
  const [focused, setFocused] = useState(false)
  const text = pick === null ? typed : ''
  const suggestions = useSuggestions(text, kinds, { first: text.trim() === '' ? ALL : SHOWN, skip: !focused })
  const { groups, suggestionOf } = useSuggestionGroups(suggestions)
  return (
    <Field label={label} hint={hint} mark={false}>
      {(ids) => (
        <SuggestBox
          label={label}
          ids={ids}
          atOnce
          value={pick?.name ?? typed}
          onChange={(next) => {
            if (next === (pick?.name ?? typed)) return
            onPick(null)
            onType(next)
          }}
          groups={groups}
          onChoose={(key) => {
            const suggestion = suggestionOf(key)
            if (!suggestion) return
            onType('')
            onPick({ kind: suggestion.kind, code: suggestion.code, name: suggestion.name })
          }}
          onFocus={() => setFocused(true)}
          onEnter={onEnter}
        />
      )}
    </Field>
  )
}
