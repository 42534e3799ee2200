import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { I18nextProvider } from 'react-i18next'
import { i18n } from '../i18n/i18n.ts'
import { ServerClockProvider } from './server-clock.tsx'
import { ToastProvider } from './toast.tsx'

/** The ranges of the typeface come after the first page: until then the device's own letters stand. */
void import('./fonts.css')

/** Texts, time and toasts: everything the parts of `ui` need around them. Links come from `LinkProvider`. */
export function UiProvider(props: { clockOffsetMs?: number | undefined; readClock?: (() => number) | undefined; children: ReactNode }) {
  const { clockOffsetMs = 0, readClock, children } = props
  return (
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale="ja-JP">
        <ServerClockProvider offsetMs={clockOffsetMs} {...(readClock ? { read: readClock } : {})}>
          <ToastProvider>{children}</ToastProvider>
        </ServerClockProvider>
      </I18nProvider>
    </I18nextProvider>
  )
}
