import { LoaderCircle, type LucideIcon } from 'lucide-react'
import { type AriaAttributes, type MouseEvent, type ReactNode, type Ref, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Count } from './badge.tsx'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { useOneAtATime } from './use-one-at-a-time.ts'

/** One primary per view; danger-filled stands only inside a confirmation (PAGES 1.4). */
export type ButtonVariant = 'primary' | 'secondary' | 'text' | 'danger' | 'danger-filled'
export type ButtonSize = 'm' | 's'

interface Looks {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  wide?: boolean | undefined
  className?: string | undefined
}

const CLASSES: Record<ButtonVariant, string> = {
  primary: 'btn-1',
  secondary: 'btn-2',
  text: 'btn-3',
  danger: 'btn-d',
  'danger-filled': 'btn-dd',
}

const looks = ({ variant = 'secondary', size = 'm', wide, className }: Looks): string =>
  ['btn', CLASSES[variant], size === 's' && 'btn-s', wide && 'btn-w', className].filter(Boolean).join(' ')

interface ButtonProps extends Looks, AriaAttributes {
  children: ReactNode
  /** What takes time answers with its promise: until then the button is busy. */
  onPress?: (() => unknown) | undefined
  type?: 'button' | 'submit' | undefined
  icon?: LucideIcon | undefined
  busy?: boolean | undefined
  busyLabel?: string | undefined
  unavailable?: ReactNode
  id?: string | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  /** The safe answer of a dialog: the focus starts here. */
  focusFirst?: boolean | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

/** Unavailable keeps the focus and says why; a running one ignores further presses and keeps its width (PAGES 1.4). */
export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    type = 'button',
    icon,
    busyLabel,
    unavailable,
    variant,
    size,
    wide,
    className,
    focusFirst,
    ref,
    busy: told,
    ...rest
  } = props
  const act = useOneAtATime(() => onPress?.())
  const busy = told || act.busy
  const { t } = useTranslation('ui')
  const reasonId = useId()
  const holder = useRef<HTMLButtonElement>(null)
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    if (!busy) setWidth(holder.current?.offsetWidth)
  }, [busy, children])
  useEffect(() => {
    if (focusFirst) holder.current?.focus()
  }, [focusFirst])
  const blocked = Boolean(busy || unavailable)
  const press = (event: MouseEvent) => {
    if (blocked) event.preventDefault()
    else act.run()
  }
  const take = (element: HTMLButtonElement | null) => {
    holder.current = element
    if (typeof ref === 'function') ref(element)
    else if (ref) ref.current = element
  }
  return (
    <>
      <button
        {...rest}
        ref={take}
        type={type}
        className={looks({ variant, size, wide, className })}
        aria-busy={busy || undefined}
        aria-disabled={unavailable ? true : rest['aria-disabled']}
        aria-describedby={[rest['aria-describedby'], unavailable && reasonId].filter(Boolean).join(' ') || undefined}
        style={busy && width && !wide ? { minWidth: width } : undefined}
        onClick={press}
      >
        {busy ? <Icon of={LoaderCircle} className="turn" /> : icon && <Icon of={icon} />}
        {busy ? (busyLabel ?? t('common.working')) : children}
      </button>
      {unavailable && (
        <p id={reasonId} className="btn-why small sub">
          {unavailable}
        </p>
      )}
    </>
  )
}

interface IconButtonProps extends AriaAttributes {
  icon: LucideIcon
  label: string
  onPress?: (() => void) | undefined
  to?: string | undefined
  pressed?: boolean | undefined
  count?: number | undefined
  text?: ReactNode
  large?: boolean | undefined
  className?: string | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

/** Only star, close, trash, bell, menu, back and attach may stand without visible words (PAGES 1.9). */
export function IconButton(props: IconButtonProps) {
  const { icon, label, onPress, to, pressed, count, text, large, className = '', ref, ...rest } = props
  const inside = (
    <>
      <Icon of={icon} size={large ? 'l' : 'm'} />
      {text}
      {count ? <Count value={count} onIcon /> : null}
    </>
  )
  const shape = `iconbtn ${pressed ? 'is-on' : ''} ${className}`.trim()
  if (to !== undefined)
    return (
      <Link to={to} className={shape} aria-label={label} {...rest}>
        {inside}
      </Link>
    )
  return (
    <button {...rest} ref={ref} type="button" className={shape} aria-label={label} aria-pressed={pressed} onClick={onPress}>
      {inside}
    </button>
  )
}

interface LinkButtonProps extends Looks, AriaAttributes {
  to: string
  children: ReactNode
  icon?: LucideIcon | undefined
}

/** A way to another page that looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { to, children, icon, variant, size, wide, className, ...rest } = props
  return (
    <Link to={to} className={looks({ variant, size, wide, className })} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  )
}
