import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'

/** The server's word why an application cannot be sent. */
export interface Refused {
  code: string
  message: string
}

/** Why it cannot be sent, what can be done now, and what was written, to take along. */
export function SeekerApplyRefused(props: { refusal: Refused; application: string | undefined; place: string; text: string }) {
  const { refusal, application, place, text } = props
  const { t } = useTranslation('seeker')
  const [copied, setCopied] = useState(false)
  return (
    <>
      <div className="mt-4">
        <Banner kind="warn" live title={refusal.message} />
      </div>
      <div className="btns mt-4">
        {application !== undefined ? (
          <LinkButton to={`/me/applications/${application}`} variant="primary">
            {t('apply.openApplication')}
          </LinkButton>
        ) : refusal.code === 'SEEKER_NOT_VALID' ? (
          <LinkButton to="/me/registration" variant="primary">
            {t('apply.openRegistration')}
          </LinkButton>
        ) : (
          <LinkButton to="/jobs" variant="primary">
            {t('apply.otherJobs')}
          </LinkButton>
        )}
        <LinkButton to={place}>{t('apply.backToPosting')}</LinkButton>
      </div>
      {text.trim() !== '' && (
        <div className="mt-6">
          <TextArea label={t('apply.keptText')} mark={false} readOnly rows={8} value={text} onChange={() => undefined} />
          <div className="btns mt-2">
            <Button
              size="s"
              icon={Copy}
              onPress={() =>
                void navigator.clipboard?.writeText(text).then(
                  () => setCopied(true),
                  () => undefined,
                )
              }
            >
              {copied ? t('apply.copied') : t('apply.copy')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
