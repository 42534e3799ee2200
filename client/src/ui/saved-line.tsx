import { CloudAlert, CloudCheck, CloudOff, CloudUpload, Columns2, LogIn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatTime, type When } from './format.ts'
import { Icon } from './icon.tsx'

/** What became of what was typed. */
export type SavedState =
  | { kind: 'none' | 'saving' | 'waiting' | 'failed' }
  | { kind: 'saved'; at: When }
  /** A person has to choose, or to sign in, before it goes on. */
  | { kind: 'choose' | 'signedOut' }

const ICONS = {
  none: CloudCheck,
  saving: CloudUpload,
  saved: CloudCheck,
  waiting: CloudOff,
  failed: CloudAlert,
  choose: Columns2,
  signedOut: LogIn,
} as const

/** Beside the title of a form that saves itself (PAGES 1.5). */
export function SavedLine(props: { state: SavedState }) {
  const { state } = props
  const { t } = useTranslation('ui')
  return (
    <span className="saved" role="status">
      <Icon of={ICONS[state.kind]} />
      {state.kind === 'saved' ? t('saved.at', { time: formatTime(state.at, { seconds: true }) }) : t(`saved.${state.kind}`)}
    </span>
  )
}
