import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/choices.tsx'
import { Icon } from '../../ui/icon.tsx'
import { changed, type JobsSearch, postingNumberOf, withPlaceOrOccupation } from './jobs-search.ts'
import { WordsBox } from './words-box.tsx'

/** Words are sent with a press, a suggestion becomes a condition; a posting number goes straight to its posting. */
export function SearchLine(props: { search: JobsSearch; onSearch: (search: JobsSearch) => void }) {
  const { search, onSearch } = props
  const { t } = useTranslation('public')
  const navigate = useNavigate()
  const [text, setText] = useState(search.q ?? '')
  const send = () => {
    const postingNumber = postingNumberOf(text)
    if (postingNumber) void navigate({ to: '/jobs/$postingNumber', params: { postingNumber } })
    else onSearch(changed(search, { q: text.trim() }))
  }
  return (
    <form
      role="search"
      className="no-print"
      aria-label={t('search.label')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {!search.q && (
        <p className="small sub mb-1">
          <b>{t('search.words')}</b> <span className="inline-block">{t('search.hint')}</span>
        </p>
      )}
      <div className="flex gap-2">
        <div className="flex-1">
          <WordsBox
            text={text}
            onText={setText}
            onSend={send}
            onPick={(suggestion, rest) => onSearch(changed(withPlaceOrOccupation(search, suggestion), { q: rest.trim() }))}
          />
        </div>
        <Button variant="primary" type="submit">
          <span className="hidden sm:inline">{t('search.go')}</span>
          <span className="sm:hidden">
            <Icon of={Search} />
            <span className="sr">{t('search.go')}</span>
          </span>
        </Button>
      </div>
      {search.q && (
        <Check checked={search.title === true} onChange={(on) => onSearch(changed(search, { title: on || undefined }))}>
          {t('search.titleOnly')}
        </Check>
      )}
    </form>
  )
}
