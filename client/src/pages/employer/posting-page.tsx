import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound } from '@tanstack/react-router'
import { Eye, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmployerPostingActs } from '../../features/postings/employer-posting-acts.tsx'
import { EmployerPostingBadge } from '../../features/postings/employer-posting-badge.tsx'
import { askedFor } from '../../features/postings/employer-posting-draft.ts'
import { EmployerPostingReviews, EmployerPostingReviews_review } from '../../features/postings/employer-posting-reviews.tsx'
import { EmployerPostingSheet, EmployerPostingSheet_posting } from '../../features/postings/employer-posting-sheet.tsx'
import { EmployerPostingState_posting } from '../../features/postings/employer-posting-state.ts'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Dl, type DlRow } from '../../ui/facts.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDate, formatDateTime } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'

const EmployerPostingPage = graphql(
  `
    query EmployerPostingPage($id: ID!) {
      posting(id: $id) {
        id
        ...EmployerPostingState_posting
        ...EmployerPostingSheet_posting
        office {
          id
          name
        }
        counts {
          applications
          running
          unread
        }
        reviews {
          id
          outcome
          comment
          decidedAt
          reasons {
            path
            label
            reason
          }
          ...EmployerPostingReviews_review
        }
      }
    }
  `,
  [EmployerPostingState_posting, EmployerPostingSheet_posting, EmployerPostingReviews_review],
)
const route = getRouteApi('/employer/postings/$id')

export function Page() {
  const { t } = useTranslation('employer')
  const { id } = route.useParams()
  const now = useNow()
  const { data } = useSuspenseQuery(EmployerPostingPage, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const posting = data.posting
  if (!posting) throw notFound()
  const state = readFragment(EmployerPostingState_posting, posting)
  const asked = askedFor({ status: state.status, reviews: posting.reviews })
  const facts: DlRow[] = [
    { term: t('posting.number'), value: state.postingNumber ?? t('posting.numberLater') },
    ...(state.submittedAt ? [{ term: t('posting.submitted'), value: formatDateTime(state.submittedAt, now) }] : []),
    ...(state.acceptedOn ? [{ term: t('posting.accepted'), value: formatDate(state.acceptedOn, now) }] : []),
    ...(state.validUntil && state.status === 'OPEN'
      ? [{ term: t('posting.valid'), value: <Countdown until={state.validUntil} withDate /> }]
      : []),
    ...(state.invalidOn ? [{ term: t('posting.ended'), value: formatDate(state.invalidOn, now) }] : []),
    ...(state.endReason ? [{ term: t('posting.endReason'), value: t(`endReason.${state.endReason}`) }] : []),
    { term: t('posting.office'), value: posting.office.name },
    ...(posting.counts
      ? [
          {
            term: t('posting.applications'),
            value: (
              <Link to={`/employer/applicants?posting=${id}`}>
                {t('posting.applicationCount', { count: posting.counts.applications, unread: posting.counts.unread })}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Crumbs items={[{ label: t('postings.title'), to: '/employer/postings' }, { label: state.title }]} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid min-w-0 content-start gap-4">
          <div>
            <PageTitle pageKey={id}>{state.title}</PageTitle>
            <p className="mt-1 flex flex-wrap items-center gap-2">
              <EmployerPostingBadge status={state.status} paused={state.applicationsPaused} scope={state.sheet?.scope} />
              <span className="small sub num">{state.postingNumber}</span>
            </p>
          </div>
          {state.status === 'SUBMITTED' && (
            <Banner kind="info" title={t('posting.waits', { office: posting.office.name })}>
              {t('posting.waitsNext')}
            </Banner>
          )}
          {asked && (
            <Banner kind="warn" title={t('edit.asked', { count: asked.reasons.length })}>
              {asked.comment && <p className="whitespace-pre-line">{asked.comment}</p>}
              <ul className="mt-1 list-disc pl-5">
                {asked.reasons.map((reason) => (
                  <li key={reason.path}>
                    <Link to={`/employer/postings/${id}/edit/${reason.path.split('.')[0] ?? ''}#${reason.path.split('.')[1] ?? ''}`}>
                      {reason.label}
                    </Link>
                    <span className="block">{reason.reason}</span>
                  </li>
                ))}
              </ul>
            </Banner>
          )}
          {state.status === 'OPEN' && state.applicationsPaused && (
            <Banner kind="warn" title={t('posting.paused')}>
              {t('posting.pausedNext')}
            </Banner>
          )}
          {state.status === 'DRAFT' && (
            <Card label={t('posting.writing')}>
              <Empty
                icon={FileText}
                title={t('posting.writing')}
                action={
                  <LinkButton icon={Eye} to={`/employer/postings/${id}/sample`}>
                    {t('edit.sample')}
                  </LinkButton>
                }
              >
                {t('posting.writingNext')}
              </Empty>
            </Card>
          )}
          <EmployerPostingSheet posting={posting} />
          <EmployerPostingReviews reviews={posting.reviews} />
        </div>
        <aside className="grid content-start gap-4 xl:sticky xl:top-6 xl:self-start" aria-label={t('posting.aside')}>
          <Card small title={t('posting.stateTitle')}>
            <Dl compact rows={facts} />
          </Card>
          <Card small title={t('acts.title')}>
            <EmployerPostingActs posting={posting} />
          </Card>
        </aside>
      </div>
    </>
  )
}
