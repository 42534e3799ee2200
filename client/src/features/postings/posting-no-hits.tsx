import { useQuery } from '@apollo/client/react'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { type Condition, filterOf, type JobsSearch, jobsUrl, removalsOf } from './jobs-search.ts'
import { PostingTotals } from './posting-totals.ts'

const SHOWN = 3

interface PostingNoHitsProps {
  search: JobsSearch
  wordsOf: (condition: Condition) => string
}

/** Nothing found: the single conditions whose removal yields most, with what each would bring (PAGES 1.8). */
export function PostingNoHits({ search, wordsOf }: PostingNoHitsProps) {
  const { t } = useTranslation('public')
  const removals = removalsOf(search).slice(0, 8)
  const filter = (at: number) => filterOf(removals[at]?.without ?? {})
  const { data } = useQuery(PostingTotals, {
    skip: removals.length === 0,
    variables: {
      f0: filter(0),
      f1: filter(1),
      f2: filter(2),
      f3: filter(3),
      f4: filter(4),
      f5: filter(5),
      f6: filter(6),
      f7: filter(7),
      ask1: removals.length > 1,
      ask2: removals.length > 2,
      ask3: removals.length > 3,
      ask4: removals.length > 4,
      ask5: removals.length > 5,
      ask6: removals.length > 6,
      ask7: removals.length > 7,
    },
  })
  const totals = data ? [data.t0, data.t1, data.t2, data.t3, data.t4, data.t5, data.t6, data.t7].map((one) => one?.totalCount ?? 0) : []
  const best = removals
    .map((removal, at) => ({ removal, total: totals[at] ?? 0 }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .slice(0, SHOWN)
  const words = (removal: Condition) =>
    removal.kind === 'muni'
      ? t('noHits.widen', { place: wordsOf({ ...removal, kind: 'pref', value: removal.without.pref?.join(' ') ?? '' }) })
      : t('noHits.takeOff', { words: wordsOf(removal) })
  return (
    <Card className="mt-4" label={t('noHits.title')}>
      <Empty icon={SearchX} title={t('noHits.title')}>
        {data && <p>{t(best.length > 0 ? 'noHits.oneLess' : removals.length > 0 ? 'noHits.severalLess' : 'noHits.none')}</p>}
        {best.length > 0 && (
          <ul className="mx-auto mt-4 grid max-w-md gap-2 text-left">
            {best.map(({ removal, total }) => (
              <li key={removal.kind + removal.value}>
                <Link to={jobsUrl(removal.without)} className="card flex min-h-12 items-center justify-between gap-3 px-4 py-2.5">
                  <span>{words(removal)}</span>
                  <b className="num shrink-0">{t('jobs.count', { total: formatNumber(total) })}</b>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {data && best.length === 0 && removals.length > 0 && (
          <p className="mt-4">
            <Link to={jobsUrl({})}>{t('noHits.all')}</Link>
          </p>
        )}
      </Empty>
    </Card>
  )
}
