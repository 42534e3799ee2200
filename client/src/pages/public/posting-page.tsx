import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApplyBox, ApplyBox_posting } from '../../features/postings/apply-box.tsx'
import { PostingDetail, PostingDetail_posting } from '../../features/postings/posting-detail.tsx'
import { graphql } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const PostingPage = graphql(
  `
    query PostingPage($number: String!) {
      viewer {
        kind
        seeker {
          id
          status
        }
      }
      postingByNumber(number: $number) {
        id
        title
        ...PostingDetail_posting
        ...ApplyBox_posting
      }
    }
  `,
  [PostingDetail_posting, ApplyBox_posting],
)
const route = getRouteApi('/jobs/$postingNumber')

export function Page() {
  const { t } = useTranslation('public')
  const { postingNumber } = route.useParams()
  const { data } = useSuspenseQuery(PostingPage, { variables: { number: postingNumber } })
  const { postingByNumber: posting, viewer } = data
  if (!posting)
    return (
      <>
        <Crumbs items={[{ label: t('jobs.search'), to: '/jobs' }, { label: postingNumber }]} />
        <PageTitle>{t('gone.title')}</PageTitle>
        <Card className="mt-4" label={t('gone.title')}>
          <Empty
            icon={SearchX}
            title={t('gone.what', { number: postingNumber })}
            action={<LinkButton to="/jobs">{t('gone.search')}</LinkButton>}
          >
            {t('gone.next')}
          </Empty>
        </Card>
      </>
    )
  return (
    <>
      <Crumbs items={[{ label: t('jobs.search'), to: '/jobs' }, { label: posting.title }]} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <PostingDetail posting={posting} visitor={viewer.kind === 'VISITOR'} back={`/jobs/${postingNumber}`} />
        </div>
        <aside className="no-print lg:sticky lg:top-4 lg:self-start" aria-label={t('apply.region')}>
          <ApplyBox posting={posting} kind={viewer.kind} registering={viewer.seeker?.status === 'DRAFT'} />
        </aside>
      </div>
    </>
  )
}
