import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askAgain } from '../../graph/ask-again.ts'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { isSignedOut } from '../../graph/session-end.ts'
import type { Refused } from '../../ui/refused.ts'

export const useClaimAct_refusal = graphql(`
  fragment useClaimAct_refusal on Refusal {
    message
    problems {
      path
      severity
      message
    }
  }
`)

type Answer = { __typename: 'EmployerClaim' } | ({ __typename: 'Refusal' } & FragmentOf<typeof useClaimAct_refusal>) | null | undefined

/** An act on the claim of an employer number; true when it was done: then what stands on the page is asked again. */
export function useClaimAct() {
  const { t } = useTranslation('employer')
  const client = useApolloClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const act = async (work: () => Promise<Answer>): Promise<boolean> => {
    setRefused(null)
    setBusy(true)
    try {
      const answer = await work()
      if (answer?.__typename === 'EmployerClaim') {
        await askAgain(client, 'all')
        return true
      }
      if (answer?.__typename === 'Refusal') setRefused(readFragment(useClaimAct_refusal, answer))
    } catch (error) {
      if (!isSignedOut(error)) setRefused({ message: t('failed'), problems: [] })
    } finally {
      setBusy(false)
    }
    return false
  }
  return { act, refused, busy }
}
