import { useMutation } from '@apollo/client/react'
import { graphql } from '../../graph/graphql.ts'
import { useKeySent, useKeySent_key, useKeySent_refusal } from './use-key-sent.ts'

const RequestKeyByCode = graphql(
  `
    mutation RequestKeyByCode($input: RequestKeyByCodeInput!) {
      requestKeyByCode(input: $input) {
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

/** What is read from the paper, as typed. */
export interface FromPaper {
  email: string
  employerNumber: string
  phone: string
  code: string
}

/** Shows the paper's code; a key comes by mail. */
export function useShowCode(now: () => Date) {
  const [run, { loading }] = useMutation(RequestKeyByCode)
  const { heard, refused } = useKeySent(now)
  const show = (typed: FromPaper, termsVersion: string) =>
    heard(async () => (await run({ variables: { input: { ...typed, termsVersion } } })).data?.requestKeyByCode)
  return { show, refused, busy: loading }
}
