import { Wifi } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Banner } from './banner.tsx'

/** The connection stands again, and what was missed is on the page. */
export function BackBanner() {
  const { t } = useTranslation('ui')
  return (
    <div className="wrap py-2">
      <Banner kind="ok" icon={Wifi} title={t('frame.back')} live>
        {t('frame.backNow')}
      </Banner>
    </div>
  )
}
