import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import type { Refused } from '../../ui/refused.ts'

const RequestNewInvitation = graphql(`
  mutation RequestNewInvitation($email: String!) {
    requestNewInvitation(email: $email) {
      __typename
      ... on InvitationRequest {
        email
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

/** Asks for a new link; the mail says the rest. */
export function useAskForInvitation() {
  const { t } = useTranslation('account')
  const [run, { loading: busy }] = useMutation(RequestNewInvitation)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [sent, setSent] = useState<{ email: string; sender: string } | null>(null)
  const ask = async (email: string): Promise<void> => {
    setRefused(null)
    try {
      const result = (await run({ variables: { email } })).data?.requestNewInvitation
      if (result?.__typename === 'InvitationRequest') setSent(result)
      else if (result) setRefused(result)
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
  }
  return { ask, refused, sent, busy }
}
