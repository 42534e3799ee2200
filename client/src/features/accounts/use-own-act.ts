import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { isSignedOut, sessionEnd } from '../../graph/session-end.ts'
import type { Refused } from '../../ui/refused.ts'

export const useOwnAct_refusal = graphql(`
  fragment useOwnAct_refusal on Refusal {
    message
    problems {
      path
      severity
      message
    }
  }
`)

type Answer = { __typename: string } | ({ __typename: 'Refusal' } & FragmentOf<typeof useOwnAct_refusal>) | null | undefined

/** Runs an act on one's own account; true when it was done, else why not stands in `refused`. */
export function useOwnAct() {
  const { t } = useTranslation('account')
  const [refused, setRefused] = useState<Refused | null>(null)
  const act = async (work: () => Promise<Answer>): Promise<boolean> => {
    setRefused(null)
    try {
      const answer = await sessionEnd.during(work)
      if (answer?.__typename === 'Refusal') {
        setRefused(readFragment(useOwnAct_refusal, answer as FragmentOf<typeof useOwnAct_refusal>))
        return false
      }
      return answer !== null && answer !== undefined
    } catch (error) {
      if (!isSignedOut(error)) setRefused({ message: t('unreachable'), problems: [] })
      return false
    }
  }
  return { act, refused }
}
