import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Dl } from '../../ui/facts.tsx'
import { FileLinks } from '../../ui/file-links.tsx'
import { formatDay } from '../../ui/format.ts'
import { useNow } from '../../ui/server-clock.tsx'
import type { AppliedData } from './use-apply-to-posting.ts'

/** 3 完了: what was sent, until when an answer comes, until when it can be taken back, and what next. */
export function SeekerApplyDone(props: { application: AppliedData; title: string; postingNumber: string }) {
  const { application, title, postingNumber } = props
  const { t } = useTranslation('seeker')
  const now = useNow()
  return (
    <>
      <div className="mt-4">
        <Banner kind="ok" icon={CircleCheck} title={t('done.title')} live>
          <p>{t('done.what', { employer: application.employerName })}</p>
        </Banner>
      </div>
      <div className="mt-4">
        <Dl
          rows={[
            {
              term: t('done.posting'),
              value: (
                <>
                  {title}
                  <br />
                  <span className="small sub num">{t('done.number', { number: postingNumber })}</span>
                </>
              ),
            },
            { term: t('done.answer'), value: t('done.until', { day: formatDay(application.answerUntil, now) }) },
            {
              term: t('done.cancel'),
              value: (
                <>
                  <Countdown until={application.cancellableUntil} withDate />
                  <br />
                  <span className="small sub">{t('done.cancelNote')}</span>
                </>
              ),
            },
            {
              term: t('apply.documents'),
              value:
                application.documents.length === 0 ? (
                  t('apply.none')
                ) : (
                  <FileLinks files={application.documents} label={t('apply.documents')} />
                ),
            },
          ]}
        />
      </div>
      <h2 className="mt-7">{t('done.next')}</h2>
      <ul className="mt-2 list-disc pl-5">
        <li>{t('done.nextMessage')}</li>
        <li>{t('done.nextOverdue')}</li>
      </ul>
      <div className="btns mt-5">
        <LinkButton to={`/me/applications/${application.id}`} variant="primary">
          {t('done.open')}
        </LinkButton>
        <LinkButton to="/jobs">{t('done.more')}</LinkButton>
      </div>
    </>
  )
}
