import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

interface LiveBarProps {
  /** How many are waiting; 0 shows nothing but keeps the place that announces. */
  count: number
  onShow: () => void
  /** Instead of 新着 3件を表示. */
  label?: string | undefined
  /** New ones lie below: the end of a thread. */
  below?: boolean | undefined
  /** Over the list and in sight further down, so that nothing moves when it comes. */
  floating?: boolean | undefined
}

/** New rows never jump in: they wait behind this line (PAGES 1.7). */
export function LiveBar(props: LiveBarProps) {
  const { count, onShow, label, below, floating } = props
  const { t } = useTranslation('ui')
  return (
    <div role="status" className={floating ? 'livebar-over' : undefined}>
      {count > 0 && (
        <button type="button" className="livebar" onClick={onShow}>
          <Icon of={below ? ArrowDown : ArrowUp} size="s" />
          {label ?? t('live.fresh', { count })}
        </button>
      )}
    </div>
  )
}
