const KEPT_MS = 60_000

/** Totals kept as long as the product keeps them, so that all subjects count equally often. */
export function keptTotals() {
  const totals = new Map<string, { at: number; count: Promise<number> }>()
  return (key: string, ask: () => Promise<number>): Promise<number> => {
    const at = performance.now()
    const known = totals.get(key)
    if (known && at - known.at < KEPT_MS) return known.count
    const count = ask()
    totals.set(key, { at, count })
    return count
  }
}
