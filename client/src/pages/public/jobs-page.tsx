import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router'
import { ArrowUpDown, SlidersHorizontal } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState, useTransition } from 'react'
import { useTranslation } from 'react-i18next'
import { useConditionWords } from '../../features/postings/condition-words.ts'
import { conditionsOf } from '../../features/postings/jobs-conditions.ts'
import { changed, filterOf, jobsSearch, orderOf, sameSearch, withoutFilters } from '../../features/postings/jobs-search.ts'
import { PostingCard, PostingCard_posting } from '../../features/postings/posting-card.tsx'
import { PostingFilters, PostingFilters_connection, PostingFilters_query } from '../../features/postings/posting-filters.tsx'
import { PostingNoHits } from '../../features/postings/posting-no-hits.tsx'
import { SearchLine } from '../../features/postings/search-line.tsx'
import { useArrivals } from '../../features/postings/use-arrivals.ts'
import { usePostingNews } from '../../features/postings/use-posting-news.ts'
import { useSearchWish } from '../../features/postings/use-search-wish.ts'
import { graphql, type VariablesOf } from '../../graph/graphql.ts'
import { Chip, Count } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { LiveBar } from '../../ui/live-bar.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { InlineSelect } from '../../ui/select.tsx'

const JobsPage = graphql(
  `
    query JobsPage($filter: PostingFilter!, $orderBy: PostingOrder!, $first: Int!, $after: String) {
      ...PostingFilters_query
      postings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes {
          id
          ...PostingCard_posting
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsExact
        wordsReadAs
        asOf
        ...PostingFilters_connection
      }
    }
  `,
  [PostingCard_posting, PostingFilters_connection, PostingFilters_query],
)
const PAGE = 20
/** As many rows as one question may ask for. */
const MOST = 100
type PostingOrder = VariablesOf<typeof JobsPage>['orderBy']
const FILTERS = 'filters [&_.inline-select]:w-full [&_.n]:shrink-0'
const route = getRouteApi('/jobs')

/** Entries of the history whose list was shown: coming back to one keeps its rows. */
const shownEntries = new Set<string>()

