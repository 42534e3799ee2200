import { useTranslation } from 'react-i18next'

interface StepsProps {
  label: string
  steps: readonly string[]
  /** Index of the step one is at; steps.length when all are done. */
  current: number
}

/** Where one is in a short, fixed way: 1 書く, 2 確かめる, 3 完了. */
export function Steps(props: StepsProps) {
  const { label, steps, current } = props
  const { t } = useTranslation('ui')
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} className={index < current ? 'done' : undefined} aria-current={index === current ? 'step' : undefined}>
          {index + 1} {step}
          {index < current && <span className="sr">{t('steps.done')}</span>}
        </li>
      ))}
    </ol>
  )
}

/** How far a matter has come: 応募–書類–面接–結果. */
export function Flow(props: StepsProps) {
  const { label, steps, current } = props
  const { t } = useTranslation('ui')
  return (
    <ol className="flow" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} className={index < current ? 'done' : undefined} aria-current={index === current ? 'step' : undefined}>
          <span className="dot" />
          {index === current ? <b>{step}</b> : step}
          {index < current && <span className="sr">{t('steps.done')}</span>}
        </li>
      ))}
    </ol>
  )
}
