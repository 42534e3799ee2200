import { useTranslation } from 'react-i18next'
import { Amount, Boxes, Flags, Group, OneOf, type Panel } from './filter-parts.tsx'

const OVERTIME = [0, 10, 20, 30, 45]
const HOLIDAYS = [105, 110, 115, 120, 125]
const WEEK = [1, 2, 3, 4, 5]
/** Every half hour of a working day. */
const STARTS = times(5, 22)
const ENDS = times(9, 24)

function times(first: number, last: number): string[] {
  const halves = Array.from({ length: (last - first) * 2 + 1 }, (_, index) => first * 60 + index * 30)
  return halves.map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
}

const withOwn = (offered: readonly string[], own: string | undefined) =>
  own === undefined || offered.includes(own) ? offered : [...offered, own].toSorted()

/** When one works and when one does not. */
export function TimeGroup({ panel }: { panel: Panel }) {
  const { search, change } = panel
  const { t } = useTranslation('public')
  return (
    <Group title={t('filter.time')}>
      <Flags panel={panel} names={['weekendsOff', 'twoDaysOff', 'noNightWork']} />
      <OneOf
        label={t('filter.anyStart')}
        value={search.from}
        options={withOwn(STARTS, search.from).map((value) => ({ value, label: t('filter.startsFrom', { time: value }) }))}
        onChange={(from) => change({ from })}
      />
      <OneOf
        label={t('filter.anyEnd')}
        value={search.until}
        options={withOwn(ENDS, search.until).map((value) => ({ value, label: t('filter.endsUntil', { time: value }) }))}
        onChange={(until) => change({ until })}
      />
      <Amount
        label={t('filter.week')}
        value={search.week}
        amounts={WEEK}
        text={(days) => t('filter.weekTo', { days })}
        onChange={(week) => change({ week })}
      />
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
  )
}

export function DaysGroup({ panel }: { panel: Panel }) {
  const { t } = useTranslation('public')
  return (
    <Group title={t('filter.days')} closed={!panel.search.off}>
      <Boxes panel={panel} list="off" values={panel.of('daysOff')} />
    </Group>
  )
}

export function SystemsGroup({ panel }: { panel: Panel }) {
  const { t } = useTranslation('public')
  return (
    <Group title={t('filter.systems')} closed={!panel.search.sys}>
      <Boxes panel={panel} list="sys" values={panel.of('hoursSystems')} />
    </Group>
  )
}
