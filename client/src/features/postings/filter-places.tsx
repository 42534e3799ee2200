import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../ui/format.ts'
import type { ListEntry } from '../../ui/search-list.tsx'
import { InlineSelect } from '../../ui/select.tsx'
import { AddPick } from './add-pick.tsx'
import { Boxes, type FacetValue, Group, LongChoice, type Panel } from './filter-parts.tsx'
import { withPlaceOrOccupation } from './jobs-search.ts'
import { OCCUPATIONS, PLACES } from './use-suggestions.ts'

const SHOWN_FIRST = 5

/**
 * The chosen ones and the largest few, in the order of the list. What was once shown stays while the topic is the same,
 * so that counts change and rows do not move under the finger.
 */
function useMost(values: readonly FacetValue[], chosen: readonly string[] | undefined, topic: string): FacetValue[] {
  const [kept, setKept] = useState<{ topic: string; values: readonly string[] }>({ topic, values: [] })
  const known = kept.topic === topic ? kept.values : []
  const largest = values
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ value }) => value)
  const more = largest.filter((value) => !known.includes(value)).slice(0, Math.max(0, SHOWN_FIRST - known.length))
  const shown = [...new Set([...known, ...more, ...(chosen ?? [])])]
  if (kept.topic !== topic || shown.length !== kept.values.length) setKept({ topic, values: shown })
  return values.filter(({ value }) => shown.includes(value))
}

/** A prefecture with its municipalities, or any place by its name or reading. */
export function PlaceGroup({ panel, prefectures }: { panel: Panel; prefectures: readonly { code: string; name: string }[] }) {
  const { search, change, of } = panel
  const { t } = useTranslation('public')
  const places = new Set([...(search.pref ?? []), ...(search.muni ?? []).map((code) => code.slice(0, 2))])
  const [prefecture] = places.size === 1 ? places : []
  const counts = new Map(of('prefectureCodes').map(({ value, count }) => [value, count]))
  const municipalities = of('municipalityCodes')
  const most = useMost(municipalities, search.muni, prefecture ?? '')
  return (
    <Group title={t('filter.place')}>
      <AddPick
        label={t('filter.findPlace')}
        kinds={PLACES}
        onPick={(pick) => change({ pref: withPlaceOrOccupation(search, pick).pref, muni: withPlaceOrOccupation(search, pick).muni })}
      />
      <InlineSelect
        label={t('filter.prefecture')}
        value={prefecture ?? ''}
        empty={t(places.size > 1 ? 'filter.severalPrefectures' : 'filter.wholeCountry')}
        options={prefectures.map(({ code, name }) => {
          const count = counts.get(code)
          return { value: code, label: count === undefined ? name : t('filter.withCount', { label: name, number: formatNumber(count) }) }
        })}
        onChange={(code) => change({ pref: code === '' ? undefined : [code], muni: undefined })}
      />
      {(prefecture !== undefined || search.muni) && <Boxes panel={panel} list="muni" values={most} />}
      {prefecture !== undefined && municipalities.length > SHOWN_FIRST && (
        <LongChoice
          button={t('filter.allMunicipalities')}
          entries={municipalities.filter(({ count }) => count > 0).map(({ value, label, count }) => ({ value, label, count }))}
          value={search.muni ?? []}
          onChange={(muni) => change({ muni, pref: [prefecture] })}
        />
      )}
    </Group>
  )
}

interface Major {
  code: string
  name: string
  middles: readonly { code: string; name: string }[]
}
const MAJOR = 'major:'

/** The largest classes, the whole tree in a window, or any by everyday words. */
export function OccupationGroup({ panel, occupations }: { panel: Panel; occupations: readonly Major[] }) {
  const { search, change, of } = panel
  const { t } = useTranslation('public')
  const majors = of('occupationMajors')
  const middles = of('occupationCodes').filter(({ value }) => search.occ?.includes(value))
  return (
    <Group title={t('filter.occupation')}>
      <AddPick
        label={t('filter.findOccupation')}
        kinds={OCCUPATIONS}
        onPick={(pick) => change({ major: withPlaceOrOccupation(search, pick).major, occ: withPlaceOrOccupation(search, pick).occ })}
      />
      <Boxes panel={panel} list="major" values={useMost(majors, search.major, '')} />
      <Boxes panel={panel} list="occ" values={middles} />
      <LongChoice
        button={t('filter.allOccupations')}
        entries={entriesOf(occupations, new Map([...majors, ...of('occupationCodes')].map(({ value, count }) => [value, count])))}
        value={[...(search.major ?? []).map((code) => `${MAJOR}${code}`), ...(search.occ ?? [])]}
        onChange={(codes) =>
          change({
            major: codes.filter((code) => code.startsWith(MAJOR)).map((code) => code.slice(MAJOR.length)),
            occ: codes.filter((code) => !code.startsWith(MAJOR)),
          })
        }
      />
    </Group>
  )
}

const entriesOf = (majors: readonly Major[], counts: ReadonlyMap<string, number>): ListEntry[] =>
  majors.flatMap(({ code, name, middles }) => [
    { value: `${MAJOR}${code}`, label: name, count: counts.get(code) },
    ...middles.map((middle) => ({
      value: middle.code,
      label: middle.name,
      parent: `${MAJOR}${code}`,
      words: name,
      count: counts.get(middle.code) ?? 0,
    })),
  ])

/** The largest industries, the others in a window. */
export function IndustryGroup({ panel }: { panel: Panel }) {
  const { search, change, of } = panel
  const { t } = useTranslation('public')
  const industries = of('industryCodes')
  return (
    <Group title={t('filter.industry')} closed={!search.ind}>
      <Boxes panel={panel} list="ind" values={useMost(industries, search.ind, '')} />
      <LongChoice
        button={t('filter.allIndustries')}
        entries={industries.map(({ value, label, count }) => ({ value, label, count }))}
        value={search.ind ?? []}
        onChange={(ind) => change({ ind })}
      />
    </Group>
  )
}
