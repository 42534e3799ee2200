import { Check, type LucideIcon, Minus, Triangle, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from './format.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

/** Colour never speaks alone: the words are the state, the kind only its looks. */
export type BadgeKind = 'plain' | 'key' | 'ok' | 'warn' | 'err' | 'quiet' | 'new'

const BADGES: Record<BadgeKind, string> = {
  plain: '',
  key: 'badge-key',
  ok: 'badge-ok',
  warn: 'badge-warn',
  err: 'badge-err',
  quiet: 'badge-q',
  new: 'badge-new',
}

/** A state or property in a word or two. */
export function Badge(props: { children: ReactNode; kind?: BadgeKind | undefined; icon?: LucideIcon | undefined }) {
  const { children, kind = 'plain', icon } = props
  return (
    <span className={`badge ${BADGES[kind]}`.trim()}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  )
}

interface CountProps {
  value: number
  quiet?: boolean | undefined
  danger?: boolean | undefined
  words?: string | undefined
  onIcon?: boolean | undefined
}

/** Blue means "waits for you", grey is a total; `words` says to readers what is counted. */
export function Count(props: CountProps) {
  const { t } = useTranslation('ui')
  const { value, quiet, danger, words, onIcon } = props
  const shape = ['count', quiet && 'count-q', danger && 'count-d', onIcon && 'count-on-icon'].filter(Boolean).join(' ')
  return (
    <span className={shape}>
      {formatNumber(value)}
      <span className="sr">{words ?? t('common.items')}</span>
    </span>
  )
}

/** Check = met, triangle = differs, minus = unknown. */
export interface FitItem {
  kind: 'met' | 'differs' | 'unknown'
  label: ReactNode
}

const MARKS = { met: Check, differs: Triangle, unknown: Minus } as const
const MARK_CLASSES = { met: 'y', differs: 'n', unknown: 'u' } as const

/** Wishes one by one, each with its mark and the mark's word. */
export function Fit(props: { items: readonly FitItem[] }) {
  const { t } = useTranslation('ui')
  return (
    <span className="fit">
      {props.items.map((item, index) => (
        <span key={index} className={MARK_CLASSES[item.kind]}>
          <Icon of={MARKS[item.kind]} />
          <span className="sr">
            {t(`fit.${item.kind}`)}
            {t('common.colon')}
          </span>
          {item.label}
        </span>
      ))}
    </span>
  )
}

interface ChipProps {
  children: ReactNode
  to?: string | undefined
  pressed?: boolean | undefined
  onPress?: (() => void) | undefined
  onRemove?: (() => void) | undefined
}

/** A condition: a link to it (`to`), one that is switched (`pressed`), or one that can be taken off (`onRemove`). */
export function Chip(props: ChipProps) {
  const { t } = useTranslation('ui')
  const { children, to, pressed, onPress, onRemove } = props
  if (to !== undefined)
    return (
      <Link to={to} className="chip">
        {children}
      </Link>
    )
  return (
    <button type="button" className={onRemove ? 'chip chip-x' : 'chip'} aria-pressed={pressed} onClick={onRemove ?? onPress}>
      {children}
      {onRemove && (
        <>
          <Icon of={X} size="s" />
          <span className="sr">{t('search.takeOff')}</span>
        </>
      )}
    </button>
  )
}
