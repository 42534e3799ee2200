import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

/** After a withdrawal: it is done, and how to come back. */
export function Page() {
  const { t } = useTranslation('account')
  return (
    <>
      <PageTitle title={t('withdrawn.title')}>
        <span className="row">
          <Icon of={CircleCheck} />
          {t('withdrawn.title')}
        </span>
      </PageTitle>
      <p className="mt-4">{t('withdrawn.what')}</p>
      <p className="mt-3">{t('withdrawn.again')}</p>
      <div className="btns mt-6">
        <LinkButton to="/" variant="primary">
          {t('withdrawn.jobs')}
        </LinkButton>
        <LinkButton to="/open/seeker">{t('withdrawn.open')}</LinkButton>
      </div>
    </>
  )
}
