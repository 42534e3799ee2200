import { useQuery } from '@apollo/client/react'
import { Eye } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const PAGE = 20

const AccessLogPage = graphql(`
  query AccessLogPage($first: Int!, $after: String) {
    accessLog(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        times
        who
        what
        fields
        why
      }
    }
  }
`)

/** 見られた記録: who saw my data, when, what and why, in plain sentences (PAGES 2.16). */
export function Page() {
  const { t } = useTranslation('account')
  const now = useNow()
  const [busy, setBusy] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const { data, error, fetchMore, refetch } = useQuery(AccessLogPage, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' })
  const log = data?.accessLog
  const more = async () => {
    setBusy(true)
    await fetchMore({ variables: { after: log?.pageInfo.endCursor ?? null } }).catch(() => undefined)
    setBusy(false)
  }
  return (
    <>
      <Crumbs items={[{ to: '/account', label: t('own.crumb') }, { label: t('accessLog.title') }]} />
      <PageTitle>{t('accessLog.title')}</PageTitle>
      <p className="sub mt-1">{t('accessLog.lead')}</p>
      {!log && !error && <Skeleton shape="rows" />}
      {!log && error && <Banner kind="err" title={t('accessLog.failed')} action={{ onPress: () => void refetch() }} />}
      {log && log.nodes.length === 0 && (
        <Empty icon={Eye} title={t('accessLog.none')}>
          {t('accessLog.noneNext')}
        </Empty>
      )}
      {log && log.nodes.length > 0 && (
        <>
          <div className="mt-4">
            <Card label={t('accessLog.title')} tight>
              <ul ref={list} className="list">
                {log.nodes.map((look) => (
                  <li key={look.id} className="py-3">
                    <p className="small mute num">
                      {formatDateTime(look.at, now)}
                      {look.times > 1 && ` ${t('accessLog.times', { count: look.times })}`}
                    </p>
                    <p>{t('accessLog.line', { who: look.who, what: look.what })}</p>
                    <p className="small sub break-words">{look.why}</p>
                    <p className="small sub">{t('accessLog.fields', { fields: look.fields.join('、') })}</p>
                  </li>
                ))}
              </ul>
            </Card>
          </div>
          <LoadMore shown={log.nodes.length} total={log.totalCount} next={PAGE} busy={busy} list={list} onMore={() => void more()} />
        </>
      )}
      <p className="small sub mt-4">{t('accessLog.strange')}</p>
    </>
  )
}
