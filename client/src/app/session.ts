import { useApolloClient, useMutation } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { SignOut } from '../features/accounts/sign-out.ts'
import { reconnect } from '../graph/client.ts'

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
