import { useQuery } from '@apollo/client/react'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { type Condition, removalsOf } from './jobs-conditions.ts'
import { filterOf, type JobsSearch, jobsUrl } from './jobs-search.ts'
import { PostingTotals } from './posting-totals.ts'

const SHOWN = 3
/** As many as are asked about at once; nobody sets more. */
const MOST = 40

interface PostingNoHitsProps {
  search: JobsSearch
  wordsOf: (condition: Condition) => string
}

/** Nothing found: the single conditions whose removal yields most, with what each would bring (PAGES 1.8). */
export function PostingNoHits({ search, wordsOf }: PostingNoHitsProps) {
  const { t } = useTranslation('public')
  const removals = removalsOf(search).slice(0, MOST)
  const { data } = useQuery(PostingTotals, {
    skip: removals.length === 0,
    variables: { filters: removals.map((removal) => filterOf(removal.without)) },
  })
  const best = removals
    .map((removal, at) => ({ removal, total: data?.postingTotals[at]?.totalCount ?? 0 }))
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
