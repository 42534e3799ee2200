import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigateTo } from '../../ui/link.tsx'
import { requestKey } from '../../graph/request-key.ts'
import { useCopyPosting } from './use-copy-posting.ts'

/** 転用: a new draft from an own posting, opened at once; resolves with words when it could not be made. */
export function useCopyAndOpen() {
  const { t } = useTranslation('employer')
  const go = useNavigateTo()
  const { run, busy } = useCopyPosting()
  const keys = useRef(new Map<string, string>())
  const copy = useCallback(
    async (postingId: string): Promise<string | null> => {
      const key = keys.current.get(postingId) ?? requestKey()
      keys.current.set(postingId, key)
      const answer = await run({ postingId, key })
      if (answer.kind !== 'done') return answer.kind === 'refused' ? answer.message : t('failed')
      go(`/employer/postings/${answer.id}/edit`)
      return null
    },
    [run, go, t],
  )
  return { copy, busy }
}
