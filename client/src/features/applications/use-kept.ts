import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keptPlace } from '../../graph/kept.ts'
import type { SavedState } from '../../ui/saved-line.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'

/** Something that is written here and sent whole: it lies in the browser, under its account, until it was sent. */
export function useKept<T extends object>(account: string, name: string, empty: T, onRestored?: (kept: T) => void) {
  const clock = useServerClock()
  const place = useMemo(() => keptPlace<T>(account, name, clock.now), [account, name, clock])
  const [value, setValue] = useState(empty)
  const [saved, setSaved] = useState<SavedState>({ kind: 'none' })
  const [ready, setReady] = useState(false)
  const latest = useRef(value)
  const touched = useRef(false)
  const sent = useRef(false)
  const restored = useRef(onRestored)

  useEffect(() => {
    let here = true
    void place
      .read()
      .catch(() => undefined)
      .then((kept) => {
        if (!here) return
        if (kept && !touched.current) {
          latest.current = { ...latest.current, ...kept }
          setValue(latest.current)
          restored.current?.(latest.current)
        }
        setReady(true)
      })
    return () => {
      here = false
    }
  }, [place])

  const change = useCallback(
    (part: Partial<T>) => {
      touched.current = true
      latest.current = { ...latest.current, ...part }
      setValue(latest.current)
      if (sent.current) return
      setSaved({ kind: 'saving' })
      place.write(latest.current).then(
        () => setSaved({ kind: 'saved', at: clock.now() }),
        () => setSaved({ kind: 'failed' }),
      )
    },
    [place, clock],
  )
  const forget = useCallback(() => {
    sent.current = true
    void place.clear().catch(() => undefined)
  }, [place])
  return { value, saved, ready, change, forget }
}
