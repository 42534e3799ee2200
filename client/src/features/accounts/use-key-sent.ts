import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from './refusal.ts'

/** A key that is on its way. */
export interface KeySent {
  email: string
  validUntil: string
  sender: string
  /** When this page learned it, for the pause before another one. */
  sentAt: string
}

type Answer =
  { __typename: 'KeyRequest'; email: string; validUntil: string; sender: string } | ({ __typename: 'Refusal' } & Refused) | undefined

/** Hears whether a key is on its way, or why not. */
export function useKeySent(now: () => Date) {
  const { t } = useTranslation('account')
  const [refused, setRefused] = useState<Refused | null>(null)
  const heard = async (work: () => Promise<Answer>): Promise<KeySent | null> => {
    setRefused(null)
    try {
      const result = await work()
      if (result?.__typename === 'KeyRequest')
        return { email: result.email, validUntil: result.validUntil, sender: result.sender, sentAt: now().toISOString() }
      if (result) setRefused(result)
    } catch {
      setRefused({ message: t('unreachable'), problems: [] })
    }
    return null
  }
  return { heard, refused }
}
