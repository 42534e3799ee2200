import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

interface ProgressProps {
  label: ReactNode
  value: number
  max: number
  /** Words instead of 8 / 20. */
  valueText?: string | undefined
  /** The label for readers only. */
  bare?: boolean | undefined
}

/** Long work with its numbers. */
export function Progress(props: ProgressProps) {
  const { label, value, max, valueText, bare } = props
  const { t } = useTranslation('ui')
  const id = useId()
  const text = valueText ?? t('progress.of', { value, max })
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <div>
      <p className={bare ? 'sr' : 'small'}>
        <span id={id}>{label}</span> <span className="num">{text}</span>
      </p>
      <div
        className="progress mt-1"
        role="progressbar"
        aria-labelledby={id}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
      >
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
