import type { FieldPolicy, Reference } from '@apollo/client'

interface Page {
  nodes: readonly unknown[]
  edges?: readonly unknown[]
  pageInfo?: { hasNextPage?: boolean }
  /** Of the first page; later ones have none. */
  asOf?: string | null
}

/** A variable no question declares: the first page is asked again under a reader, who keeps the rows further down. */
export const KEEP_ROWS = 'keepRows'

/** One list per filter: a page with `after` goes to the end, a first page starts anew. */
export function connection(keyArgs: string[]): FieldPolicy<Page> {
  return {
    keyArgs,
    merge(existing, incoming, { args, variables }) {
      if (!existing) return incoming
      if (args?.['after'])
        return {
          ...existing,
          ...incoming,
          nodes: [...existing.nodes, ...incoming.nodes],
          ...(incoming.edges ? { edges: [...(existing.edges ?? []), ...incoming.edges] } : {}),
          ...('asOf' in existing ? { asOf: existing.asOf } : {}),
        }
      return variables?.[KEEP_ROWS] === true ? withTail(existing, incoming) : incoming
    },
  }
}

const refOf = (node: unknown): string => (node as Reference).__ref

/**
 * The rows below the first page, where that is not the whole list. They begin after its last row, as it lay before; a row that came
 * up from far below says nothing of where that was.
 */
function withTail(existing: Page, incoming: Page): Page {
  if (incoming.pageInfo?.hasNextPage === false) return incoming
  const shown = incoming.nodes.map(refOf)
  const before = existing.nodes.map(refOf)
  const last = shown.map((ref) => before.indexOf(ref)).findLast((place) => place >= 0 && place <= shown.length)
  const tail = last === undefined ? [] : existing.nodes.slice(last + 1).filter((node) => !shown.includes(refOf(node)))
  if (tail.length === 0) return incoming
  return { ...incoming, nodes: [...incoming.nodes, ...tail], ...(existing.pageInfo ? { pageInfo: existing.pageInfo } : {}) }
}
