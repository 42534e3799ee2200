import { useTranslation } from 'react-i18next'
import { type FragmentOf, readFragment } from '../../graph/graphql.ts'
import { formatYen } from '../../ui/format.ts'
import type { Condition } from './jobs-conditions.ts'
import { PostingFilters_connection, PostingFilters_query } from './posting-filters.tsx'

interface Sources {
  connection: FragmentOf<typeof PostingFilters_connection>
  query: FragmentOf<typeof PostingFilters_query>
}

/** The filter's field whose choices carry the words of a condition. */
const FIELDS = {
  ind: 'industryCodes',
  time: 'workTimes',
  type: 'employmentTypes',
  sys: 'hoursSystems',
  off: 'daysOff',
  ins: 'insurances',
} as const

/** Names of what is set: 東京都 汐見区, 土日休み, 時給換算 1,250円から. */
export function useConditionWords(sources: Sources): (condition: Pick<Condition, 'kind' | 'value'>) => string {
  const { t } = useTranslation('public')
  const { facets } = readFragment(PostingFilters_connection, sources.connection)
  const { prefectures, occupations } = readFragment(PostingFilters_query, sources.query)
  const facetLabel = (field: string, value: string) =>
    facets.find((facet) => facet.field === field)?.values.find((one) => one.value === value)?.label
  const prefecture = (code: string) => prefectures.find((one) => one.code === code)?.name ?? code
  const occupation = (code: string) =>
    occupations.find((one) => one.code === code)?.name ??
    occupations.flatMap(({ middles }) => middles).find((one) => one.code === code)?.name ??
    code
  const several = (value: string, one: (code: string) => string) => value.split(' ').map(one).join(t('filter.and'))
  return ({ kind, value }) => {
    switch (kind) {
      case 'word':
        return value
      case 'title':
        return t('search.titleOnly')
      case 'pref':
        return several(value, prefecture)
      case 'muni':
        return several(value, (code) => `${prefecture(code.slice(0, 2))} ${facetLabel('municipalityCodes', code) ?? ''}`.trim())
      case 'major':
      case 'occ':
        return several(value, occupation)
      case 'ind':
      case 'time':
      case 'type':
      case 'sys':
        return several(value, (one) => facetLabel(FIELDS[kind], one) ?? one)
      case 'off':
        return t('filter.dayOff', { day: facetLabel(FIELDS.off, value) ?? value })
      case 'ins':
        return facetLabel(FIELDS.ins, value) ?? value
      case 'hourly':
        return t('filter.chipHourly', { yen: formatYen(Number(value)) })
      case 'monthly':
        return t('filter.chipMonthly', { yen: formatYen(Number(value)) })
      case 'holidays':
        return t('filter.holidaysFrom', { days: Number(value) })
      case 'overtime':
        return Number(value) === 0 ? t('filter.noOvertime') : t('filter.overtimeTo', { hours: Number(value) })
      case 'week':
        return t('filter.weekTo', { days: Number(value) })
      case 'from':
        return t('filter.startsFrom', { time: value })
      case 'until':
        return t('filter.endsUntil', { time: value })
      case 'age':
        return t('filter.atAge', { age: Number(value) })
      case 'retire':
        return t('filter.retirementFrom', { age: Number(value) })
      case 'staff':
        return t('filter.employeesFrom', { people: Number(value) })
      case 'days':
        return t('filter.newDays', { days: Number(value) })
      case 'flags':
        return facetLabel(value, 'true') ?? value
    }
  }
}
