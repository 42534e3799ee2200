import type { ReactNode } from 'react'

/** A fact and what belongs to it, in the same place in every card. */
export interface Fact {
  term: ReactNode
  value: ReactNode
  notes?: readonly ReactNode[] | undefined
  /** The largest: the wage. */
  strong?: boolean | undefined
}

/** Wage, place, hours, holidays: four columns from 768 px, rows below. */
export function Facts(props: { items: readonly Fact[]; className?: string | undefined }) {
  return (
    <dl className={`facts facts-4 ${props.className ?? ''}`.trim()}>
      {props.items.map((fact, index) => (
        <div key={index}>
          <dt>{fact.term}</dt>
          <dd>
            {fact.strong ? <span className="wage num">{fact.value}</span> : fact.value}
            {fact.notes?.map((note, at) => (
              <span key={at} className={fact.strong ? 's l' : 's'}>
                {note}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A row of a sheet: what it is, what is written there, and at most one act (変更). */
export interface DlRow {
  key?: string | undefined
  term: ReactNode
  value: ReactNode
  action?: ReactNode
}

/** Only the rows that say something. */
export const written = (...rows: (false | null | undefined | { term: string; value: ReactNode })[]): DlRow[] =>
  rows.flatMap((row) => (row && row.value !== null && row.value !== undefined && row.value !== '' ? [row] : []))

/** Sheets, check answers, settings. */
export function Dl(props: { rows: readonly DlRow[]; compact?: boolean | undefined; className?: string | undefined }) {
  const { rows, compact, className } = props
  return (
    <dl className={['dl', compact && 'dl-s', className].filter(Boolean).join(' ')}>
      {rows.map((row, index) => (
        <div key={row.key ?? index} className={row.action ? 'act' : undefined}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.action && <dd>{row.action}</dd>}
        </div>
      ))}
    </dl>
  )
}
