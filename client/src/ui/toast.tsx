import { Check, type LucideIcon, X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

const SHOWN_FOR = 6000

interface Toast {
  message: ReactNode
  icon?: LucideIcon | undefined
  /** 元にもどす, where it can be undone. */
  undo?: { label?: string | undefined; onUndo: () => void } | undefined
}

interface Toasts {
  show: (toast: Toast) => void
}

const ToastContext = createContext<Toasts>({ show: () => undefined })

/** For the outcome of one's own act, never the only place of a fact (PAGES 1.7). */
export const useToast = (): Toasts => useContext(ToastContext)

function ToastLine(props: { toast: Toast; onGone: () => void }) {
  const { toast, onGone } = props
  const { t } = useTranslation('ui')
  const [held, hold] = useState(0)
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    if (held > 0) return
    const timer = setTimeout(() => gone.current(), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [held])
  const more = () => hold((n) => n + 1)
  const less = () => hold((n) => Math.max(0, n - 1))
  return (
    <div className="toast" onPointerEnter={more} onPointerLeave={less} onFocus={more} onBlur={less}>
      <Icon of={toast.icon ?? Check} />
      <span>{toast.message}</span>
      {toast.undo && (
        <button
          type="button"
          onClick={() => {
            toast.undo?.onUndo()
            onGone()
          }}
        >
          {toast.undo.label ?? t('toast.undo')}
        </button>
      )}
      <button type="button" className="toast-x" aria-label={t('common.close')} onClick={onGone}>
        <Icon of={X} />
      </button>
    </div>
  )
}

/** Holds the toasts of a page; one place, above the tab bar. */
export function ToastProvider(props: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  const [toasts, setToasts] = useState<readonly (Toast & { key: number })[]>([])
  const next = useRef(0)
  const show = useCallback((toast: Toast) => {
    next.current += 1
    const key = next.current
    setToasts((now) => [...now.slice(-2), { ...toast, key }])
  }, [])
  const value = useMemo(() => ({ show }), [show])
  return (
    <ToastContext value={value}>
      {props.children}
      <section className="toasts no-print" aria-label={t('toast.region')} aria-live="polite" aria-relevant="additions">
        <ul className="grid gap-2">
          {toasts.map((toast) => (
            <li key={toast.key}>
              <ToastLine toast={toast} onGone={() => setToasts((now) => now.filter((one) => one.key !== toast.key))} />
            </li>
          ))}
        </ul>
      </section>
    </ToastContext>
  )
}
