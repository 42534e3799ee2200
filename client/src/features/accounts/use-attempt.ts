import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql, readFragment } from '../../graph/graphql.ts'
import type { Refused } from '../../ui/refused.ts'
import { type Entered, enteredOf, useEnter, useEnter_viewer } from './use-enter.ts'

export const useAttempt_request = graphql(`
  fragment useAttempt_request on OneTimePasswordRequest {
    id
    factor
    validUntil
    resendFrom
    sender
  }
`)
export const useAttempt_setUp = graphql(`
  fragment useAttempt_setUp on AuthenticatorSetUp {
    id
    secret
    uri
    validUntil
  }
`)
const VerifyOneTimePassword = graphql(
  `
    mutation VerifyOneTimePassword($input: VerifyOneTimePasswordInput!) {
      verifyOneTimePassword(input: $input) {
        __typename
        ... on Viewer {
          ...useEnter_viewer
        }
        ... on AuthenticatorSetUp {
          ...useAttempt_setUp
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [useEnter_viewer, useAttempt_setUp],
)
const ResendOneTimePassword = graphql(
  `
    mutation ResendOneTimePassword($attemptId: ID!) {
      resendOneTimePassword(attemptId: $attemptId) {
        __typename
        ... on OneTimePasswordRequest {
          ...useAttempt_request
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [useAttempt_request],
)

/** A sign-in whose password was right and that waits for the one-time password. */
export interface Attempt {
  id: string
  email: string
  factor: 'MAIL' | 'AUTHENTICATOR' | 'SET_UP'
  /** The app that must be set up before the sign-in ends. */
  setUp?: { secret: string; uri: string }
  validUntil: string
  resendFrom: string
  sender: string
}

export const attemptOf = (request: Omit<Attempt, 'email'>, email: string): Attempt => ({ ...request, email })
/** Nothing is mailed for an app that is being set up. */
export const setUpOf = (
  { id, secret, uri, validUntil }: { id: string; secret: string; uri: string; validUntil: string },
  email: string,
): Attempt => ({
  id,
  email,
  factor: 'SET_UP',
  setUp: { secret, uri },
  validUntil,
  resendFrom: validUntil,
  sender: '',
})
export const isAttempt = (answer: Entered | Attempt): answer is Attempt => 'validUntil' in answer

const FIELD = 'oneTimePassword'
/** A wrong one-time password is said at its field; an attempt that has ended is said for the whole page. */
const refusedOf = ({ code, message }: { code: string; message: string }): Refused =>
  code === 'ONE_TIME_PASSWORD_WRONG' ? { message, problems: [{ path: FIELD, severity: 'ERROR', message }] } : { message, problems: [] }

/** Ends an attempt with its one-time password, or has another one mailed. */
export function useAttempt(attempt: Attempt) {
  const { t } = useTranslation('account')
  const [runVerify, verifying] = useMutation(VerifyOneTimePassword, { fetchPolicy: 'no-cache' })
  const [runResend, resending] = useMutation(ResendOneTimePassword, { fetchPolicy: 'no-cache' })
  const [entering, setEntering] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const enter = useEnter()
  const unreachable = () => setRefused({ message: t('unreachable'), problems: [] })

  const verify = async (oneTimePassword: string, remember: boolean): Promise<Entered | Attempt | null> => {
    setRefused(null)
    try {
      const input = { attemptId: attempt.id, oneTimePassword, remember }
      const result = (await runVerify({ variables: { input } })).data?.verifyOneTimePassword
      if (result?.__typename === 'Viewer') {
        setEntering(true)
        const entered = enteredOf(readFragment(useEnter_viewer, result))
        await enter(entered)
        return entered
      }
      if (result?.__typename === 'AuthenticatorSetUp') return setUpOf(readFragment(useAttempt_setUp, result), attempt.email)
      if (result) setRefused(refusedOf(result))
    } catch {
      unreachable()
    }
    setEntering(false)
    return null
  }
  const resend = async (): Promise<Attempt | null> => {
    setRefused(null)
    try {
      const result = (await runResend({ variables: { attemptId: attempt.id } })).data?.resendOneTimePassword
      if (result?.__typename === 'OneTimePasswordRequest') return attemptOf(readFragment(useAttempt_request, result), attempt.email)
      if (result) setRefused(refusedOf(result))
    } catch {
      unreachable()
    }
    return null
  }
  return { verify, resend, refused, busy: verifying.loading || entering, resending: resending.loading }
}
