import { useState, useTransition } from 'react'
import { type JobsSearch, sameSearch } from './jobs-search.ts'

/** New postings of a search, brought to its top whatever its order; `read` asks for the newest and for the list below them. */
export function useArrivals<Node extends { id: string }>(search: JobsSearch, read: () => Promise<readonly Node[]>) {
  const [arrived, setArrived] = useState<{ search: JobsSearch; nodes: readonly Node[]; failed: boolean } | null>(null)
  const [bringing, start] = useTransition()
  const bring = () =>
    start(async () => {
      const nodes = await read().catch(() => null)
      setArrived({ search, nodes: nodes ?? [], failed: nodes === null })
    })
  const brought = arrived && sameSearch(arrived.search, search) ? arrived : null
  return { arrived, brought, bring, bringing }
}
