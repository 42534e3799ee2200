import { useQuery } from '@apollo/client/react'
import { MessageSquare } from 'lucide-react'
import { Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { Empty } from '../../ui/empty.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { ThreadList, ThreadList_thread } from './thread-list.tsx'
import { ThreadPane } from './thread-pane.tsx'
import type { BoxFiles } from './use-thread-box.ts'

const PAGE = 20

const MessagesPage = graphql(
  `
    query MessagesPage($unreadOnly: Boolean!, $first: Int!, $after: String) {
      viewer {
        account {
          id
        }
        counts {
          unreadThreads
        }
      }
      threads(unreadOnly: $unreadOnly, first: $first, after: $after) {
        nodes {
          id
          ...ThreadList_thread
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ThreadList_thread],
)

interface MessagesViewProps {
  threadId?: string | undefined
  base: string
  applications: string
  useFiles: (scope: string) => BoxFiles
}

/** Two panes from 1024 px, one below: the list, or the open thread with a way back (PAGES 2.6). */
export function MessagesView(props: MessagesViewProps) {
  const { threadId, base } = props
  const { t } = useTranslation('messages')
  return (
    <div className="grid h-full min-h-0 bg-white lg:grid-cols-[21rem_minmax(0,1fr)] lg:border-x lg:border-line">
      {threadId === undefined && <PageTitle hidden>{t('title')}</PageTitle>}
      <section
        className={`min-h-0 flex-col lg:border-r lg:border-line ${threadId === undefined ? 'flex' : 'hidden lg:flex'}`}
        aria-label={t('threads')}
      >
        <List base={base} current={threadId} />
      </section>
      <section className={`min-h-0 min-w-0 flex-col ${threadId === undefined ? 'hidden lg:flex' : 'flex'}`} aria-label={t('pane')}>
        {threadId === undefined ? (
          <div className="m-auto p-4">
            <Empty icon={MessageSquare} title={t('choose')} level={2} />
          </div>
        ) : (
          <Suspense
            fallback={
              <div className="p-6">
                <Skeleton shape="lines" />
              </div>
            }
          >
            <ThreadPane {...props} threadId={threadId} />
          </Suspense>
        )}
      </section>
    </div>
  )
}

function List(props: { base: string; current: string | undefined }) {
  const { base, current } = props
  const { t } = useTranslation('messages')
  const [unreadOnly, setUnreadOnly] = useState(false)
  const [more, setMore] = useState(false)
  const { data, loading, error, fetchMore, refetch, previousData } = useQuery(MessagesPage, { variables: { unreadOnly, first: PAGE } })
  const shown = useDeferredValue(data ?? previousData)
  const unread = shown?.viewer.counts.unreadThreads ?? 0
  const next = async () => {
    setMore(true)
    await fetchMore({ variables: { after: shown?.threads.pageInfo.endCursor ?? null } }).catch(() => undefined)
    setMore(false)
  }
  return (
    <>
      <div className="border-b border-line px-3 pt-2 [&_.tabs]:border-b-0">
        <TabLinks
          label={t('filter')}
          items={[
            { label: t('all'), current: !unreadOnly, onPress: () => setUnreadOnly(false) },
            { label: t('unread'), count: unread, current: unreadOnly, onPress: () => setUnreadOnly(true) },
          ]}
        />
      </div>
      {shown ? (
        <ThreadList
          threads={shown.threads.nodes}
          account={shown.viewer.account?.id ?? ''}
          total={shown.threads.totalCount}
          base={base}
          current={current}
          unreadOnly={unreadOnly}
          busy={more || (loading && !data)}
          pageSize={PAGE}
          onMore={() => void next()}
        />
      ) : (
        <div className="p-4">
          {error ? (
            <Empty
              icon={MessageSquare}
              title={t('failed')}
              action={
                <button type="button" className="btn btn-2" onClick={() => void refetch()}>
                  {t('retry')}
                </button>
              }
            />
          ) : (
            <Skeleton shape="rows" />
          )}
        </div>
      )}
    </>
  )
}
