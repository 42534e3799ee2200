import { useTranslation } from 'react-i18next'
import { Flow } from '../../ui/steps.tsx'

interface SeekerFlowProps {
  steps: readonly { label: string; state: 'DONE' | 'CURRENT' | 'COMING' }[]
}

/** 応募–書類–面接–結果; nothing where the application ended on the way. */
export function SeekerFlow({ steps }: SeekerFlowProps) {
  const { t } = useTranslation('seeker')
  const at = steps.findIndex((step) => step.state === 'CURRENT')
  if (at < 0 && steps.some((step) => step.state !== 'DONE')) return null
  return <Flow label={t('flow')} steps={steps.map((step) => step.label)} current={at < 0 ? steps.length : at} />
}
