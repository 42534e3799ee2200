import { useMutation } from '@apollo/client/react'
import { reconnect } from '../../graph/client.ts'
import { graphql } from '../../graph/graphql.ts'
import { useKeySent, useKeySent_key, useKeySent_refusal } from './use-key-sent.ts'
import { useOwnAct, useOwnAct_refusal } from './use-own-act.ts'

const ChangeEmail = graphql(
  `
    mutation ChangeEmail($input: ChangeEmailInput!) {
      changeEmail(input: $input) {
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
const ConfirmEmail = graphql(
  `
    mutation ConfirmEmail($input: ConfirmEmailInput!) {
      confirmEmail(input: $input) {
        __typename
        ... on Viewer {
          account {
            id
            email
          }
          sessions {
            id
          }
          devices {
            id
          }
        }
        ... on Refusal {
          ...useOwnAct_refusal
        }
      }
    }
  `,
  [useOwnAct_refusal],
)

/** Asks for a key to the new address, and ends the change with it. */
export function useChangeEmail(now: () => Date) {
  const [ask, asking] = useMutation(ChangeEmail)
  const [end, ending] = useMutation(ConfirmEmail)
  const { heard, refused } = useKeySent(now)
  const own = useOwnAct()
  return {
    ask: (input: { email: string; currentPassword: string }) => heard(async () => (await ask({ variables: { input } })).data?.changeEmail),
    asked: refused,
    confirm: async (input: { email: string; authenticationKey: string }): Promise<boolean> => {
      const done = await own.act(async () => (await end({ variables: { input } })).data?.confirmEmail)
      if (done) reconnect()
      return done
    },
    confirmed: own.refused,
    busy: asking.loading || ending.loading,
  }
}
