import { useApolloClient, useSuspenseQuery } from '@apollo/client/react'
import { useLocation } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmployerApplicants_application, EmployerApplicantsTable } from '../../features/applications/employer-applicants-table.tsx'
import { useHeldRows } from '../../features/applications/use-held-rows.ts'
import { graphql, type VariablesOf } from '../../graph/graphql.ts'
import { Empty } from '../../ui/empty.tsx'
import { LiveBar } from '../../ui/live-bar.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { PageHead } from '../../ui/page-title.tsx'
import { InlineSelect } from '../../ui/select.tsx'
import { TabLinks } from '../../ui/tabs.tsx'

const ApplicantsPage_list = graphql(
  `
    fragment ApplicantsPage_list on ApplicationConnection @_unmask {
      totalCount
      nodes {
        id
        ...EmployerApplicants_application
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      countsByStatus {
        status
        count
      }
    }
  `,
  [EmployerApplicants_application],
)
const ApplicantsPage = graphql(
  `
    query ApplicantsPage($status: [ApplicationStatus!], $postingId: ID) {
      all: employerApplications(postingId: $postingId, first: 20) {
        ...ApplicantsPage_list
      }
      shown: employerApplications(status: $status, postingId: $postingId, first: 20) {
        ...ApplicantsPage_list
      }
      postings: employerPostings(first: 100) {
        nodes {
          id
          title
          postingNumber
          counts {
            applications
          }
        }
      }
    }
  `,
  [ApplicantsPage_list],
)
const MoreApplicants = graphql(
  `
    query MoreApplicants($status: [ApplicationStatus!], $postingId: ID, $after: String) {
      employerApplications(status: $status, postingId: $postingId, first: 20, after: $after) {
        ...ApplicantsPage_list
      }
    }
  `,
  [ApplicantsPage_list],
)

type Status = NonNullable<VariablesOf<typeof ApplicantsPage>['status']>
const TABS = ['ALL', 'APPLIED', 'HIRED', 'NOT_HIRED', 'OVER'] as const
type Tab = (typeof TABS)[number]
const STATUS: Record<Tab, Status | undefined> = {
  ALL: undefined,
  APPLIED: ['APPLIED'],
  HIRED: ['HIRED'],
  NOT_HIRED: ['NOT_HIRED'],
  OVER: ['WITHDRAWN', 'CANCELLED', 'LAPSED', 'VOIDED'],
}
const NEXT = 20

export function Page() {
  const { t } = useTranslation('employer')
  const client = useApolloClient()
  const { search } = useLocation()
  const asked = (search as Record<string, unknown>)['posting']
  const [tab, setTab] = useState<Tab>('ALL')
  const [postingId, setPostingId] = useState(typeof asked === 'string' ? asked : '')
  const [loading, setLoading] = useState(false)
  const wanted = useDeferredValue(`${tab}:${postingId}`)
  const [wantedTab = 'ALL', wantedPosting = ''] = wanted.split(':')
  const status = STATUS[wantedTab as Tab]
  const variables = { ...(status ? { status } : {}), ...(wantedPosting ? { postingId: wantedPosting } : {}) }
  const { data } = useSuspenseQuery(ApplicantsPage, { variables, fetchPolicy: 'cache-and-network' })
  const held = useHeldRows(data.shown.nodes, wanted)
  const counts = new Map(data.all.countsByStatus.map((one) => [one.status, one.count]))
  const countOf = (one: Tab) => (STATUS[one] ? STATUS[one].reduce((sum, s) => sum + (counts.get(s) ?? 0), 0) : data.all.totalCount)
  const postings = data.postings.nodes.filter((p) => (p.counts?.applications ?? 0) > 0 || p.id === postingId)

  const more = async () => {
    setLoading(true)
    try {
      const answer = await client.query({
        query: MoreApplicants,
        variables: { ...variables, after: data.shown.pageInfo.endCursor },
        fetchPolicy: 'network-only',
      })
      held.add(answer.data?.employerApplications.nodes.map((node) => node.id) ?? [])
    } finally {
      setLoading(false)
    }
  }
  const stale = wanted !== `${tab}:${postingId}`
  return (
    <>
      <PageHead
        note={t('applicants.note')}
        actions={
          <InlineSelect
            label={t('applicants.filter')}
            width="w20"
            empty={t('applicants.allPostings', { count: postings.length })}
            value={postingId}
            onChange={setPostingId}
            options={postings.map((p) => ({ value: p.id, label: p.postingNumber ? `${p.title}(${p.postingNumber})` : p.title }))}
          />
        }
      >
        {t('applicants.title')}
      </PageHead>
      <TabLinks
        label={t('applicants.tabs')}
        items={TABS.map((one) => ({
          label: t(`applicants.tab.${one}`),
          count: countOf(one),
          current: one === tab,
          onPress: () => setTab(one),
        }))}
      />
      <div className="mt-3" style={stale ? { opacity: 0.6 } : undefined} aria-busy={stale}>
        <LiveBar floating count={held.fresh} onShow={held.show} label={t('applicants.fresh', { count: held.fresh })} />
        {held.rows.length > 0 ? (
          <>
            <EmployerApplicantsTable
              caption={t('applicants.caption', { count: data.shown.totalCount })}
              applications={held.rows}
              isNew={(id) => held.isNew(id)}
            />
            <LoadMore shown={data.shown.nodes.length} total={data.shown.totalCount} next={NEXT} busy={loading} onMore={() => void more()} />
          </>
        ) : (
          <Empty icon={Users} title={t(`applicants.empty.${tab}`)}>
            {t('applicants.emptyNext')}
          </Empty>
        )}
      </div>
    </>
  )
}
