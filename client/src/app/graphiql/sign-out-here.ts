import { useMutation } from '@apollo/client/react'
import { SignOut } from '../../features/accounts/sign-out.ts'

/** Outside the SPA: after signing out the browser goes to the staff's door. */
export function useSignOutHere(): () => void {
  const [signOut] = useMutation(SignOut)
  return () => void signOut().then(() => location.assign('/staff'))
}
