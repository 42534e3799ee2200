import { useMutation } from '@apollo/client/react'
import { graphql } from '../../graph/graphql.ts'
import { useKeySent, useKeySent_key, useKeySent_refusal } from './use-key-sent.ts'

const RequestAuthenticationKey = graphql(
  `
    mutation RequestAuthenticationKey($input: RequestAuthenticationKeyInput!) {
      requestAuthenticationKey(input: $input) {
        __typename
        ... on KeyRequest {
          ...useKeySent_key
        }
        ... on Refusal {
          ...useKeySent_refusal
        }
      }
    }
  `,
  [useKeySent_key, useKeySent_refusal],
)
const ResendKey = graphql(
  `
    mutation ResendKey($email: String!, $purpose: KeyPurpose!) {
      resendKey(email: $email, purpose: $purpose) {
        __typename
        ... on KeyRequest {
          ...useKeySent_key
        }
        ... on Refusal {
          ...useKeySent_refusal
        }
      }
    }
  `,
  [useKeySent_key, useKeySent_refusal],
)

export type Purpose = 'OPEN_SEEKER' | 'OPEN_EMPLOYER' | 'OPEN_REGISTERED' | 'OPEN_BY_CODE' | 'MEMBER' | 'RESET'

/** Asks for a key, or for another one. */
export function useRequestKey(purpose: Purpose, now: () => Date) {
  const [request, requesting] = useMutation(RequestAuthenticationKey)
  const [again, resending] = useMutation(ResendKey)
  const { heard, refused } = useKeySent(now)
  return {
    requestKey: (email: string, termsVersion: string) =>
      heard(async () => (await request({ variables: { input: { email, purpose, termsVersion } } })).data?.requestAuthenticationKey),
    resendKey: (email: string) => heard(async () => (await again({ variables: { email, purpose } })).data?.resendKey),
    refused,
    busy: requesting.loading || resending.loading,
  }
}
