import { ChartLine, Table as TableIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from './segmented.tsx'

interface FigureProps {
  title: string
  note?: ReactNode
  chart: ReactNode
  /** The same content as a table. */
  table: ReactNode
  after?: ReactNode
}

/** A plot that can always be read as a table too (PAGES 2.14). */
export function Figure(props: FigureProps) {
  const { title, note, chart, table, after } = props
  const { t } = useTranslation('ui')
  const [view, setView] = useState<'chart' | 'table'>('chart')
  return (
    <figure className="card m-0">
      <figcaption className="card-h">
        <div>
          <h2>{title}</h2>
          {note && <p className="small sub">{note}</p>}
        </div>
        <Segmented
          label={t('figure.view', { title })}
          value={view}
          onChange={setView}
          items={[
            { value: 'chart', label: t('figure.chart'), icon: ChartLine },
            { value: 'table', label: t('figure.table'), icon: TableIcon },
          ]}
        />
      </figcaption>
      {view === 'chart' ? (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t('figure.region', { title })}>
          <div className="plot">{chart}</div>
        </div>
      ) : (
        table
      )}
      {after}
    </figure>
  )
}
