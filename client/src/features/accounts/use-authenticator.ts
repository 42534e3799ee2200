import { useMutation } from '@apollo/client/react'
import { graphql } from '../../graph/graphql.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

const BeginAuthenticator = graphql(
  `
    mutation BeginAuthenticator($currentPassword: String!) {
      beginAuthenticator(currentPassword: $currentPassword) {
        __typename
        ... on AuthenticatorSecret {
          secret
          uri
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [useOwnAct_refusal],
)
const ConfirmAuthenticator = graphql(
  `
    mutation ConfirmAuthenticator($number: String!) {
      confirmAuthenticator(number: $number) {
        __typename
        ... on Viewer {
          authenticatorSince
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [useOwnAct_refusal],
)
const RemoveAuthenticator = graphql(
  `
    mutation RemoveAuthenticator($input: RemoveAuthenticatorInput!) {
      removeAuthenticator(input: $input) {
        __typename
        ... on Viewer {
          authenticatorSince
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [useOwnAct_refusal],
)

/** What the app must learn. */
export interface AppSecret {
  secret: string
  uri: string
}

/** Sets up the authenticator app of one's account, and removes it. */
export function useAuthenticator() {
  const [runBegin, beginning] = useMutation(BeginAuthenticator, { fetchPolicy: 'no-cache' })
  const [runConfirm, confirming] = useMutation(ConfirmAuthenticator)
  const [runRemove, removing] = useMutation(RemoveAuthenticator)
  const { act, refused } = useOwnAct()
  return {
    refused,
    busy: beginning.loading || confirming.loading || removing.loading,
    begin: async (currentPassword: string): Promise<AppSecret | null> => {
      let app: AppSecret | null = null
      await act(async () => {
        const answer = (await runBegin({ variables: { currentPassword } })).data?.beginAuthenticator
        if (answer?.__typename === 'AuthenticatorSecret') app = { secret: answer.secret, uri: answer.uri }
        return answer
      })
      return app
    },
    confirm: (number: string) => act(async () => (await runConfirm({ variables: { number } })).data?.confirmAuthenticator),
    remove: (currentPassword: string, number: string) =>
      act(async () => (await runRemove({ variables: { input: { currentPassword, number } } })).data?.removeAuthenticator),
  }
}
