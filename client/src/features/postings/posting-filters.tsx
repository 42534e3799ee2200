import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment, type ResultOf } from '../../graph/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatNumber, formatYen } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { type ListEntry, SearchList } from '../../ui/search-list.tsx'
import { InlineSelect } from '../../ui/select.tsx'
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

/** What is offered to choose from; any other value in the URL is offered too. */
const HOURLY = [1000, 1050, 1100, 1150, 1200, 1250, 1300, 1400, 1500, 1750, 2000]
const MONTHLY = [160_000, 180_000, 200_000, 220_000, 240_000, 260_000, 280_000, 300_000, 350_000, 400_000]
const OVERTIME = [0, 10, 20, 30, 45]
const HOLIDAYS = [105, 110, 115, 120, 125]
const NEW_DAYS = [1, 3, 7, 14]
const SHOWN_FIRST = 5

const offered = (amounts: readonly number[], chosen: number | undefined): number[] =>
  chosen === undefined || amounts.includes(chosen) ? [...amounts] : [...amounts, chosen].toSorted((a, b) => a - b)

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

function Group(props: { title: string; closed?: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(props.closed !== true)
  return (
    <details className="group border-t border-line py-2" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between b lg:min-h-9">
        {props.title}
        <span className="group-open:rotate-180">
          <Icon of={ChevronDown} size="s" />
        </span>
      </summary>
      <div className="grid" role="group" aria-label={props.title}>
        {props.children}
      </div>
    </details>
  )
}

function LongChoice(props: {
  button: string
  entries: readonly ListEntry[]
  value: readonly string[]
  onChange: (value: string[]) => void
}) {
  const { button, entries, value, onChange } = props
  const { t } = useTranslation('public')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="small inline-flex min-h-11 items-center justify-self-start text-key-1000 underline lg:min-h-8"
        onClick={() => setOpen(true)}
      >
        {button}
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={button}
        sheet
        actions={
          <Button variant="primary" wide onPress={() => setOpen(false)}>
            {t('filter.chosen')}
          </Button>
        }
      >
        <SearchList
          label={<span className="sr">{button}</span>}
          labelText={button}
          mark={false}
          entries={entries}
          value={value}
          onChange={onChange}
        />
      </Dialog>
    </>
  )
}

interface AmountProps {
  label: string
  value: number | undefined
  amounts: readonly number[]
  text: (amount: number) => string
  onChange: (value: number | undefined) => void
}

function Amount({ label, value, amounts, text, onChange }: AmountProps) {
  return (
    <div className="my-1">
      <InlineSelect
        label={label}
        value={value === undefined ? '' : String(value)}
        empty={label}
        options={offered(amounts, value).map((amount) => ({ value: String(amount), label: text(amount) }))}
        onChange={(chosen) => onChange(chosen === '' ? undefined : Number(chosen))}
      />
    </div>
  )
}

function WageFrom(props: { search: JobsSearch; onChange: (values: { hourly: number | undefined; monthly: number | undefined }) => void }) {
  const { search, onChange } = props
  const { t } = useTranslation('public')
  const [wish, setWish] = useState<'hourly' | 'monthly'>('hourly')
  const basis = search.monthly !== undefined ? 'monthly' : search.hourly !== undefined ? 'hourly' : wish
  const set = (to: 'hourly' | 'monthly', amount: number | undefined) => {
    setWish(to)
    onChange({ hourly: undefined, monthly: undefined, [to]: amount })
  }
  return (
    <>
      <InlineSelect
        label={t('filter.wageBasis')}
        value={basis}
        options={[
          { value: 'hourly', label: t('filter.hourly') },
          { value: 'monthly', label: t('filter.monthly') },
        ]}
        onChange={(to) => set(to === 'monthly' ? 'monthly' : 'hourly', undefined)}
      />
      <Amount
        label={t('filter.anyWage')}
        value={search[basis]}
        amounts={basis === 'hourly' ? HOURLY : MONTHLY}
        text={(yen) => t('filter.wageFrom', { yen: formatYen(yen) })}
        onChange={(amount) => set(basis, amount)}
      />
    </>
  )
}
