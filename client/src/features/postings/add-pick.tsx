import { Search } from 'lucide-react'
import { useState } from 'react'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import { useSuggestionGroups } from './suggestion-groups.ts'
import { type Suggestion, type SuggestionKind, useSuggestions } from './use-suggestions.ts'

const SHOWN = 12

/** Looks an occupation or a place up by name, reading or everyday word and adds it to the conditions. */
export function AddPick(props: { label: string; kinds: readonly SuggestionKind[]; onPick: (suggestion: Suggestion) => void }) {
  const { label, kinds, onPick } = props
  const [text, setText] = useState('')
  const { groups, suggestionOf } = useSuggestionGroups(useSuggestions(text, kinds, { first: SHOWN, skip: text.trim() === '' }))
  return (
    <div className="my-1">
      <p className="small sub" aria-hidden="true">
        {label}
      </p>
      <SuggestBox
        small
        icon={Search}
        label={label}
        value={text}
        onChange={setText}
        groups={groups}
        onChoose={(key) => {
          const suggestion = suggestionOf(key)
          if (!suggestion) return
          setText('')
          onPick(suggestion)
        }}
      />
    </div>
  )
}
