import { useCallback, useEffect, useRef, useState } from 'react'

/** An act that is not begun again while it runs, by whatever way it is asked for: button, Enter, a second press. */
export function useOneAtATime<Args extends unknown[]>(act: (...args: Args) => unknown): { run: (...args: Args) => void; busy: boolean } {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const run = useCallback((...args: Args) => {
    if (running.current) return
    const done = latest.current(...args)
    if (!(done instanceof Promise)) return
    running.current = true
    setBusy(true)
    const end = () => {
      running.current = false
      setBusy(false)
    }
    void done.then(end, (error: unknown) => {
      end()
      throw error
    })
  }, [])
  return { run, busy }
}
