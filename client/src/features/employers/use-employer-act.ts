import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askAgain } from '../../graph/ask-again.ts'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { isSignedOut } from '../../graph/session-end.ts'
import type { Refused } from '../../ui/refused.ts'

export const useEmployerAct_refusal = graphql(`
  fragment useEmployerAct_refusal on Refusal {
    message
    problems {
      path
      severity
      message
    }
  }
`)

type Answer =
  | { __typename: 'EmployerMember' | 'EmployerClaim' }
  | ({ __typename: 'Refusal' } & FragmentOf<typeof useEmployerAct_refusal>)
  | null
  | undefined

/** An act on one's establishment, its members or the claim of its number; true when it was done: then what stands on the page is asked again. */
export function useEmployerAct() {
  const { t } = useTranslation('employer')
  const client = useApolloClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const act = async (work: () => Promise<Answer>): Promise<boolean> => {
    setRefused(null)
    setBusy(true)
    try {
      const answer = await work()
      if (answer?.__typename === 'Refusal') setRefused(readFragment(useEmployerAct_refusal, answer))
      else if (answer) {
        await askAgain(client, 'all')
        return true
      }
    } catch (error) {
      if (!isSignedOut(error)) setRefused({ message: t('failed'), problems: [] })
    } finally {
      setBusy(false)
    }
    return false
  }
  return { act, refused, busy }
}
