import { useSuspenseQuery } from '@apollo/client/react'
import { Building2, ChevronRight, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { jobsUrl } from '../../features/postings/jobs-search.ts'
import { PostingRow, PostingRow_posting } from '../../features/postings/posting-row.tsx'
import { SearchCard } from '../../features/postings/search-card.tsx'
import { Windows } from '../../features/postings/windows.tsx'
import { graphql } from '../../graph/graphql.ts'
import { Chip } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const TopPage = graphql(
  `
    query TopPage($newFilter: PostingFilter!, $onlineFilter: PostingFilter!) {
      viewer {
        kind
      }
      postings(first: 3) {
        totalCount
        nodes {
          id
          ...PostingRow_posting
        }
        facets {
          field
          values {
            value
            label
          }
        }
      }
      fresh: postings(filter: $newFilter, first: 1) {
        totalCount
      }
      online: postings(filter: $onlineFilter, first: 1) {
        totalCount
      }
    }
  `,
  [PostingRow_posting],
)
const ROWS = 3
const NEW_DAYS = 7
const USUAL = ['noExperience', 'weekendsOff', 'remote', 'selfApplication', 'noLicence', 'disability'] as const

export function Page() {
  const { t } = useTranslation('public')
  const { data } = useSuspenseQuery(TopPage, {
    variables: { newFilter: { newSinceDays: NEW_DAYS }, onlineFilter: { selfApplication: true } },
  })
  const { postings } = data
  const choicesOf = (field: string) => postings.facets.find((facet) => facet.field === field)?.values ?? []
  const figures = [
    { key: 'open', total: postings.totalCount, to: jobsUrl({}) },
    { key: 'fresh', total: data.fresh.totalCount, to: jobsUrl({ days: NEW_DAYS }) },
    { key: 'online', total: data.online.totalCount, to: jobsUrl({ flags: ['selfApplication'] }) },
  ] as const
  return (
    <>
      <section className="border-b border-line bg-key-50">
        <div className="wrap grid gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-center lg:py-12">
          <div>
            <PageTitle title={t('top.title')} className="text-[clamp(1.625rem,1.2rem+2vw,2.25rem)]">
              {t('top.heading')}
            </PageTitle>
            <p className="sub mt-3">
              {t('top.open')} <b className="num">{formatNumber(postings.totalCount)}</b>
              {t('top.openRest')}
            </p>
            <SearchCard workTimes={choicesOf('workTimes')} />
            <div className="mt-5">
              <p className="small sub" id="usual">
                {t('top.usual')}
              </p>
              <ul className="mt-2 flex flex-wrap gap-2" aria-labelledby="usual">
                {USUAL.map((flag) =>
                  choicesOf(flag).map(({ label }) => (
                    <li key={flag}>
                      <Chip to={jobsUrl({ flags: [flag] })}>{label}</Chip>
                    </li>
                  )),
                )}
              </ul>
            </div>
          </div>
          <div className="hidden lg:block">
            <Windows />
          </div>
        </div>
      </section>
      <div className="wrap">
        {data.viewer.kind === 'VISITOR' && (
          <section className="mt-10" aria-labelledby="doors">
            <h2 id="doors">{t('top.doors')}</h2>
            <div className="mt-4 grid gap-4 md:grid-cols-2">
              <Door icon={UserRound} title={t('top.seeker')} text={t('top.seekerText')}>
                <LinkButton to="/open/seeker">{t('top.openSeeker')}</LinkButton>
                <LinkButton to="/signin" variant="text">
                  {t('top.signIn')}
                </LinkButton>
                <p className="w-full">
                  {t('top.registeredFor')} <Link to="/open/registered">{t('top.registered')}</Link>
                </p>
              </Door>
              <Door icon={Building2} title={t('top.employer')} text={t('top.employerText')}>
                <LinkButton to="/open/employer">{t('top.openEmployer')}</LinkButton>
                <LinkButton to="/signin" variant="text">
                  {t('top.signInEmployer')}
                </LinkButton>
                <p className="w-full">
                  {t('top.byCodeFor')} <Link to="/open/code">{t('top.byCode')}</Link>
                </p>
                <p className="w-full">
                  {t('top.registeredFor')} <Link to="/open/registered">{t('top.registered')}</Link>
                </p>
              </Door>
            </div>
          </section>
        )}
        <section className="mt-10 grid gap-x-10 gap-y-10 lg:grid-cols-2">
          <div>
            <div className="card-h">
              <h2>{t('top.today')}</h2>
              <Link to={jobsUrl({})} className="small">
                {t('top.all')}
              </Link>
            </div>
            <dl className="grid grid-cols-3 gap-3">
              {figures.map(({ key, total, to }) => (
                <div key={key}>
                  <dt className="small mute">{t(`top.figure.${key}`)}</dt>
                  <dd className="m-0">
                    <Link to={to} className="num b text-[clamp(1.375rem,1rem+1.6vw,2rem)] leading-snug">
                      {formatNumber(total)}
                      <span className="small font-normal"> {t('top.unit')}</span>
                    </Link>
                  </dd>
                </div>
              ))}
            </dl>
            <ul className="list mt-4 border-y border-line" aria-label={t('top.newest')}>
              {postings.nodes.slice(0, ROWS).map((posting) => (
                <PostingRow key={posting.id} posting={posting} />
              ))}
            </ul>
          </div>
          <div>
            <h2>{t('top.first')}</h2>
            <ol className="mt-3 grid gap-4">
              {(['search', 'open', 'apply'] as const).map((step, index) => (
                <li key={step} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2">
                  <span className="count mt-1" aria-hidden="true">
                    {index + 1}
                  </span>
                  <span>
                    <b>{t(`top.step.${step}`)}</b>
                    <br />
                    <span className="sub">{t(`top.stepText.${step}`)}</span>
                  </span>
                </li>
              ))}
            </ol>
            <ul className="mt-3">
              {(
                [
                  ['/terms', 'terms'],
                  ['/privacy', 'privacy'],
                ] as const
              ).map(([to, key]) => (
                <li key={to}>
                  <Link to={to} className="inline-flex min-h-11 items-center gap-1">
                    {t(`top.${key}`)}
                    <Icon of={ChevronRight} size="s" />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </section>
      </div>
    </>
  )
}

function Door(props: { icon: typeof UserRound; title: string; text: string; children: ReactNode }) {
  return (
    <Card as="div">
      <h3 className="row">
        <span className="todo-i">
          <Icon of={props.icon} />
        </span>
        {props.title}
      </h3>
      <p className="sub mt-2">{props.text}</p>
      <div className="mt-4 flex flex-wrap gap-2">{props.children}</div>
    </Card>
  )
}
