import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import type { Refused } from './refusal.ts'

const RequestAuthenticationKey = graphql(`
  mutation RequestAuthenticationKey($input: RequestAuthenticationKeyInput!) {
    requestAuthenticationKey(input: $input) {
      __typename
      ... on KeyRequest {
        id
        email
        validUntil
        sender
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
const ResendKey = graphql(`
  mutation ResendKey($email: String!, $purpose: KeyPurpose!) {
    resendKey(email: $email, purpose: $purpose) {
      __typename
      ... on KeyRequest {
        id
        email
        validUntil
        sender
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

export type Purpose = 'OPEN_SEEKER' | 'RESET'

/** A key that is on its way. */
export interface KeySent {
  email: string
  validUntil: string
  sender: string
  /** When this page learned it, for the pause before another one. */
  sentAt: string
}

/** Asks for a key, or for another one. */
export function useRequestKey(purpose: Purpose, now: () => Date) {
  const { t } = useTranslation('account')
  const [request, requesting] = useMutation(RequestAuthenticationKey)
  const [again, resending] = useMutation(ResendKey)
  const [refused, setRefused] = useState<Refused | null>(null)
  const heard = async (
    work: () => Promise<
      ({ __typename: 'KeyRequest'; email: string; validUntil: string; sender: string } | ({ __typename: 'Refusal' } & Refused)) | undefined
    >,
  ): Promise<KeySent | null> => {
    setRefused(null)
    try {
      const result = await work()
      if (result?.__typename === 'KeyRequest')
        return { email: result.email, validUntil: result.validUntil, sender: result.sender, sentAt: now().toISOString() }
      if (result) setRefused(result)
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    return null
  }
  return {
    requestKey: (email: string, termsVersion: string) =>
      heard(async () => (await request({ variables: { input: { email, purpose, termsVersion } } })).data?.requestAuthenticationKey),
    resendKey: (email: string) => heard(async () => (await again({ variables: { email, purpose } })).data?.resendKey),
    refused,
    busy: requesting.loading || resending.loading,
  }
}
