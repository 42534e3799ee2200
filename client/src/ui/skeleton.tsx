import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const DELAY = 150

interface SkeletonProps {
  /** The real shape of what is coming. */
  shape?: 'cards' | 'rows' | 'lines' | undefined
  count?: number | undefined
}

const bar = (width: string, more = '') => <span className={`sk ${more}`.trim()} style={{ width }} />

function Shape({ shape }: { shape: 'cards' | 'rows' | 'lines' }) {
  if (shape === 'lines') return bar('80%', 'mt-2')
  if (shape === 'rows')
    return (
      <div className="row py-3">
        {bar('34%')}
        {bar('18%')}
        {bar('12%', 'ml-auto')}
      </div>
    )
  return (
    <div className="card">
      {bar('46%', 'sk-title')}
      {bar('64%', 'mt-3')}
      <div className="mt-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        {['80%', '70%', '76%', '60%'].map((width) => (
          <span key={width}>{bar(width)}</span>
        ))}
      </div>
    </div>
  )
}

/** While the first content is on its way: after 150 ms, said once to readers (PAGES 1.8). */
export function Skeleton(props: SkeletonProps) {
  const { shape = 'cards', count = shape === 'lines' ? 3 : 4 } = props
  const { t } = useTranslation('ui')
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), DELAY)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div>
      <p className="sr" role="status">
        {shown && t('common.loading')}
      </p>
      {shown && (
        <div aria-hidden="true" className={shape === 'cards' ? 'grid gap-3' : shape === 'rows' ? 'card list' : ''}>
          {Array.from({ length: count }, (_, index) => (
            <Shape key={index} shape={shape} />
          ))}
        </div>
      )}
    </div>
  )
}
