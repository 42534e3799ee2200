import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import type { Refused } from '../../ui/refused.ts'

export const useKeySent_key = graphql(`
  fragment useKeySent_key on KeyRequest {
    id
    email
    validUntil
    sender
  }
`)
export const useKeySent_refusal = graphql(`
  fragment useKeySent_refusal on Refusal {
    message
    problems {
      path
      severity
      message
    }
  }
`)

/** A key that is on its way. */
export interface KeySent {
  email: string
  validUntil: string
  sender: string
  /** When this page learned it, for the pause before another one. */
  sentAt: string
}

type Answer =
  | ({ __typename: 'KeyRequest' } & FragmentOf<typeof useKeySent_key>)
  | ({ __typename: 'Refusal' } & FragmentOf<typeof useKeySent_refusal>)
  | undefined

/** Hears whether a key is on its way, or why not. */
export function useKeySent(now: () => Date) {
  const { t } = useTranslation('account')
  const [refused, setRefused] = useState<Refused | null>(null)
  const heard = async (work: () => Promise<Answer>): Promise<KeySent | null> => {
    setRefused(null)
    try {
      const result = await work()
      if (result?.__typename === 'KeyRequest') {
        const { email, validUntil, sender } = readFragment(useKeySent_key, result)
        return { email, validUntil, sender, sentAt: now().toISOString() }
      }
      if (result) setRefused(readFragment(useKeySent_refusal, result))
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    return null
  }
  return { heard, refused }
}
