import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { formatNumber } from './format.ts'

interface LoadMoreProps {
  shown: number
  total: number
  /** How many the next press brings. */
  next: number
  onMore: () => void
  busy?: boolean | undefined
  /** The total is an estimate. */
  approximate?: boolean | undefined
  /** The element whose children are the rows: the focus goes to the first new one. */
  list?: RefObject<HTMLElement | null> | undefined
}

/** つぎの20件を見る, with how many of how many; never endless scrolling (PAGES 1.3). */
export function LoadMore(props: LoadMoreProps) {
  const { shown, total, next, onMore, busy, approximate, list } = props
  const { t } = useTranslation('ui')
  const from = useRef<number>(undefined)
  useEffect(() => {
    if (from.current === undefined || shown <= from.current) return
    const row = list?.current?.children[from.current]
    from.current = undefined
    if (!(row instanceof HTMLElement)) return
    const goal = row.querySelector<HTMLElement>('a[href], button') ?? row
    if (goal === row) row.tabIndex = -1
    goal.focus()
  }, [shown, list])
  const numbers = { total: formatNumber(total), shown: formatNumber(shown) }
  return (
    <div className="more">
      {shown < total && (
        <Button
          className="more-btn"
          busy={busy}
          busyLabel={t('common.loading')}
          onPress={() => {
            from.current = shown
            onMore()
          }}
        >
          {t('more.next', { count: Math.min(next, total - shown) })}
        </Button>
      )}
      <p className="small mute num mt-2">{t(approximate ? 'more.about' : shown < total ? 'more.shown' : 'more.all', numbers)}</p>
    </div>
  )
}
