import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Dl } from '../../ui/facts.tsx'
import { formatDateTime, formatDay, formatEra, formatFileSize, formatYenRange } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { EmployerApplicationBadge } from './employer-application-badge.tsx'

export const EmployerApplicantCards_application = graphql(`
  fragment EmployerApplicantCards_application on Application {
    id
    status
    motive
    reachable
    answerUntil
    isOverdue
    nextAct
    applicant {
      seekerId
      phone
      email
      education
      licences
      selfPr
      careers {
        key
        label
        value
      }
    }
    documents {
      id
      name
      size
      state
      problem
      url
    }
    posting {
      id
      postingNumber
      status
    }
    sheet {
      id
      number
      submittedAt
      title
      shownFrom
      shownTo
      wageFormText
      placeText
      hoursText
      daysOffText
    }
    result {
      id
      outcome
      startDate
      messageToSeeker
      recordedAt
      differences {
        field
        label
        posted
        offered
      }
    }
    thread {
      id
      messagesOpenUntil
    }
  }
`)

interface CardsProps {
  application: FragmentOf<typeof EmployerApplicantCards_application>
}

/** What the applicant sent: motive, documents, career, and the paper it answers. */
export function EmployerApplicantCards(props: CardsProps) {
  const { t } = useTranslation('employer')
  const now = useNow()
  const application = readFragment(EmployerApplicantCards_application, props.application)
  const { applicant, documents, sheet, posting } = application
  const career = applicant
    ? [
        ...applicant.careers.map((row) => ({
          key: row.key,
          term: row.label,
          value: <span className="whitespace-pre-line">{row.value}</span>,
        })),
        { key: 'education', term: t('applicant.education'), value: applicant.education },
        { key: 'licences', term: t('applicant.licences'), value: applicant.licences.join('、') },
        { key: 'selfPr', term: t('applicant.selfPr'), value: applicant.selfPr },
        { key: 'reachable', term: t('applicant.reachable'), value: application.reachable },
        { key: 'phone', term: t('applicant.phone'), value: applicant.phone },
        { key: 'email', term: t('applicant.email'), value: applicant.email },
      ].filter((row) => row.value)
    : []
  return (
    <>
      {applicant && (
        <Card
          title={t('applicant.motive')}
          aside={
            application.status === 'APPLIED' && (
              <Countdown until={application.answerUntil} label={application.isOverdue ? undefined : t('applicants.answer')} owed withDate />
            )
          }
        >
          <p className="whitespace-pre-line break-words">{application.motive ?? t('applicant.noMotive')}</p>
        </Card>
      )}
      {applicant && (
        <Card title={t('applicant.documents')}>
          {documents.length === 0 ? (
            <p className="sub">{t('applicant.noDocuments')}</p>
          ) : (
            <ul className="list">
              {documents.map((document) => (
                <li key={document.id} className="flex items-center gap-3 py-3">
                  <span className="mute">
                    <Icon of={FileText} />
                  </span>
                  <span className="min-w-0 break-words">
                    {document.url ? (
                      <a href={document.url} target="_blank" rel="noreferrer">
                        {document.name}
                        <span className="sr">{t('applicant.opensNew')}</span>
                      </a>
                    ) : (
                      document.name
                    )}{' '}
                    <span className="small mute num">
                      {formatFileSize(document.size)} ・{' '}
                      {document.state === 'READY' ? t('applicant.checked') : (document.problem ?? t('applicant.notReady'))}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {career.length > 0 && (
        <Card title={t('applicant.career')}>
          <Dl compact rows={career} />
        </Card>
      )}
      <Card
        title={t('applicant.snapshot')}
        aside={
          <Link to={`/employer/postings/${posting.id}`} className="small">
            {t('applicant.openPosting')}
          </Link>
        }
      >
        <p className="small sub">{t('applicant.snapshotNote', { date: formatDay(sheet.submittedAt, now) })}</p>
        <Dl
          compact
          rows={[
            { term: t('applicant.title'), value: sheet.title },
            { term: t('posting.wage'), value: `${sheet.wageFormText} ${formatYenRange(sheet.shownFrom, sheet.shownTo)}` },
            { term: t('posting.place'), value: sheet.placeText },
            { term: t('posting.hours'), value: sheet.hoursText },
            { term: t('posting.daysOff'), value: sheet.daysOffText },
          ]}
        />
      </Card>
    </>
  )
}

/** What was recorded, as the applicant was told it. */
export function EmployerResultCard(props: CardsProps) {
  const { t } = useTranslation('employer')
  const now = useNow()
  const application = readFragment(EmployerApplicantCards_application, props.application)
  const { result, thread } = application
  if (!result)
    return (
      <Card title={t('applicant.state')} id="result">
        <EmployerApplicationBadge status={application.status} overdue={application.isOverdue} />
        <p className="mt-2">{application.nextAct}</p>
      </Card>
    )
  return (
    <Card
      id="result"
      title={t('result.recorded')}
      aside={<Badge kind={result.outcome === 'HIRED' ? 'ok' : 'quiet'}>{t(`applicationStatus.${result.outcome}`)}</Badge>}
    >
      <p className="small sub">{t('result.recordedAt', { date: formatDateTime(result.recordedAt, now) })}</p>
      <Dl
        compact
        rows={[
          ...(result.startDate ? [{ term: t('result.startDate'), value: formatEra(result.startDate) }] : []),
          ...result.differences.map((d) => ({
            key: d.field,
            term: d.label,
            value: (
              <>
                {d.posted && <s className="mute">{d.posted}</s>} {d.offered}
              </>
            ),
          })),
          ...(result.outcome === 'HIRED' && result.differences.length === 0
            ? [{ term: t('result.conditions'), value: t('result.same') }]
            : []),
          ...(result.messageToSeeker
            ? [{ term: t('result.message'), value: <span className="whitespace-pre-line">{result.messageToSeeker}</span> }]
            : []),
        ]}
      />
      {thread?.messagesOpenUntil && (
        <p className="mt-3 row wraprow">
          <Countdown until={thread.messagesOpenUntil} label={t('result.messagesUntil')} withDate />
        </p>
      )}
      <p className="small sub mt-2">{application.nextAct}</p>
    </Card>
  )
}
