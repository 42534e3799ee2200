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
  /** The establishment acted for, and how many there are to choose from. */
  employerId: string | null
  establishments: number
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
    employer {
      id
    }
    employers {
      id
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
      employer {
        id
      }
    }
  }
`)

/**
 * Somebody is here now: the socket takes the new session. For the same person, acting for the same establishment, what is on the page stays and is asked again; for
 * another one nothing read before stays. The answer that let them in is kept out of the cache (`no-cache`), or half a viewer would
 * be asked for while everything is dropped.
 */
export function useEnter(): (entered: Entered) => Promise<void> {
  const client = useApolloClient()
  return useCallback(
    async ({ kind, accountId, employerId }) => {
      const known = client.cache.readQuery({ query: EnterKnown })?.viewer
      reconnect()
      const isSame = known?.account?.id === accountId && known.kind === kind && (known.employer?.id ?? null) === employerId
      if (isSame) void askAgain(client, 'all')
      else await client.resetStore()
    },
    [client],
  )
}

interface Viewer {
  kind: string
  account: { id: string } | null
  seeker: { status: string } | null
  employer: { id: string } | null
  employers: readonly unknown[]
}

export const enteredOf = (viewer: Viewer): Entered => ({
  kind: viewer.kind,
  accountId: viewer.account?.id ?? '',
  employerId: viewer.employer?.id ?? null,
  establishments: viewer.employers.length,
  ...(viewer.seeker && { seekerStatus: viewer.seeker.status }),
})
