import { CalendarDays } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { SeekerCancel, SeekerCancel_application } from './seeker-cancel.tsx'
import { SeekerFlow } from './seeker-flow.tsx'
import { SeekerStatusBadge } from './seeker-status-badge.tsx'

export const SeekerApplicationCard_application = graphql(
  `
    fragment SeekerApplicationCard_application on Application {
      id
      status
      channel
      appliedAt
      closedAt
      answerUntil
      isOverdue
      nextAct
      employerName
      sheet {
        id
        title
      }
      steps {
        label
        state
      }
      thread {
        id
        unreadCount
      }
      ...SeekerCancel_application
    }
  `,
  [SeekerCancel_application],
)

interface CardProps {
  application: FragmentOf<typeof SeekerApplicationCard_application>
  level?: 2 | 3
  /** With the sentence that says what can be done now. */
  withNext?: boolean
}

/** One application: what, where, how far, until when, and taking it back while that is possible. */
export function SeekerApplicationCard({ application: given, level = 3, withNext }: CardProps) {
  const { t } = useTranslation('seeker')
  const now = useNow()
  const application = readFragment(SeekerApplicationCard_application, given)
  const Heading = `h${level}` as const
  const running = application.status === 'APPLIED'
  return (
    <article className="card">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <Heading className="text-[1.125rem]!">
          <Link to={`/me/applications/${application.id}`}>{application.sheet.title}</Link>
        </Heading>
        <SeekerStatusBadge status={application.status} />
      </div>
      <p className="small sub bits">
        {[
          application.employerName,
          t(`channel.${application.channel}`),
          t('appliedOn', { day: formatDay(application.appliedAt, now, { weekday: false }) }),
          ...(application.closedAt === null ? [] : [t('closedOn', { day: formatDay(application.closedAt, now, { weekday: false }) })]),
        ].join('\u00a0・ ')}
      </p>
      <SeekerFlow steps={application.steps} />
      {withNext && <p className="mt-2">{application.nextAct}</p>}
      {running && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          {application.isOverdue ? (
            <Countdown until={application.answerUntil} owed withDate />
          ) : (
            <span className="due">
              <Icon of={CalendarDays} />
              <span>{t('answerBy', { day: formatDay(application.answerUntil, now, { weekday: false }) })}</span>
            </span>
          )}
          <SeekerCancel application={application} inline />
        </p>
      )}
      {application.thread && application.thread.unreadCount > 0 && (
        <p className="small mt-2">
          <Link to={`/me/messages/${application.thread.id}`}>{t('unreadMessages', { count: application.thread.unreadCount })}</Link>
        </p>
      )}
    </article>
  )
}
