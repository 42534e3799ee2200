import { MessageSquare, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment, type ResultOf } from '../../graph/graphql.ts'
import { Badge, Count } from '../../ui/badge.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { formatDate } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { EmployerApplicationBadge } from './employer-application-badge.tsx'

export const EmployerApplicants_application = graphql(`
  fragment EmployerApplicants_application on Application {
    id
    status
    channel
    appliedAt
    answerUntil
    isOverdue
    formerApplicantName
    applicant {
      seekerId
      name
      age
      place
    }
    documents {
      id
    }
    thread {
      id
      unreadCount
    }
    sheet {
      id
      title
    }
  }
`)
type Row = ResultOf<typeof EmployerApplicants_application>

/** Overdue first, then by the day an answer was promised; what is over stands last. */
export function byDeadline(a: Row, b: Row): number {
  const open = (row: Row) => (row.status === 'APPLIED' ? 0 : 1)
  if (open(a) !== open(b)) return open(a) - open(b)
  if (a.isOverdue !== b.isOverdue) return a.isOverdue ? -1 : 1
  if (a.answerUntil !== b.answerUntil && open(a) === 0) return a.answerUntil < b.answerUntil ? -1 : 1
  return a.appliedAt < b.appliedAt ? 1 : -1
}

interface EmployerApplicantsTableProps {
  caption: string
  applications: readonly FragmentOf<typeof EmployerApplicants_application>[]
  /** Just arrived rows are marked. */
  isNew?: ((id: string) => boolean) | undefined
}

/** Applicants to work through: a table on desks, a list on phones (PAGES 2.9). */
export function EmployerApplicantsTable(props: EmployerApplicantsTableProps) {
  const { t } = useTranslation('employer')
  const now = useNow()
  const rows = readFragment(EmployerApplicants_application, props.applications).toSorted(byDeadline)
  const name = (row: Row) =>
    row.applicant?.name ?? row.formerApplicantName ?? t(row.status === 'CANCELLED' ? 'applicants.gone' : 'applicants.left')
  const who = (row: Row) => (row.applicant ? t('applicants.who', { age: row.applicant.age, place: row.applicant.place }) : '')
  const limit = (row: Row) =>
    row.status === 'APPLIED' ? (
      <Countdown until={row.answerUntil} label={row.isOverdue ? undefined : t('applicants.answer')} owed compact />
    ) : null
  const state = (row: Row) => <EmployerApplicationBadge status={row.status} overdue={row.isOverdue} />
  const unread = (row: Row) =>
    row.thread && row.thread.unreadCount > 0 ? <Count value={row.thread.unreadCount} words={t('applicants.unread')} /> : null
  const link = (row: Row) => (
    <Link to={`/employer/applications/${row.id}`} className="b">
      {name(row)}
    </Link>
  )
  const fresh = (row: Row) => props.isNew?.(row.id) && <Badge kind="new">{t('applicants.new')}</Badge>
  const columns: Column<Row>[] = [
    {
      key: 'who',
      header: t('applicants.column.who'),
      cell: (row) => (
        <>
          {link(row)} {fresh(row)}
          <span className="small mute block font-normal">{who(row)}</span>
        </>
      ),
    },
    { key: 'posting', header: t('applicants.column.posting'), cell: (row) => row.sheet.title },
    {
      key: 'channel',
      header: t('applicants.column.channel'),
      cell: (row) => <span className="small whitespace-nowrap">{t(`channel.${row.channel}`)}</span>,
    },
    {
      key: 'day',
      header: t('applicants.column.day'),
      cell: (row) => <span className="num whitespace-nowrap">{formatDate(row.appliedAt, now, { weekday: false })}</span>,
    },
    { key: 'state', header: t('applicants.column.state'), cell: state },
    { key: 'limit', header: t('applicants.column.limit'), cell: limit },
    {
      key: 'files',
      header: t('applicants.column.files'),
      cell: (row) =>
        row.documents.length > 0 && (
          <span className="row num whitespace-nowrap" style={{ gap: '0.25rem' }}>
            <span className="mute">
              <Icon of={Paperclip} size="s" />
            </span>
            {row.documents.length}
          </span>
        ),
    },
    { key: 'unread', header: t('applicants.column.unread'), headerIcon: <Icon of={MessageSquare} size="s" />, cell: unread },
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
              {link(row)} <span className="small mute">{who(row)}</span> {fresh(row)}
              <p className="small sub bits">
                {t('applicants.phoneLine', {
                  posting: row.sheet.title,
                  channel: t(`channel.${row.channel}`),
                  day: formatDate(row.appliedAt, now, { weekday: false }),
                })}
              </p>
            </div>
            {unread(row)}
          </div>
          <p className="mt-2 flex flex-wrap gap-2">
            {state(row)}
            {limit(row)}
          </p>
        </>
      )}
    />
  )
}
