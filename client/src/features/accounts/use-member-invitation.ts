import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql, readFragment } from '../../graph/graphql.ts'
import type { Refused } from '../../ui/refused.ts'
import { type Attempt, attemptOf, setUpOf, useAttempt_request, useAttempt_setUp } from './use-attempt.ts'
import { type Entered, enteredOf, useEnter, useEnter_viewer } from './use-enter.ts'

const AcceptInvitation = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
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

/** Joins another establishment with the account one has; answers with who came in, or with what is still asked for. */
export function useMemberInvitation() {
  const { t } = useTranslation('account')
  const [run, { loading }] = useMutation(AcceptInvitation, { fetchPolicy: 'no-cache' })
  const [entering, setEntering] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const enter = useEnter()
  const accept = async (input: { email: string; authenticationKey: string; password: string }): Promise<Entered | Attempt | null> => {
    setRefused(null)
    try {
      const result = (await run({ variables: { input } })).data?.acceptInvitation
      if (result?.__typename === 'OneTimePasswordRequest') return attemptOf(readFragment(useAttempt_request, result), input.email)
      if (result?.__typename === 'AuthenticatorSetUp') return setUpOf(readFragment(useAttempt_setUp, result), input.email)
      if (result?.__typename === 'Viewer') {
        setEntering(true)
        const entered = enteredOf(readFragment(useEnter_viewer, result))
        await enter(entered)
        return entered
      }
      if (result) setRefused(keyRefused(result))
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    setEntering(false)
    return null
  }
  return { accept, refused, busy: loading || entering }
}

/** A dead key is said at its field. */
export const keyRefused = (refused: Refused & { code: string }): Refused =>
  refused.code === 'KEY_DEAD'
    ? { message: refused.message, problems: [{ path: 'authenticationKey', severity: 'ERROR', message: refused.message }] }
    : refused
