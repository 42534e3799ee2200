import { useState } from 'react'

interface Held {
  key: string
  known: ReadonlySet<string>
  shownLater: ReadonlySet<string>
}

/** Nothing jumps: rows that arrive while a list is read wait behind its quiet bar, then come marked (PAGES 1.7). */
export function useHeldRows<Row extends { id: string }>(rows: readonly Row[], key: string) {
  const [held, setHeld] = useState<Held>(() => ({ key, known: new Set(rows.map((row) => row.id)), shownLater: new Set() }))
  if (held.key !== key || (held.known.size === 0 && rows.length > 0))
    setHeld({
      key,
      known: new Set(rows.map((row) => row.id)),
      shownLater: held.key === key ? new Set(rows.map((row) => row.id)) : new Set(),
    })
  const waiting = rows.filter((row) => !held.known.has(row.id))
  return {
    rows: rows.filter((row) => held.known.has(row.id)),
    fresh: waiting.length,
    isNew: (id: string) => held.shownLater.has(id),
    show: () =>
      setHeld({
        ...held,
        known: new Set(rows.map((row) => row.id)),
        shownLater: new Set([...held.shownLater, ...waiting.map((row) => row.id)]),
      }),
    add: (ids: readonly string[]) => setHeld((now) => ({ ...now, known: new Set([...now.known, ...ids]) })),
  }
}
