import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment, type ResultOf } from '../../graph/graphql.ts'
import { Check } from '../../ui/choices.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { ListEntry } from '../../ui/search-list.tsx'
import { InlineSelect } from '../../ui/select.tsx'
import { Amount, Group, LongChoice, WageFrom } from './filter-parts.tsx'
import { changed, type Flag, type JobsSearch } from './jobs-search.ts'

export const PostingFilters_connection = graphql(`
  fragment PostingFilters_connection on PostingConnection {
    facets {
      field
      values {
        value
        label
        count
      }
    }
  }
`)
export const PostingFilters_query = graphql(`
  fragment PostingFilters_query on Query {
    prefectures {
      code
      name
    }
    occupations {
      code
      name
      middles {
        code
        name
      }
    }
  }
`)
type FacetValue = ResultOf<typeof PostingFilters_connection>['facets'][number]['values'][number]

const OVERTIME = [0, 10, 20, 30, 45]
const HOLIDAYS = [105, 110, 115, 120, 125]
const NEW_DAYS = [1, 3, 7, 14]
const SHOWN_FIRST = 5

interface PostingFiltersProps {
  connection: FragmentOf<typeof PostingFilters_connection>
  query: FragmentOf<typeof PostingFilters_query>
  search: JobsSearch
  onChange: (search: JobsSearch) => void
}

/** Every condition of the search with the number of postings behind each choice (PAGES 2.2). */
export function PostingFilters(props: PostingFiltersProps) {
  const { search, onChange } = props
  const { facets } = readFragment(PostingFilters_connection, props.connection)
  const { prefectures, occupations } = readFragment(PostingFilters_query, props.query)
  const { t } = useTranslation('public')
  const of = (field: string) => facets.find((facet) => facet.field === field)?.values ?? []
  const change = (values: Parameters<typeof changed>[1]) => onChange(changed(search, values))
  const toggled = (list: readonly string[] | undefined, value: string, on: boolean) =>
    on ? [...(list ?? []), value] : (list ?? []).filter((one) => one !== value)
  const boxes = (values: readonly FacetValue[], chosen: readonly string[] | undefined, onList: (list: string[]) => void) =>
    values.map(({ value, label, count }) => (
      <Check key={value} checked={chosen?.includes(value) ?? false} count={count} onChange={(on) => onList(toggled(chosen, value, on))}>
        {label}
      </Check>
    ))
  const flags = (...names: Flag[]) =>
    names.map((flag) => {
      const [value] = of(flag)
      return (
        <Check
          key={flag}
          checked={search.flags?.includes(flag) ?? false}
          count={value?.count}
          onChange={(on) => change({ flags: toggled(search.flags, flag, on) as Flag[] })}
        >
          {value?.label ?? t(`filter.flag.${flag}`)}
        </Check>
      )
    })
  const prefecture = search.pref?.length === 1 ? search.pref[0] : search.muni?.[0]?.slice(0, 2)
  const prefectureCounts = new Map(of('prefectureCodes').map(({ value, count }) => [value, count]))
  const municipalities = of('municipalityCodes')
  const majors = of('occupationMajors')
  return (
    <>
      <Group title={t('filter.place')}>
        <InlineSelect
          label={t('filter.prefecture')}
          value={search.pref && search.pref.length > 1 ? '' : (prefecture ?? '')}
          empty={t(search.pref && search.pref.length > 1 ? 'filter.severalPrefectures' : 'filter.wholeCountry')}
          options={prefectures.map(({ code, name }) => {
            const count = prefectureCounts.get(code)
            return { value: code, label: count === undefined ? name : t('filter.withCount', { label: name, number: formatNumber(count) }) }
          })}
          onChange={(code) => change({ pref: code === '' ? undefined : [code], muni: undefined })}
        />
        {prefecture !== undefined && boxes(most(municipalities, search.muni), search.muni, (muni) => change({ muni, pref: [prefecture] }))}
        {prefecture !== undefined && municipalities.length > SHOWN_FIRST && (
          <LongChoice
            button={t('filter.allMunicipalities')}
            entries={municipalities.filter(({ count }) => count > 0).map(({ value, label, count }) => ({ value, label, count }))}
            value={search.muni ?? []}
            onChange={(muni) => change({ muni, pref: [prefecture] })}
          />
        )}
      </Group>
      <Group title={t('filter.occupation')}>
        {boxes(most(majors, search.major), search.major, (major) => change({ major }))}
        <LongChoice
          button={t('filter.allOccupations')}
          entries={occupationEntries(occupations, new Map(majors.map(({ value, count }) => [value, count])))}
          value={[...(search.major ?? []).map((code) => `${MAJOR}${code}`), ...(search.occ ?? [])]}
          onChange={(codes) =>
            change({
              major: codes.filter((code) => code.startsWith(MAJOR)).map((code) => code.slice(MAJOR.length)),
              occ: codes.filter((code) => !code.startsWith(MAJOR)),
            })
          }
        />
      </Group>
      <Group title={t('filter.wage')}>
        <WageFrom search={search} onChange={change} />
      </Group>
      <Group title={t('filter.work')}>
        {boxes(of('workTimes'), search.time, (time) => change({ time }))}
        {flags('regularOnly', 'remote')}
      </Group>
      <Group title={t('filter.time')}>
        {flags('weekendsOff')}
        <Amount
          label={t('filter.overtime')}
          value={search.overtime}
          amounts={OVERTIME}
          text={(hours) => (hours === 0 ? t('filter.noOvertime') : t('filter.overtimeTo', { hours }))}
          onChange={(overtime) => change({ overtime })}
        />
        <Amount
          label={t('filter.holidays')}
          value={search.holidays}
          amounts={HOLIDAYS}
          text={(days) => t('filter.holidaysFrom', { days })}
          onChange={(holidays) => change({ holidays })}
        />
      </Group>
      <Group title={t('filter.ease')}>{flags('selfApplication', 'noExperience', 'noEducation', 'noLicence')}</Group>
      <Group
        title={t('filter.workplace')}
        closed={!search.flags?.some((flag) => ['noTransfer', 'carCommuting', 'disability'].includes(flag))}
      >
        {flags('noTransfer', 'carCommuting', 'disability')}
      </Group>
      <Group title={t('filter.employment')} closed={!search.type}>
        {boxes(of('employmentTypes'), search.type, (type) => change({ type }))}
      </Group>
      <Group title={t('filter.accepted')} closed={search.days === undefined}>
        <Amount
          label={t('filter.accepted')}
          value={search.days}
          amounts={NEW_DAYS}
          text={(days) => t('filter.newDays', { days })}
          onChange={(days) => change({ days })}
        />
      </Group>
    </>
  )
}

/** The chosen ones and the largest few, in the order of the list. */
function most(values: readonly FacetValue[], chosen: readonly string[] | undefined): FacetValue[] {
  const largest = new Set(
    values
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, SHOWN_FIRST),
  )
  return values.filter((one) => largest.has(one) || chosen?.includes(one.value))
}

const MAJOR = 'major:'
interface Major {
  code: string
  name: string
  middles: readonly { code: string; name: string }[]
}
const occupationEntries = (majors: readonly Major[], counts: ReadonlyMap<string, number>): ListEntry[] =>
  majors.flatMap(({ code, name, middles }) => [
    { value: `${MAJOR}${code}`, label: name, count: counts.get(code) },
    ...middles.map((middle) => ({ value: middle.code, label: middle.name, parent: `${MAJOR}${code}`, words: name })),
  ])
