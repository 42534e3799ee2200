import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Field, inputClass } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { changed, type JobsSearch, postingNumberOf } from './jobs-search.ts'
import { lastPlace } from './last-place.ts'

interface SearchCardProps {
  prefectures: readonly { code: string; name: string }[]
  occupations: readonly { code: string; name: string }[]
  workTimes: readonly { value: string; label: string }[]
}

/** Words or a number, a place and an occupation; a number leads straight to its posting (PAGES 2.1). */
export function SearchCard({ prefectures, occupations, workTimes }: SearchCardProps) {
  const { t } = useTranslation('public')
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [place, setPlace] = useState(() => lastPlace.read())
  const [major, setMajor] = useState('')
  const [times, setTimes] = useState(() => workTimes.map(({ value }) => value))
  const send = () => {
    const postingNumber = postingNumberOf(q)
    if (postingNumber) return void navigate({ to: '/jobs/$postingNumber', params: { postingNumber } })
    lastPlace.write(place)
    const search: JobsSearch = changed(
      {},
      {
        q: q.trim(),
        pref: place === '' ? undefined : [place],
        major: major === '' ? undefined : [major],
        time: times.length === workTimes.length ? undefined : times,
      },
    )
    void navigate({ to: '/jobs', search })
  }
  const options = (list: readonly { code: string; name: string }[]) => list.map(({ code, name }) => ({ value: code, label: name }))
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
            <div className="relative">
              <input
                id={ids.id}
                className={inputClass(ids, 'full', 'pl-11')}
                type="search"
                enterKeyHint="search"
                aria-describedby={ids.describedBy}
                value={q}
                onChange={(event) => setQ(event.target.value)}
              />
              <span className="mute absolute bottom-3 left-3">
                <Icon of={Search} />
              </span>
            </div>
          )}
        </Field>
        <Select
          label={t('search.place')}
          mark={false}
          value={place}
          onChange={setPlace}
          options={options(prefectures)}
          empty={t('filter.wholeCountry')}
        />
        <Select
          label={t('search.occupation')}
          mark={false}
          value={major}
          onChange={setMajor}
          options={options(occupations)}
          empty={t('search.any')}
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
