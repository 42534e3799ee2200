import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert, WifiOff, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import { formatTime, type When } from './format.ts'
import { Icon } from './icon.tsx'

type BannerKind = 'info' | 'ok' | 'warn' | 'err'

const ICONS: Record<BannerKind, LucideIcon> = { info: Info, ok: CircleCheck, warn: TriangleAlert, err: CircleX }

interface BannerProps {
  kind: BannerKind
  title?: ReactNode
  children?: ReactNode
  icon?: LucideIcon | undefined
  /** もう一度 and the like. */
  action?: { label?: string; onPress: () => void } | undefined
  /** For questions to the office. */
  requestId?: string | undefined
  onClose?: (() => void) | undefined
  /** Came up while the person was working: announced. */
  live?: boolean | undefined
}

/** What happened or will happen, in the page; a failed act says so here and keeps what was typed (PAGES 1.8). */
export function Banner(props: BannerProps) {
  const { kind, title, children, icon, action, requestId, onClose, live } = props
  const { t } = useTranslation('ui')
  return (
    <div className={`banner banner-${kind}`} role={live ? (kind === 'err' ? 'alert' : 'status') : undefined}>
      <Icon of={icon ?? ICONS[kind]} />
      <div className="min-w-0 flex-1">
        {title && <b>{title}</b>}
        {children}
        {action && (
          <Button variant="text" size="s" className="banner-act" onPress={action.onPress}>
            {action.label ?? t('common.retry')}
          </Button>
        )}
        {requestId && <p className="small mute">{t('common.requestId', { id: requestId })}</p>}
      </div>
      {onClose && <IconButton icon={X} label={t('common.close')} onPress={onClose} />}
    </div>
  )
}

/** A strip that stays in sight while a person writes further down. */
export function Edge(props: { icon: LucideIcon; title: string; children: ReactNode; action?: ReactNode; ok?: boolean | undefined }) {
  return (
    <div className={props.ok ? 'edge-top edge-ok no-print' : 'edge-top no-print'} role="status">
      <Icon of={props.icon} />
      <p>
        <b>{props.title}</b>
        {props.children}
      </p>
      {props.action}
    </div>
  )
}

/** Lost connection: what is shown may be old, what is written is kept, and goes by itself later. */
export function OfflineBanner(props: { shownFrom?: When | undefined }) {
  const { t } = useTranslation('ui')
  return (
    <Edge icon={WifiOff} title={t('frame.offline')}>
      {t('frame.offlineKept')}
      {props.shownFrom !== undefined && t('frame.offlineSince', { time: formatTime(props.shownFrom) })}
    </Edge>
  )
}

/** Maintenance ahead: a yellow line on top, dismissible for the day. */
export function MaintenanceBar(props: { children: ReactNode; onClose?: (() => void) | undefined }) {
  const { t } = useTranslation('ui')
  return (
    <div className="topbar no-print" role="region" aria-label={t('frame.maintenance')}>
      <div className="wrap">
        <Icon of={Info} />
        <div className="flex-1">{props.children}</div>
        {props.onClose && <IconButton icon={X} label={t('common.close')} onPress={props.onClose} />}
      </div>
    </div>
  )
}
