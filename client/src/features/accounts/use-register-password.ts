import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql, readFragment } from '../../graph/graphql.ts'
import type { Refused } from '../../ui/refused.ts'
import { type Attempt, attemptOf, setUpOf, useAttempt_request, useAttempt_setUp } from './use-attempt.ts'
import { keyRefused } from './use-member-invitation.ts'
import { type Entered, enteredOf, useEnter, useEnter_viewer } from './use-enter.ts'
import type { Purpose } from './use-request-key.ts'

const RegisterPassword = graphql(
  `
    mutation RegisterPassword($input: RegisterPasswordInput!) {
      registerPassword(input: $input) {
        __typename
        ... on Viewer {
          ...useEnter_viewer
        }
        ... on OneTimePasswordRequest {
          ...useAttempt_request
        }
        ... on AuthenticatorSetUp {
          ...useAttempt_setUp
        }
        ... on Refusal {
          code
          message
          problems {
            path
            severity
            message
          }
        }
      }
    }
  `,
  [useEnter_viewer, useAttempt_request, useAttempt_setUp],
)

interface Typed {
  email: string
  authenticationKey: string
  password: string
  confirmation: string
  /** An invited one agrees now. */
  termsVersion?: string
}

/** Sets a password with the mailed key; ends signed in. Answers with who came in; somebody with an authenticator app goes on as `onAttempt`. */
export function useRegisterPassword(purpose: Purpose, onAttempt?: (attempt: Attempt) => void) {
  const { t } = useTranslation('account')
  const [run, { loading }] = useMutation(RegisterPassword, { fetchPolicy: 'no-cache' })
  const [entering, setEntering] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const enter = useEnter()
  const register = async (typed: Typed): Promise<Entered | null> => {
    setRefused(null)
    try {
      const result = (await run({ variables: { input: { ...typed, purpose } } })).data?.registerPassword
      if (result?.__typename === 'Viewer') {
        setEntering(true)
        const entered = enteredOf(readFragment(useEnter_viewer, result))
        await enter(entered)
        return entered
      }
      if (result?.__typename === 'OneTimePasswordRequest') onAttempt?.(attemptOf(readFragment(useAttempt_request, result), typed.email))
      if (result?.__typename === 'AuthenticatorSetUp') onAttempt?.(setUpOf(readFragment(useAttempt_setUp, result), typed.email))
      if (result?.__typename === 'Refusal') setRefused(keyRefused(result))
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    setEntering(false)
    return null
  }
  return { register, refused, busy: loading || entering }
}
