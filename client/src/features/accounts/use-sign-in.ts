import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import type { Refused } from './refusal.ts'
import { type Entered, useEnter } from './use-enter.ts'

const SignIn = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      __typename
      ... on Viewer {
        kind
        seeker {
          id
          status
        }
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
`)

/** Signs in; answers with who came in, or null when it was refused. */
export function useSignIn() {
  const { t } = useTranslation('account')
  const [run, { loading }] = useMutation(SignIn, { fetchPolicy: 'no-cache' })
  const [entering, setEntering] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const enter = useEnter()
  const signIn = async (email: string, password: string): Promise<Entered | null> => {
    setRefused(null)
    try {
      const result = (await run({ variables: { email, password } })).data?.signIn
      if (result?.__typename === 'Viewer') {
        setEntering(true)
        await enter()
        return { kind: result.kind, ...(result.seeker && { seekerStatus: result.seeker.status }) }
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
