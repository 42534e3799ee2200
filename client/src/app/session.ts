import { useApolloClient, useMutation } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { reconnect } from '../graph/client.ts'
import { graphql } from '../graph/graphql.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      __typename
    }
  }
`)

/** Ends the session; the next person on this device finds nothing of it. */
export function useSignOut(): () => void {
  const client = useApolloClient()
  const navigate = useNavigate()
  const [signOut] = useMutation(SignOut)
  return useCallback(() => {
    void (async () => {
      await signOut()
      reconnect()
      await navigate({ to: '/' })
      await client.resetStore()
    })()
  }, [client, navigate, signOut])
}
