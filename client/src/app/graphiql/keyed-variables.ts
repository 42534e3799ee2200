import { useRef } from 'react'
import { requestKey } from '../../graph/request-key.ts'
import type { Variables } from './operation.ts'

/** The same content keeps its key, so that a second press makes nothing twice; another content gets one of its own. */
export function useKeyedVariables(): (variables: Variables) => Variables {
  const last = useRef<{ content: string; key: string } | null>(null)
  return (variables) => {
    if (!('key' in variables)) return variables
    const { key: _, dryRun: _dryRun, ...rest } = variables
    const content = JSON.stringify(rest)
    if (last.current?.content !== content) last.current = { content, key: requestKey() }
    return { ...variables, key: last.current.key }
  }
}
