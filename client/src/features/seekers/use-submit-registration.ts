import { useApolloClient, useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { RegistrationResult_seeker } from './registration-result.tsx'

const SubmitRegistration = graphql(
  `
    mutation SubmitRegistration($version: Int!, $acknowledge: [AcknowledgementInput!]) {
      submitRegistration(version: $version, acknowledge: $acknowledge) {
        __typename
        ... on Seeker {
          id
          ...RegistrationResult_seeker
        }
        ... on Refusal {
          code
          message
          problems {
            path
            code
            severity
            message
          }
        }
      }
    }
  `,
  [RegistrationResult_seeker],
)

/** A no with the problems of single fields. */
export interface RegistrationRefused {
  message: string
  problems: readonly { path: string; code: string; severity: 'ERROR' | 'CONFIRM'; message: string }[]
}

/** Makes the registration valid; what the person may do changes with it, so who they are is asked anew. */
export function useSubmitRegistration() {
  const { t } = useTranslation('account')
  const client = useApolloClient()
  const [run] = useMutation(SubmitRegistration)
  const [refused, setRefused] = useState<RegistrationRefused | null>(null)
  const submit = async (version: number, acknowledge: { path: string; code: string }[]): Promise<boolean> => {
    setRefused(null)
    try {
      const result = (await run({ variables: { version, acknowledge } })).data?.submitRegistration
      if (result?.__typename === 'Seeker') {
        await client.refetchQueries({ include: ['AppViewer'] })
        return true
      }
      if (result) setRefused(result)
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    return false
  }
  return { submit, refused }
}
