import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Direction = 'ascending' | 'descending'

/** One column; the first is the row's heading with its only link. */
export interface Column<Row> {
  key: string
  header: string
  /** Shown instead of the header's words, which then are for readers only. */
  headerIcon?: ReactNode
  headerHidden?: boolean | undefined
  cell: (row: Row) => ReactNode
  /** Numbers stand right. */
  number?: boolean | undefined
  /** The cell is this row's heading; by default the first column. */
  heading?: boolean | undefined
  sort?: { direction: Direction | undefined; onSort: () => void } | undefined
}

interface TableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  selected?: ((row: Row) => boolean) | undefined
  /** Under 1024 px the rows become a list; without it the table scrolls in its own region. */
  phone?: ((row: Row) => ReactNode) | undefined
  /** Inside a card without inner space. */
  card?: boolean | undefined
}

/** Where a person works through many (PAGES 1.3). */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, selected, phone, card } = props
  const { t } = useTranslation('ui')
  const headings = columns.some((c) => c.heading) ? columns.filter((c) => c.heading) : columns.slice(0, 1)
  const words = (column: Column<Row>) => (
    <>
      {column.headerIcon}
      {column.headerHidden || column.headerIcon ? <span className="sr">{column.header}</span> : column.header}
    </>
  )
  const table = (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={caption}>
      <table className="tbl">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'r' : undefined} aria-sort={column.sort?.direction}>
                {column.sort ? (
                  <button
                    type="button"
                    className="sort"
                    aria-label={t('table.sortBy', { column: column.header })}
                    onClick={column.sort.onSort}
                  >
                    {words(column)}
                    <Icon
                      of={
                        column.sort.direction === 'ascending' ? ArrowUp : column.sort.direction === 'descending' ? ArrowDown : ArrowUpDown
                      }
                      size="s"
                    />
                  </button>
                ) : (
                  words(column)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={selected?.(row) ? 'sel' : undefined}>
              {columns.map((column) =>
                headings.includes(column) ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.number ? 'r' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  const framed = card ? <div className="card card-flush overflow-hidden">{table}</div> : table
  if (!phone) return framed
  return (
    <>
      <div className="hidden lg:block">{framed}</div>
      <ul className="card list card-tight lg:hidden" aria-label={caption}>
        {rows.map((row) => (
          <li key={rowKey(row)} className="py-3">
            {phone(row)}
          </li>
        ))}
      </ul>
    </>
  )
}
