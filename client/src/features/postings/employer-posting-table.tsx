import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment, type ResultOf } from '../../graph/graphql.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { EmployerPostingBadge } from './employer-posting-badge.tsx'
import { EmployerPostingState_posting } from './employer-posting-state.ts'

export const EmployerPostingTable_posting = graphql(
  `
    fragment EmployerPostingTable_posting on Posting {
      id
      ...EmployerPostingState_posting
      counts {
        applications
        running
        unread
      }
    }
  `,
  [EmployerPostingState_posting],
)

type Row = ResultOf<typeof EmployerPostingState_posting> & { counts: ResultOf<typeof EmployerPostingTable_posting>['counts'] }

/** Where the row leads: writing goes on where writing is what there is to do. */
const placeOf = (row: Row): string => (row.status === 'DRAFT' ? `/employer/postings/${row.id}/edit` : `/employer/postings/${row.id}`)

interface EmployerPostingTableProps {
  caption: string
  postings: readonly FragmentOf<typeof EmployerPostingTable_posting>[]
  onCopy?: ((id: string, title: string) => void) | undefined
}

/** Own postings: state, applicants, limit, the next act (PAGES 2.7). */
export function EmployerPostingTable(props: EmployerPostingTableProps) {
  const { t } = useTranslation('employer')
  const now = useNow()
  const rows: Row[] = props.postings.map((one) => {
    const posting = readFragment(EmployerPostingTable_posting, one)
    return { ...readFragment(EmployerPostingState_posting, posting), counts: posting.counts }
  })
  const limit = (row: Row) => {
    if (row.status === 'OPEN' && row.validUntil) return <Countdown until={row.validUntil} compact />
    if (row.status === 'SUBMITTED') return <span className="mute small">{t('postings.afterAcceptance')}</span>
    if (row.status === 'ENDED' && row.invalidOn)
      return <span className="mute small">{t('postings.endedOn', { date: formatDate(row.invalidOn, now) })}</span>
    return <span className="mute">{t('none')}</span>
  }
  const act = (row: Row) => {
    if (row.viewerCanEdit && (row.status === 'DRAFT' || row.status === 'RETURNED'))
      return (
        <Link to={`/employer/postings/${row.id}/edit`} className="whitespace-nowrap">
          {t(row.status === 'RETURNED' ? 'postings.fix' : 'postings.goOn')}
          <span className="sr">{row.title}</span>
        </Link>
      )
    if (!props.onCopy) return null
    return (
      <button type="button" className="btn btn-3 btn-s whitespace-nowrap px-0!" onClick={() => props.onCopy?.(row.id, row.title)}>
        {t('postings.copy')}
        <span className="sr">{row.title}</span>
      </button>
    )
  }
  const badge = (row: Row) => <EmployerPostingBadge status={row.status} paused={row.applicationsPaused} scope={row.sheet?.scope} />
  const number = (row: Row) => row.postingNumber ?? t('postings.noNumber')
  const columns: Column<Row>[] = [
    {
      key: 'posting',
      header: t('postings.column.posting'),
      cell: (row) => (
        <>
          <Link to={placeOf(row)}>{row.title}</Link>
          <span className="small mute num block font-normal">{number(row)}</span>
        </>
      ),
    },
    { key: 'state', header: t('postings.column.state'), cell: badge },
    {
      key: 'applications',
      header: t('postings.column.applications'),
      number: true,
      cell: (row) => formatNumber(row.counts?.applications ?? 0),
    },
    {
      key: 'unread',
      header: t('postings.column.unread'),
      number: true,
      cell: (row) => (row.counts?.unread ? <b>{formatNumber(row.counts.unread)}</b> : 0),
    },
    { key: 'limit', header: t('postings.column.limit'), cell: limit },
    { key: 'act', header: t('postings.column.act'), headerHidden: true, cell: act },
  ]
  return (
    <Table
      card
      caption={props.caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      phone={(row) => (
        <>
          <div className="flex items-start justify-between gap-2">
            <div className="min-w-0">
              <Link to={placeOf(row)} className="b">
                {row.title}
              </Link>
              <p className="small sub bits num">
                {t('postings.phoneLine', {
                  number: number(row),
                  applications: row.counts?.applications ?? 0,
                  unread: row.counts?.unread ?? 0,
                })}
              </p>
            </div>
            {act(row)}
          </div>
          <p className="mt-2 flex flex-wrap items-center gap-2">
            {badge(row)}
            {(row.status === 'OPEN' || row.status === 'SUBMITTED' || row.status === 'ENDED') && limit(row)}
          </p>
        </>
      )}
    />
  )
}
