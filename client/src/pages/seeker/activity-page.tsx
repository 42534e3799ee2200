import { useQuery } from '@apollo/client/react'
import { ClipboardList, History } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SeekerApplicationCard, SeekerApplicationCard_application } from '../../features/applications/seeker-application-card.tsx'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TabLinks } from '../../ui/tabs.tsx'

const PAGE = 20

const SeekerActivityPage = graphql(
  `
    query SeekerActivityPage($first: Int!, $runningAfter: String, $finishedAfter: String) {
      running: seekerApplications(finished: false, first: $first, after: $runningAfter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...SeekerApplicationCard_application
        }
      }
      finished: seekerApplications(finished: true, first: $first, after: $finishedAfter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...SeekerApplicationCard_application
        }
      }
    }
  `,
  [SeekerApplicationCard_application],
)
type Part = 'running' | 'finished'

/** 活動: applications under way and ended, each with its next act (PAGES 2.16). */
export function Page() {
  const { t } = useTranslation('seeker')
  const [part, setPart] = useState<Part>('running')
  const [busy, setBusy] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const { data, error, fetchMore, refetch } = useQuery(SeekerActivityPage, { variables: { first: PAGE } })
  const shown = data?.[part]
  const more = async () => {
    setBusy(true)
    const after = shown?.pageInfo.endCursor ?? null
    const other = part === 'running' ? 'finished' : 'running'
    await fetchMore({
      variables: { [`${part}After`]: after, [`${other}After`]: data?.[other].pageInfo.endCursor ?? null },
    }).catch(() => undefined)
    setBusy(false)
  }
  return (
    <>
      <PageTitle>{t('activity.title')}</PageTitle>
      <div className="mt-3">
        <TabLinks
          label={t('activity.tabs')}
          items={(['running', 'finished'] as const).map((one) => ({
            label: t(`activity.${one}`),
            count: data?.[one].totalCount,
            current: part === one,
            onPress: () => setPart(one),
          }))}
        />
      </div>
      {!shown && !error && <Skeleton shape="cards" />}
      {!shown && error && <Banner kind="err" title={t('activity.failed')} action={{ onPress: () => void refetch() }} />}
      {shown && shown.nodes.length === 0 && (
        <Empty
          icon={part === 'running' ? ClipboardList : History}
          title={t(part === 'running' ? 'activity.emptyRunning' : 'activity.emptyFinished')}
          action={
            part === 'running' ? (
              <LinkButton to="/jobs" variant="primary">
                {t('activity.search')}
              </LinkButton>
            ) : undefined
          }
        >
          {t(part === 'running' ? 'activity.emptyRunningNext' : 'activity.emptyFinishedNext')}
        </Empty>
      )}
      {shown && shown.nodes.length > 0 && (
        <div className="max-w-[46.5rem]">
          <div ref={list} className="mt-4 grid gap-3">
            {shown.nodes.map((application) => (
              <SeekerApplicationCard key={application.id} application={application} level={2} withNext />
            ))}
          </div>
          <LoadMore shown={shown.nodes.length} total={shown.totalCount} next={PAGE} busy={busy} list={list} onMore={() => void more()} />
        </div>
      )}
    </>
  )
}
