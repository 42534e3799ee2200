import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { reconnect } from '../../graph/client.ts'

/** Who came in. */
export interface Entered {
  kind: string
  seekerStatus?: string
}

/**
 * Another person now: the socket takes the new session, and nothing read before stays.
 * The answer that let them in is kept out of the cache (`no-cache`), or half a viewer would be asked for while everything is dropped.
 */
export function useEnter(): () => Promise<void> {
  const client = useApolloClient()
  return useCallback(async () => {
    reconnect()
    await client.resetStore()
  }, [client])
}
