import { useCallback, useEffect, useRef } from 'react'
import { useServerClock } from '../ui/server-clock.tsx'

/** When the person last wrote or pressed something here, in milliseconds of the server's clock. */
export function useLastInput(): () => number {
  const clock = useServerClock()
  const last = useRef(0)
  useEffect(() => {
    const heard = () => void (last.current = clock.now().getTime())
    const kinds = ['input', 'keydown', 'pointerdown'] as const
    for (const kind of kinds) window.addEventListener(kind, heard, { capture: true, passive: true })
    return () => kinds.forEach((kind) => window.removeEventListener(kind, heard, { capture: true }))
  }, [clock])
  return useCallback(() => last.current, [])
}
