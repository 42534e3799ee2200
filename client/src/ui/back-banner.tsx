import { Wifi } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Edge } from './banner.tsx'

/** The connection stands again, and what was missed is on the page: for a moment, where the loss was told. */
export function BackBanner() {
  const { t } = useTranslation('ui')
  return (
    <Edge icon={Wifi} title={t('frame.back')} ok>
      {t('frame.backNow')}
    </Edge>
  )
}
