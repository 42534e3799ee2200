import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { useTranslation } from 'react-i18next'

interface SwitchProps {
  children: ReactNode
  on: boolean
  onChange: (on: boolean) => void
  /** What is so when it is on: 公開中; 入 by default. */
  onLabel?: string | undefined
  offLabel?: string | undefined
  busy?: boolean | undefined
}

/** Works at once, without a save button; its state stands beside it in words. */
export function Switch(props: SwitchProps) {
  const { children, on, onChange, onLabel, offLabel, busy = false } = props
  const { t } = useTranslation('ui')
  return (
    <AriaSwitch className="switch-row" isSelected={on} onChange={onChange} isReadOnly={busy}>
      <span>{children}</span>
      <span className="switch" data-on={on}>
        <b aria-hidden="true">{on ? (onLabel ?? t('switch.on')) : (offLabel ?? t('switch.off'))}</b>
        <i />
      </span>
    </AriaSwitch>
  )
}
