import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound } from '@tanstack/react-router'
import { MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SeekerApplicationResult, SeekerApplicationResult_result } from '../../features/applications/seeker-application-result.tsx'
import { SeekerCancel, SeekerCancel_application } from '../../features/applications/seeker-cancel.tsx'
import { SeekerFlow } from '../../features/applications/seeker-flow.tsx'
import { SeekerStatusBadge } from '../../features/applications/seeker-status-badge.tsx'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Dl, type DlRow } from '../../ui/facts.tsx'
import { FileLinks } from '../../ui/file-links.tsx'
import { formatDateTime, formatDay } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'

const SeekerApplicationPage = graphql(
  `
    query SeekerApplicationPage($id: ID!) {
      application(id: $id) {
        id
        status
        channel
        motive
        reachable
        appliedAt
        closedAt
        answerUntil
        isOverdue
        nextAct
        employerName
        viewerCanCancel
        cancelRefusal {
          code
          message
        }
        steps {
          label
          state
        }
        documents {
          id
          name
          size
          url
        }
        employerContact {
          workplaceAddress
          selectionPlace
          documentAddress
          person {
            section
            name
            phone
            email
          }
        }
        posting {
          id
          postingNumber
          isOpen
          office {
            id
            name
            phone
          }
        }
        sheet {
          id
          title
          sections {
            key
            title
            rows {
              key
              label
              value
            }
          }
        }
        thread {
          id
          unreadCount
        }
        result {
          id
          ...SeekerApplicationResult_result
        }
        ...SeekerCancel_application
      }
    }
  `,
  [SeekerApplicationResult_result, SeekerCancel_application],
)
type ApplicationData = NonNullable<ResultOf<typeof SeekerApplicationPage>['application']>
const route = getRouteApi('/me/applications/$id')

/** One application: how far it is, what can be done until when, what was sent, and the posting as it was then (PAGES 2.16). */
export function Page() {
  const { id } = route.useParams()
  const { t } = useTranslation('seeker')
  const now = useNow()
  const { data } = useSuspenseQuery(SeekerApplicationPage, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const { application } = data
  if (!application) throw notFound()
  const { sheet, posting, result } = application
  return (
    <>
      <Crumbs items={[{ label: t('activity.title'), to: '/me/activity' }, { label: sheet.title }]} />
      <div className="flex flex-wrap items-start justify-between gap-2">
        <PageTitle pageKey={id}>{sheet.title}</PageTitle>
        <SeekerStatusBadge status={application.status} />
      </div>
      <p className="sub">
        {[
          application.employerName,
          t(`channel.${application.channel}`),
          t('appliedOn', { day: formatDay(application.appliedAt, now, { weekday: false }) }),
        ].join(' ・ ')}
      </p>
      <div className="mt-4 grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-4">
          <Card title={t('application.next')}>
            <SeekerFlow steps={application.steps} />
            <p className="mt-2">{application.nextAct}</p>
            {application.thread && (
              <div className="btns mt-3">
                <LinkButton to={`/me/messages/${application.thread.id}`} variant="primary" icon={MessageSquare}>
                  {application.thread.unreadCount > 0
                    ? t('application.unread', { count: application.thread.unreadCount })
                    : t('application.message')}
                </LinkButton>
              </div>
            )}
          </Card>
          {result && <SeekerApplicationResult result={result} />}
          <Card title={t('application.sent')}>
            <Dl
              rows={[
                { term: t('application.applied'), value: formatDateTime(application.appliedAt, now) },
                {
                  term: t('application.motive'),
                  value: <span className="whitespace-pre-line wrap-anywhere">{application.motive ?? t('application.none')}</span>,
                },
                { term: t('application.reachable'), value: application.reachable ?? t('application.unwritten') },
                {
                  term: t('application.documents'),
                  value:
                    application.documents.length > 0 ? (
                      <FileLinks files={application.documents} label={t('application.documents')} />
                    ) : (
                      t('application.none')
                    ),
                },
              ]}
            />
          </Card>
        </div>
        <Beside application={application} />
        <div className="min-w-0">
          <Card
            title={t('application.snapshot')}
            aside={
              posting.isOpen ? (
                <Link className="small" to={`/jobs/${posting.postingNumber ?? ''}`}>
                  {t('application.seePosting')}
                </Link>
              ) : (
                <span className="small mute">{t('application.postingEnded')}</span>
              )
            }
          >
            <p className="small sub">
              {t('application.snapshotNote')} {t('done.number', { number: posting.postingNumber ?? '' })}
            </p>
            {sheet.sections.map((section) => (
              <section key={section.key} className="mt-5" aria-labelledby={`section-${section.key}`}>
                <h3 id={`section-${section.key}`}>{section.title}</h3>
                <div className="mt-1">
                  <Dl
                    rows={section.rows.map((row) => ({
                      key: row.key,
                      term: row.label,
                      value: <span className="whitespace-pre-line wrap-anywhere">{row.value}</span>,
                    }))}
                  />
                </div>
              </section>
            ))}
          </Card>
        </div>
      </div>
    </>
  )
}

/** Rights with their limits, the employer, and the office. */
function Beside({ application }: { application: ApplicationData }) {
  const { t } = useTranslation('seeker')
  const now = useNow()
  const { posting, employerContact: contact } = application
  const running = application.status === 'APPLIED'
  const rows: (DlRow | null)[] = [
    { term: t('application.name'), value: application.employerName },
    contact && { term: t('application.place'), value: contact.workplaceAddress },
    contact?.person
      ? { term: t('application.person'), value: [contact.person.section, contact.person.name].filter(Boolean).join(' ') }
      : null,
    contact?.person ? { term: t('application.phone'), value: <span className="num">{contact.person.phone}</span> } : null,
    contact?.person?.email ? { term: t('application.email'), value: <span className="wrap-anywhere">{contact.person.email}</span> } : null,
    contact?.selectionPlace ? { term: t('application.selection'), value: contact.selectionPlace } : null,
    contact?.documentAddress ? { term: t('application.documentAddress'), value: contact.documentAddress } : null,
  ]
  return (
    <aside className="grid min-w-0 content-start gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1" aria-label={t('application.rights')}>
      {running && (
        <Card title={t('application.rights')}>
          <h3 className="small b">{t('application.answer')}</h3>
          <p className="mt-1">
            <Countdown until={application.answerUntil} owed withDate />
          </p>
          <h3 className="small b mt-4">{t('application.cancel')}</h3>
          <div className="mt-1">
            {application.viewerCanCancel ? (
              <SeekerCancel application={application} />
            ) : (
              <p className="small sub">{application.cancelRefusal?.message}</p>
            )}
          </div>
        </Card>
      )}
      <Card title={t('application.employer')}>
        <Dl compact rows={rows.filter((row) => row !== null)} />
      </Card>
      <Card title={t('application.office')}>
        <p>{posting.office.name}</p>
        <p className="small sub num">{t('application.officePhone', { phone: posting.office.phone })}</p>
        {!running && application.closedAt !== null && (
          <p className="small mute mt-2">{t('closedOn', { day: formatDay(application.closedAt, now, { weekday: false }) })}</p>
        )}
      </Card>
    </aside>
  )
}
