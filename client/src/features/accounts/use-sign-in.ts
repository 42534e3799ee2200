import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql, readFragment } from '../../graph/graphql.ts'
import type { Refused } from '../../ui/refused.ts'
import { type Attempt, attemptOf, useAttempt_request } from './use-attempt.ts'
import { type Entered, enteredOf, useEnter, useEnter_viewer } from './use-enter.ts'

const SignIn = graphql(
  `
    mutation SignIn($email: String!, $password: String!) {
      signIn(email: $email, password: $password) {
        __typename
        ... on Viewer {
          ...useEnter_viewer
        }
        ... on OneTimePasswordRequest {
          ...useAttempt_request
        }
        ... on Refusal {
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
  [useEnter_viewer, useAttempt_request],
)

/** Signs in; answers with who came in, or with what is still asked for, or null when it was refused. */
export function useSignIn() {
  const { t } = useTranslation('account')
  const [run, { loading }] = useMutation(SignIn, { fetchPolicy: 'no-cache' })
  const [entering, setEntering] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const enter = useEnter()
  const signIn = async (email: string, password: string): Promise<Entered | Attempt | null> => {
    setRefused(null)
    try {
      const result = (await run({ variables: { email, password } })).data?.signIn
      if (result?.__typename === 'OneTimePasswordRequest') return attemptOf(readFragment(useAttempt_request, result), email)
      if (result?.__typename === 'Viewer') {
        setEntering(true)
        const entered = enteredOf(readFragment(useEnter_viewer, result))
        await enter(entered)
        return entered
      }
      if (result) setRefused(result)
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    setEntering(false)
    return null
  }
  return { signIn, refused, busy: loading || entering }
}
