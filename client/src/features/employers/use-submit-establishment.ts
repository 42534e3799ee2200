import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'

const SubmitEstablishment = graphql(`
  mutation SubmitEstablishment($version: Int!, $acknowledge: [AcknowledgementInput!]) {
    submitEstablishment(version: $version, acknowledge: $acknowledge) {
      __typename
      ... on Employer {
        id
        version
        name
        waitingSince
        viewerCanSubmitEstablishment
        viewerCanRecallEstablishment
        office {
          id
          name
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)
const RecallEstablishment = graphql(`
  mutation RecallEstablishment($version: Int!) {
    recallEstablishment(version: $version) {
      __typename
      ... on Employer {
        id
        version
        waitingSince
        viewerCanSubmitEstablishment
        viewerCanRecallEstablishment
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

/** Sends the establishment to the office, or takes it back; says why not. */
export function useSubmitEstablishment() {
  const { t } = useTranslation('account')
  const [send, sending] = useMutation(SubmitEstablishment)
  const [takeBack, takingBack] = useMutation(RecallEstablishment)
  const [refused, setRefused] = useState<string | null>(null)
  const attempt = async (run: () => Promise<{ __typename: string; message?: string } | undefined>): Promise<boolean> => {
    setRefused(null)
    try {
      const result = await run()
      if (result?.__typename === 'Employer') return true
      setRefused(result?.message ?? t('unreachable'))
    } catch {
      setRefused(t('unreachable'))
    }
    return false
  }
  return {
    refused,
    busy: sending.loading || takingBack.loading,
    submit: (version: number, acknowledge: { path: string; code: string }[]) =>
      attempt(async () => (await send({ variables: { version, acknowledge } })).data?.submitEstablishment),
    recall: (version: number) => attempt(async () => (await takeBack({ variables: { version } })).data?.recallEstablishment),
  }
}
