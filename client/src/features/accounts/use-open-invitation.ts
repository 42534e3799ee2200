import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql, readFragment } from '../../graph/graphql.ts'
import type { Refused } from '../../ui/refused.ts'
import { enteredOf, useEnter, useEnter_viewer } from './use-enter.ts'

const OpenInvitation = graphql(
  `
    mutation OpenInvitation($token: String!, $password: String!, $confirmation: String!, $termsVersion: String!) {
      openInvitation(token: $token, password: $password, confirmation: $confirmation, termsVersion: $termsVersion) {
        __typename
        ... on Viewer {
          ...useEnter_viewer
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
  [useEnter_viewer],
)

export interface ChosenPassword {
  password: string
  confirmation: string
}

/** Sets the password by the link; ends signed in. A link that died meanwhile is another page's business. */
export function useOpenInvitation(token: string, termsVersion: string) {
  const { t } = useTranslation('account')
  const [run, { loading }] = useMutation(OpenInvitation, { fetchPolicy: 'no-cache' })
  const [entering, setEntering] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const enter = useEnter()
  const open = async (chosen: ChosenPassword): Promise<'in' | 'dead' | 'refused'> => {
    setRefused(null)
    try {
      const result = (await run({ variables: { token, termsVersion, ...chosen } })).data?.openInvitation
      if (result?.__typename === 'Viewer') {
        setEntering(true)
        await enter(enteredOf(readFragment(useEnter_viewer, result)))
        return 'in'
      }
      if (result?.__typename === 'Refusal') {
        if (result.code === 'INVITATION_DEAD') return 'dead'
        setRefused(result)
      }
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    setEntering(false)
    return 'refused'
  }
  return { open, refused, busy: loading || entering }
}
