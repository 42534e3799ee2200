import { useMutation } from '@apollo/client/react'
import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { passkeyTrouble } from './passkey-trouble.ts'
import { type Entered, enteredOf, useEnter, useEnter_viewer } from './use-enter.ts'

const BeginPasskeySignIn = graphql(`
  mutation BeginPasskeySignIn {
    beginPasskeySignIn {
      __typename
      ... on PasskeyRequest {
        options
      }
      ... on Refusal {
        message
      }
    }
  }
`)
const SignInWithPasskey = graphql(
  `
    mutation SignInWithPasskey($credential: WebAuthnJson!) {
      signInWithPasskey(credential: $credential) {
        __typename
        ... on Viewer {
          ...useEnter_viewer
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [useEnter_viewer],
)

/** Asks the device whose passkey it is, and signs in as that person. */
export function usePasskeySignIn() {
  const { t } = useTranslation('account')
  const [begin] = useMutation(BeginPasskeySignIn, { fetchPolicy: 'no-cache' })
  const [end] = useMutation(SignInWithPasskey, { fetchPolicy: 'no-cache' })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const enter = useEnter()
  const work = async (): Promise<Entered | null> => {
    const asked = (await begin()).data?.beginPasskeySignIn
    if (asked?.__typename !== 'PasskeyRequest') throw new Error('no question for a passkey')
    const credential = await startAuthentication({ optionsJSON: asked.options as PublicKeyCredentialRequestOptionsJSON })
    const result = (await end({ variables: { credential } })).data?.signInWithPasskey
    if (result?.__typename === 'Viewer') {
      const entered = enteredOf(readFragment(useEnter_viewer, result))
      await enter(entered)
      return entered
    }
    if (result) setRefused(result.message)
    return null
  }
  const signIn = async (): Promise<Entered | null> => {
    setRefused(null)
    setBusy(true)
    const entered = await work().catch((error: unknown) => {
      setRefused(t(passkeyTrouble(error) === null ? 'unreachable' : 'passkey.stopped'))
      return null
    })
    setBusy(false)
    return entered
  }
  return { signIn, refused, busy }
}
