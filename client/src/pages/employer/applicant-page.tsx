import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound, useLocation } from '@tanstack/react-router'
import { MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  EmployerApplicantCards,
  EmployerApplicantCards_application,
  EmployerResultCard,
} from '../../features/applications/employer-applicant-cards.tsx'
import { EmployerApplicationBadge } from '../../features/applications/employer-application-badge.tsx'
import { EmployerResultForm, EmployerResultForm_application } from '../../features/applications/employer-result-form.tsx'
import { graphql } from '../../graph/graphql.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Count } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { useNavigateTo } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'

const ApplicantPage = graphql(
  `
    query ApplicantPage($id: ID!) {
      viewer {
        account {
          id
        }
      }
      application(id: $id) {
        id
        status
        channel
        appliedAt
        isOverdue
        viewerCanRecordResult
        nextAct
        formerApplicantName
        applicant {
          seekerId
          name
          nameKana
          age
          place
        }
        sheet {
          id
          title
        }
        posting {
          id
        }
        thread {
          id
          unreadCount
        }
        result {
          id
        }
        ...EmployerApplicantCards_application
        ...EmployerResultForm_application
      }
    }
  `,
  [EmployerApplicantCards_application, EmployerResultForm_application],
)
const route = getRouteApi('/employer/applications/$id')

export function Page() {
  const { t } = useTranslation('employer')
  const { id } = route.useParams()
  const now = useNow()
  const go = useNavigateTo()
  const { pathname, search } = useLocation()
  const [correcting, setCorrecting] = useState(false)
  const { data } = useSuspenseQuery(ApplicantPage, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const application = data.application
  if (!application) throw notFound()
  const { applicant, sheet, thread } = application
  const hasLeft = applicant === null && application.status !== 'CANCELLED'
  const name = applicant?.name ?? application.formerApplicantName ?? t(hasLeft ? 'applicants.left' : 'applicants.gone')
  const line = [
    applicant?.nameKana,
    applicant && t('applicants.who', { age: applicant.age, place: applicant.place }),
    sheet.title,
    t(`channel.${application.channel}`),
    formatDateTime(application.appliedAt, now),
  ].filter(Boolean)
  return (
    <>
      <Crumbs
        items={[
          { label: t('applicants.title'), to: '/employer/applicants' },
          { label: sheet.title, to: `/employer/postings/${application.posting.id}` },
          { label: name },
        ]}
      />
      <div className="pagehead">
        <div className="row min-w-0 gap-3.5">
          {applicant && <Avatar name={name} large />}
          <div className="min-w-0">
            <PageTitle pageKey={id}>{name}</PageTitle>
            <p className="small sub bits">{line.join('\u00a0・ ')}</p>
            <p className="mt-1">
              <EmployerApplicationBadge status={application.status} overdue={application.isOverdue} />
            </p>
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          {thread && (
            <LinkButton size="s" icon={MessageSquare} to={`/employer/messages/${thread.id}`}>
              {t('applicant.messages')}
              {thread.unreadCount > 0 && <Count value={thread.unreadCount} words={t('applicants.unread')} />}
            </LinkButton>
          )}
          {application.viewerCanRecordResult && !application.result && (
            <a className="btn btn-1 btn-s xl:hidden" href="#result">
              {t('applicant.toResult')}
            </a>
          )}
        </div>
      </div>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 content-start gap-4">
          {!applicant && <Banner kind="info">{hasLeft ? t('applicants.leftWhat') : application.nextAct}</Banner>}
          <EmployerApplicantCards application={application} />
        </div>
        <div className="grid content-start gap-4 xl:sticky xl:top-6 xl:self-start">
          {application.viewerCanRecordResult && (!application.result || correcting) ? (
            <EmployerResultForm
              account={data.viewer.account?.id ?? ''}
              application={application}
              checking={(search as Record<string, unknown>)['result'] === 'check'}
              onChecking={(checking) => go(checking ? `${pathname}?result=check` : pathname)}
              onDone={() => setCorrecting(false)}
            />
          ) : (
            <EmployerResultCard application={application} />
          )}
          {application.viewerCanRecordResult && application.result && (
            <Button variant="text" onPress={() => setCorrecting(!correcting)}>
              {t(correcting ? 'result.notCorrect' : 'result.correct')}
            </Button>
          )}
        </div>
      </div>
      <p className="small mute mt-6">{t('applicant.opened')}</p>
    </>
  )
}
