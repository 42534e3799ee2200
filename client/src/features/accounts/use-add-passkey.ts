import { useMutation } from '@apollo/client/react'
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { PasskeyList_viewer } from './passkey-list.tsx'
import { passkeyTrouble } from './passkey-trouble.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

const BeginPasskeyRegistration = graphql(
  `
    mutation BeginPasskeyRegistration($currentPassword: String!) {
      beginPasskeyRegistration(currentPassword: $currentPassword) {
        __typename
        ... on PasskeyRequest {
          options
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [useOwnAct_refusal],
)
const RegisterPasskey = graphql(
  `
    mutation RegisterPasskey($input: RegisterPasskeyInput!) {
      registerPasskey(input: $input) {
        __typename
        ... on Viewer {
          ...PasskeyList_viewer
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [PasskeyList_viewer, useOwnAct_refusal],
)

/** The password, then the device, then the server: true when the passkey is there. `trouble`: what the device said. */
export function useAddPasskey() {
  const { t } = useTranslation('account')
  const [begin] = useMutation(BeginPasskeyRegistration, { fetchPolicy: 'no-cache' })
  const [register] = useMutation(RegisterPasskey)
  const { act, refused } = useOwnAct()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const ask = async (currentPassword: string): Promise<object | null> => {
    let options: object | null = null
    await act(async () => {
      const answer = (await begin({ variables: { currentPassword } })).data?.beginPasskeyRegistration
      if (answer?.__typename === 'PasskeyRequest') options = answer.options
      return answer
    })
    return options
  }
  const make = (options: object) =>
    startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }).catch((error: unknown) => {
      setTrouble(t(`passkey.${passkeyTrouble(error) ?? 'unsupported'}`))
      return null
    })
  const add = async (currentPassword: string, name: string): Promise<boolean> => {
    setTrouble(null)
    setBusy(true)
    const options = await ask(currentPassword)
    const credential = options && (await make(options))
    const done =
      credential !== null && (await act(async () => (await register({ variables: { input: { credential, name } } })).data?.registerPasskey))
    setBusy(false)
    return done
  }
  return { add, refused, trouble, busy }
}
