import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Amount, Boxes, Flags, Group, type Panel } from './filter-parts.tsx'
import { IndustryGroup, OccupationGroup, PlaceGroup } from './filter-places.tsx'
import { DaysGroup, SystemsGroup, TimeGroup } from './filter-times.tsx'
import { WageFrom } from './filter-wage.tsx'
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

const AGES = Array.from({ length: 66 }, (_, index) => 15 + index)
const RETIREMENT = [60, 65, 70]
const EMPLOYEES = [10, 100, 300, 1000]
const NEW_DAYS = [1, 3, 7, 14]

const WORKPLACE = ['noTransfer', 'carCommuting', 'nearStation', 'noSmoking', 'nursery', 'uijWelcome'] as const
const SECURITY = ['retirementPay', 'reemployment', 'housingSingle', 'housingFamily'] as const
const CONTRACT = ['openEnded', 'lasting', 'promotion', 'noDispatch'] as const
const KINDS = ['trial', 'disability'] as const

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
  const change: Panel['change'] = (values) => onChange(changed(search, values))
  const panel: Panel = { search, change, of: (field) => facets.find((facet) => facet.field === field)?.values ?? [] }
  const none = (flags: readonly Flag[]) => !flags.some((flag) => search.flags?.includes(flag))
  return (
    <>
      <PlaceGroup panel={panel} prefectures={prefectures} />
      <OccupationGroup panel={panel} occupations={occupations} />
      <Group title={t('filter.wage')}>
        <WageFrom panel={panel} />
        <Flags panel={panel} names={['bonus', 'noFixedOvertime']} />
      </Group>
      <Group title={t('filter.work')}>
        <Boxes panel={panel} list="time" values={panel.of('workTimes')} />
        <Flags panel={panel} names={['regularOnly', 'remote']} />
      </Group>
      <TimeGroup panel={panel} />
      <Group title={t('filter.ease')}>
        <Flags panel={panel} names={['selfApplication', 'noExperience', 'noEducation', 'noLicence', 'noAgeLimit', 'noDocumentScreening']} />
        <Amount
          label={t('filter.age')}
          value={search.age}
          amounts={AGES}
          text={(age) => t('filter.atAge', { age })}
          onChange={(age) => change({ age })}
        />
      </Group>
      <DaysGroup panel={panel} />
      <SystemsGroup panel={panel} />
      <Group title={t('filter.workplace')} closed={none(WORKPLACE) && search.staff === undefined}>
        <Flags panel={panel} names={WORKPLACE} />
        <Amount
          label={t('filter.employees')}
          value={search.staff}
          amounts={EMPLOYEES}
          text={(people) => t('filter.employeesFrom', { people })}
          onChange={(staff) => change({ staff })}
        />
      </Group>
      <Group title={t('filter.insurance')} closed={none(SECURITY) && !search.ins && search.retire === undefined}>
        <Boxes panel={panel} list="ins" values={panel.of('insurances')} />
        <Flags panel={panel} names={SECURITY} />
        <Amount
          label={t('filter.retirement')}
          value={search.retire}
          amounts={RETIREMENT}
          text={(age) => t('filter.retirementFrom', { age })}
          onChange={(retire) => change({ retire })}
        />
      </Group>
      <Group title={t('filter.employment')} closed={!search.type && none(CONTRACT)}>
        <Boxes panel={panel} list="type" values={panel.of('employmentTypes')} />
        <Flags panel={panel} names={CONTRACT} />
      </Group>
      <IndustryGroup panel={panel} />
      <Group title={t('filter.kinds')} closed={none(KINDS)}>
        <Flags panel={panel} names={KINDS} />
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
