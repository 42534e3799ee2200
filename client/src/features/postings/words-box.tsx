import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ControlIds } from '../../ui/field.tsx'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import { useSuggestionGroups } from './suggestion-groups.ts'
import { OCCUPATIONS, PLACES, type Suggestion, useSuggestions } from './use-suggestions.ts'

const KINDS = [...OCCUPATIONS, ...PLACES]
const SHOWN = 6
const WORDS = 'words'
/** The word being written: behind the last space, unless it is excluded, quoted or an operator. */
const LAST_WORD = /(?:^|[\s\u3000])([^\s\u3000"“”„－-][^\s\u3000"“”„]*)$/u

interface WordsBoxProps {
  text: string
  onText: (text: string) => void
  onSend: () => void
  /** A suggestion stands for the word being written; `rest` is what was written before it. */
  onPick: (suggestion: Suggestion, rest: string) => void
  ids?: ControlIds | undefined
}

/** The words of a search, with occupations and places that the last of them may mean. */
export function WordsBox({ text, onText, onSend, onPick, ids }: WordsBoxProps) {
  const { t } = useTranslation('public')
  const [writing, setWriting] = useState(false)
  const word = LAST_WORD.exec(text)?.[1] ?? ''
  const open = writing && word !== '' && word !== 'OR'
  const suggestions = useSuggestions(word, KINDS, { first: SHOWN, skip: !open })
  const { groups, suggestionOf } = useSuggestionGroups(suggestions)
  const byWords = { title: t('search.asWords'), options: [{ key: WORDS, label: t('search.byWords', { text: text.trim() }) }] }
  const finish = (act: () => void) => {
    setWriting(false)
    act()
  }
  return (
    <SuggestBox
      label={t('search.words')}
      ids={ids}
      icon={Search}
      value={text}
      onChange={(next) => {
        setWriting(next !== text)
        onText(next)
      }}
      groups={open ? [...groups, byWords] : []}
      onChoose={(key) => {
        const suggestion = suggestionOf(key)
        if (key === WORDS) return finish(onSend)
        if (!suggestion) return
        const rest = text.slice(0, text.length - word.length)
        finish(() => {
          onText(rest)
          onPick(suggestion, rest)
        })
      }}
      onEnter={() => finish(onSend)}
      onLeave={() => setWriting(false)}
    />
  )
}
