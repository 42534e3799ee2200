import { useApolloClient, useSuspenseQuery } from '@apollo/client/react'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmployerPostingTable, EmployerPostingTable_posting } from '../../features/postings/employer-posting-table.tsx'
import { NewPostingButton } from '../../features/postings/new-posting-button.tsx'
import { useCopyAndOpen } from '../../features/postings/use-copy-and-open.ts'
import { graphql, type VariablesOf } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { PageHead } from '../../ui/page-title.tsx'
import { TabLinks } from '../../ui/tabs.tsx'

const EmployerPostingsPage_list = graphql(
  `
    fragment EmployerPostingsPage_list on PostingConnection @_unmask {
      totalCount
      nodes {
        id
        ...EmployerPostingTable_posting
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [EmployerPostingTable_posting],
)

const EmployerPostingsPage = graphql(
  `
    query EmployerPostingsPage {
      ALL: employerPostings(first: 20) {
        ...EmployerPostingsPage_list
      }
      OPEN: employerPostings(status: [OPEN], first: 20) {
        ...EmployerPostingsPage_list
      }
      SUBMITTED: employerPostings(status: [SUBMITTED], first: 20) {
        ...EmployerPostingsPage_list
      }
      RETURNED: employerPostings(status: [RETURNED], first: 20) {
        ...EmployerPostingsPage_list
      }
      DRAFT: employerPostings(status: [DRAFT], first: 20) {
        ...EmployerPostingsPage_list
      }
      ENDED: employerPostings(status: [ENDED, REJECTED], first: 20) {
        ...EmployerPostingsPage_list
      }
    }
  `,
  [EmployerPostingsPage_list],
)
const MoreEmployerPostings = graphql(
  `
    query MoreEmployerPostings($status: [PostingStatus!], $after: String) {
      employerPostings(status: $status, first: 20, after: $after) {
        ...EmployerPostingsPage_list
      }
    }
  `,
  [EmployerPostingsPage_list],
)

const TABS = ['ALL', 'OPEN', 'SUBMITTED', 'RETURNED', 'DRAFT', 'ENDED'] as const
type Tab = (typeof TABS)[number]
const STATUS: Record<Tab, NonNullable<VariablesOf<typeof MoreEmployerPostings>['status']> | undefined> = {
  ALL: undefined,
  OPEN: ['OPEN'],
  SUBMITTED: ['SUBMITTED'],
  RETURNED: ['RETURNED'],
  DRAFT: ['DRAFT'],
  ENDED: ['ENDED', 'REJECTED'],
}
const NEXT = 20

export function Page() {
  const { t } = useTranslation('employer')
  const client = useApolloClient()
  const { data } = useSuspenseQuery(EmployerPostingsPage, { fetchPolicy: 'cache-and-network' })
  const [tab, setTab] = useState<Tab>('ALL')
  const [loading, setLoading] = useState(false)
  const [copying, setCopying] = useState<{ id: string; title: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { copy, busy } = useCopyAndOpen()
  const list = data[tab]

  const more = async () => {
    setLoading(true)
    const status = STATUS[tab]
    try {
      await client.query({
        query: MoreEmployerPostings,
        variables: { after: list.pageInfo.endCursor, ...(status ? { status } : {}) },
        fetchPolicy: 'network-only',
      })
    } finally {
      setLoading(false)
    }
  }

  return (
    <>
      <PageHead actions={<NewPostingButton primary />}>{t('postings.title')}</PageHead>
      <TabLinks
        label={t('postings.tabs')}
        items={TABS.map((one) => ({
          label: t(`postings.tab.${one}`),
          count: data[one].totalCount,
          current: one === tab,
          onPress: () => setTab(one),
        }))}
      />
      {problem && (
        <div className="mt-3">
          <Banner kind="err" live onClose={() => setProblem(null)}>
            {problem}
          </Banner>
        </div>
      )}
      <div className="mt-3">
        {list.nodes.length > 0 ? (
          <>
            <EmployerPostingTable
              caption={t('postings.caption', { tab: t(`postings.tab.${tab}`), count: list.totalCount })}
              postings={list.nodes}
              onCopy={(id, title) => setCopying({ id, title })}
            />
            <LoadMore shown={list.nodes.length} total={list.totalCount} next={NEXT} busy={loading} onMore={() => void more()} />
          </>
        ) : (
          <Empty icon={FileText} title={t(`postings.empty.${tab}`)}>
            {t('postings.emptyNext')}
          </Empty>
        )}
      </div>
      <ConfirmDialog
        open={copying !== null}
        title={t('postings.copyTitle')}
        confirmLabel={t('postings.copyDo')}
        busy={busy}
        onCancel={() => setCopying(null)}
        onConfirm={() => {
          if (!copying) return
          void copy(copying.id).then((why) => {
            setCopying(null)
            setProblem(why)
          })
        }}
      >
        <p>{t('postings.copyWhat', { title: copying?.title ?? '' })}</p>
      </ConfirmDialog>
    </>
  )
}
