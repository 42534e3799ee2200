import type { FieldPolicy } from '@apollo/client'

interface Page {
  nodes: readonly unknown[]
  edges?: readonly unknown[]
}

/** One list per filter: a page with `after` goes to the end, a first page starts anew. */
export function connection(keyArgs: string[]): FieldPolicy<Page> {
  return {
    keyArgs,
    merge(existing, incoming, { args }) {
      if (!existing || !args?.['after']) return incoming
      return {
        ...existing,
        ...incoming,
        nodes: [...existing.nodes, ...incoming.nodes],
        ...(incoming.edges ? { edges: [...(existing.edges ?? []), ...incoming.edges] } : {}),
      }
    },
  }
}
