import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'
import { askAgain } from '../../graph/ask-again.ts'
import { reconnect } from '../../graph/client.ts'
import { graphql } from '../../graph/graphql.ts'

/** Who came in. */
export interface Entered {
  kind: string
  accountId: string
  seekerStatus?: string
}

/** Every mutation that lets somebody in answers with this. */
export const useEnter_viewer = graphql(`
  fragment useEnter_viewer on Viewer {
    kind
    account {
      id
    }
    seeker {
      id
      status
    }
  }
`)
const EnterKnown = graphql(`
  query EnterKnown {
    viewer {
      kind
      account {
        id
      }
    }
  }
`)

/**
 * Somebody is here now: the socket takes the new session. For the same person what is on the page stays and is asked again; for
 * another one nothing read before stays. The answer that let them in is kept out of the cache (`no-cache`), or half a viewer would
 * be asked for while everything is dropped.
 */
export function useEnter(): (entered: Entered) => Promise<void> {
  const client = useApolloClient()
  return useCallback(
    async ({ kind, accountId }) => {
      const known = client.cache.readQuery({ query: EnterKnown })?.viewer
      reconnect()
      if (known?.account?.id === accountId && known.kind === kind) void askAgain(client, 'all')
      else await client.resetStore()
    },
    [client],
  )
}

export const enteredOf = (viewer: { kind: string; account: { id: string } | null; seeker: { status: string } | null }): Entered => ({
  kind: viewer.kind,
  accountId: viewer.account?.id ?? '',
  ...(viewer.seeker && { seekerStatus: viewer.seeker.status }),
})