export function Page() {
  const { t } = useTranslation('public')
  const navigate = useNavigate()
  const search = route.useSearch()
  const { wish, change } = useSearchWish(search, (next) => void navigate({ to: '/jobs', search: next, replace: true, resetScroll: false }))
  const asked = useDeferredValue(search)
  const entry = useLocation({ select: (location) => location.state.__TSR_key ?? '' })
  const [backTo] = useState(() => (shownEntries.has(entry) ? entry : null))
  useEffect(() => void shownEntries.add(entry), [entry])

  const { data, fetchMore, client } = useSuspenseQuery(JobsPage, {
    variables: { filter: filterOf(asked), orderBy: orderOf(asked), first: PAGE },
    fetchPolicy: backTo === entry ? 'cache-first' : 'cache-and-network',
  })
  const { postings } = data
  const news = usePostingNews(filterOf(asked), postings.asOf)
  const [loadingMore, startMore] = useTransition()
  const more = () => startMore(async () => void (await fetchMore({ variables: { first: PAGE, after: postings.pageInfo.endCursor } })))
  const stale = !sameSearch(wish, asked)
  const ask = (orderBy: PostingOrder, first: number) =>
    client.query({
      query: JobsPage,
      variables: { filter: filterOf(asked), orderBy, first: Math.min(first, MOST) },
      fetchPolicy: 'network-only',
    })
  const { arrived, brought, bring, bringing } = useArrivals(asked, async () => {
    const count = news.ids.length
    const [newest] = await Promise.all([ask('NEWEST', Math.max(PAGE, count)), ask(orderOf(asked), postings.nodes.length + count)])
    return newest.data?.postings.nodes.filter(({ id }) => news.ids.includes(id)) ?? []
  })
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!arrived || arrived.failed) return
    top.current?.scrollIntoView({ block: 'nearest' })
    list.current?.querySelector('a')?.focus()
  }, [arrived])

  const [sheetOpen, setSheetOpen] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const wordsOf = useConditionWords({ connection: postings, query: data })
  const chips = conditionsOf(wish)
  const total = t('jobs.total', { total: formatNumber(postings.totalCount), about: postings.totalIsExact ? '' : t('jobs.about') })
  const place = conditionsOf(asked)
    .filter(({ kind }) => kind === 'pref' || kind === 'muni' || kind === 'major' || kind === 'occ')
    .map(wordsOf)
    .join(t('posting.dot'))
  const order = (value: string) => change(changed(wish, { order: jobsSearch({ order: value }).order }))
  const orders = (['NEWEST', 'DEADLINE', 'WAGE'] as const).map((value) => ({ value, label: t(`jobs.order.${value}`) }))
  const filters = <PostingFilters connection={postings} query={data} search={wish} onChange={change} />
  const takeAllOff = (
    <button type="button" className="small min-h-8 text-key-1000 underline" onClick={() => change(withoutFilters(wish))}>
      {t('jobs.takeAllOff')}
    </button>
  )

  return (
    <>
      <SearchLine key={search.q ?? ''} search={wish} onSearch={(next) => void navigate({ to: '/jobs', search: next })} />
      <div className="mt-4 grid gap-8 lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <aside className={`${FILTERS} no-print hidden lg:block`} aria-label={t('jobs.filters')}>
          <div className="flex items-baseline justify-between">
            <h2 className="text-[1.125rem]">{t('jobs.filters')}</h2>
            {chips.length > 0 && takeAllOff}
          </div>
          {filters}
        </aside>
        <div className="min-w-0">
          <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
            <div>
              <PageTitle title={t('jobs.title')} className="text-[1.375rem]">
                {stale ? t('jobs.searching') : total}
                {place && <span className="small sub ml-1 font-normal"> {place}</span>}
              </PageTitle>
              <p className="sr" role="status">
                {stale ? t('jobs.searching') : total}
              </p>
            </div>
            <div className="flex w-full flex-wrap items-center gap-2 lg:hidden">
              <Button size="s" icon={SlidersHorizontal} className="flex-1 px-1.5" onPress={() => setSheetOpen(true)}>
                {t('jobs.filters')}
                {chips.length > 0 && <Count value={chips.length} words={t('jobs.set')} />}
              </Button>
              <span className="btn btn-2 btn-s relative flex-1 px-1.5">
                <Icon of={ArrowUpDown} />
                <span aria-hidden="true">{t(`jobs.order.${orderOf(wish)}`)}</span>
                <select
                  className="absolute inset-0 cursor-pointer opacity-0"
                  aria-label={t('jobs.orderBy')}
                  value={orderOf(wish)}
                  onChange={(event) => order(event.target.value)}
                >
                  {orders.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </span>
            </div>
            <div className="hidden lg:block">
              <InlineSelect label={t('jobs.orderBy')} labelShown value={orderOf(wish)} options={orders} onChange={order} width="w12" />
            </div>
          </div>
          {chips.length > 0 && (
            <ul
              className="scroll-x mt-3 flex min-w-0 max-w-[100vw] gap-2 max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 lg:flex-wrap"
              style={{ scrollbarWidth: 'none' }}
              aria-label={t('jobs.now')}
            >
              {chips.map((condition) => (
                <li key={`${condition.kind}${condition.value}`} className="shrink-0">
                  <Chip onRemove={() => change(condition.without)}>{wordsOf(condition)}</Chip>
                </li>
              ))}
            </ul>
          )}
          {postings.wordsReadAs && <p className="small sub mt-3">{t('jobs.readAs', { words: postings.wordsReadAs })}</p>}
          <div ref={top} className={stale ? 'opacity-50 transition-opacity' : undefined} aria-busy={stale || bringing || undefined}>
            <LiveBar
              floating
              count={stale ? 0 : news.ids.length}
              label={t(news.more ? 'jobs.freshOver' : 'jobs.fresh', { count: news.ids.length })}
              onShow={bring}
            />
            {brought?.failed && <Banner kind="err" live title={t('jobs.freshFailed')} action={{ onPress: bring }} />}
            {postings.totalCount === 0 ? (
              <PostingNoHits search={asked} wordsOf={wordsOf} />
            ) : (
              <>
                <div ref={list} className="mt-4 grid gap-3">
                  {brought?.nodes.map((posting) => (
                    <PostingCard key={posting.id} posting={posting} arrived />
                  ))}
                  {postings.nodes
                    .filter(({ id }) => !brought?.nodes.some((one) => one.id === id))
                    .map((posting) => (
                      <PostingCard key={posting.id} posting={posting} />
                    ))}
                </div>
                <LoadMore
                  shown={postings.nodes.length}
                  total={postings.pageInfo.hasNextPage ? Math.max(postings.totalCount, postings.nodes.length + 1) : postings.nodes.length}
                  next={PAGE}
                  onMore={more}
                  busy={loadingMore}
                  approximate={!postings.totalIsExact}
                  list={list}
                />
              </>
            )}
          </div>
        </div>
      </div>
      <Dialog
        open={sheetOpen}
        onClose={() => setSheetOpen(false)}
        title={t('jobs.filters')}
        sheet
        actions={
          <Button variant="primary" wide onPress={() => setSheetOpen(false)}>
            <span aria-live="polite">{stale ? t('jobs.searching') : t('jobs.see', { total: formatNumber(postings.totalCount) })}</span>
          </Button>
        }
      >
        <div className={`${FILTERS} mx-auto max-w-2xl`}>
          <div className="flex min-h-8 items-center justify-between">
            <span className="small mute">{t('jobs.chosen', { count: chips.length })}</span>
            {chips.length > 0 && takeAllOff}
          </div>
          {filters}
        </div>
      </Dialog>
    </>
  )
}
