import { useCallback, useState } from 'react'
import { keepOpening, NOTHING, type Opening, readOpening } from './opening-store.ts'
import type { Purpose } from './use-request-key.ts'

/** The way to a My Page or a new password, as far as it was gone in this browser. */
export function useOpening(purpose: Purpose) {
  const [opening, setOpening] = useState(() => readOpening(purpose))
  const change = useCallback(
    (values: Partial<Opening>) =>
      setOpening((before) => {
        const next = { ...before, ...values }
        keepOpening(purpose, next)
        return next
      }),
    [purpose],
  )
  const forget = useCallback(() => {
    keepOpening(purpose, null)
    setOpening(NOTHING)
  }, [purpose])
  return { opening, change, forget }
}
