import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { changed, type JobsSearch, postingNumberOf, withPlaceOrOccupation } from './jobs-search.ts'
import { lastPlace } from './last-place.ts'
import { type Pick, PickField } from './pick-field.tsx'
import { OCCUPATIONS, PLACES } from './use-suggestions.ts'
import { WordsBox } from './words-box.tsx'

interface SearchCardProps {
  workTimes: readonly { value: string; label: string }[]
}

/** Words or a number, a place and an occupation; a number leads straight to its posting (PAGES 2.1). */
export function SearchCard({ workTimes }: SearchCardProps) {
  const { t } = useTranslation('public')
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [place, setPlace] = useState<Pick | null>(() => lastPlace.read())
  const [occupation, setOccupation] = useState<Pick | null>(null)
  const [typed, setTyped] = useState({ place: '', occupation: '' })
  const [times, setTimes] = useState(() => workTimes.map(({ value }) => value))
  const send = () => {
    const postingNumber = postingNumberOf(q)
    if (postingNumber) return void navigate({ to: '/jobs/$postingNumber', params: { postingNumber } })
    lastPlace.write(place)
    // What was written without choosing is looked for as words.
    const words = [q, typed.place, typed.occupation].map((text) => text.trim()).filter((text) => text !== '')
    const chosen = [place, occupation].filter((pick) => pick !== null)
    const search = chosen.reduce<JobsSearch>(
      withPlaceOrOccupation,
      changed({}, { q: words.join(' '), time: times.length === workTimes.length ? undefined : times }),
    )
    void navigate({ to: '/jobs', search })
  }
  return (
    <form
      className="card mt-5"
      role="search"
      aria-label={t('search.label')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={t('search.words')} hint={t('search.hint')} mark={false} className="md:col-span-2">
          {(ids) => (
            <WordsBox
              ids={ids}
              text={q}
              onText={setQ}
              onSend={send}
              onPick={(suggestion) => (isPlace(suggestion) ? setPlace(suggestion) : setOccupation(suggestion))}
            />
          )}
        </Field>
        <PickField
          label={t('search.place')}
          hint={t('search.placeHint')}
          kinds={PLACES}
          pick={place}
          onPick={setPlace}
          typed={typed.place}
          onType={(text) => setTyped({ ...typed, place: text })}
          onEnter={send}
        />
        <PickField
          label={t('search.occupation')}
          hint={t('search.occupationHint')}
          kinds={OCCUPATIONS}
          pick={occupation}
          onPick={setOccupation}
          typed={typed.occupation}
          onType={(text) => setTyped({ ...typed, occupation: text })}
          onEnter={send}
        />
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Checks
          label={<span className="sr">{t('search.work')}</span>}
          mark={false}
          row
          value={times}
          onChange={setTimes}
          options={workTimes}
          className="legend-hidden"
        />
        <Button variant="primary" type="submit" icon={Search} className="w-full md:ml-auto md:w-auto md:min-w-48">
          {t('search.goJobs')}
        </Button>
      </div>
    </form>
  )
}

const isPlace = ({ kind }: Pick) => kind === 'PREFECTURE' || kind === 'MUNICIPALITY'
