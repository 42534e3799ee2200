import { del, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SavedState } from '../../ui/saved-line.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'

/** What is written for one posting, as it lies in the browser. */
export interface ApplyDraft {
  motive: string
  reachable: string[]
  files: readonly { id: string; attachmentId: string; name: string; size: number }[]
}

const EMPTY: ApplyDraft = { motive: '', reachable: [], files: [] }
const PAUSE = 600

/** Kept per account and posting until it is sent: leaving the page loses nothing. */
export function useApplyDraft(account: string, postingId: string, onRestored: (draft: ApplyDraft) => void) {
  const name = `madoguchi:apply:${account}:${postingId}`
  const clock = useServerClock()
  const [draft, setDraft] = useState<ApplyDraft>(EMPTY)
  const [saved, setSaved] = useState<SavedState>({ kind: 'none' })
  const [ready, setReady] = useState(false)
  const latest = useRef(draft)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const restored = useRef(onRestored)
  const sent = useRef(false)

  const write = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (sent.current) return
    set(name, latest.current).then(
      () => setSaved({ kind: 'saved', at: clock.now() }),
      () => setSaved({ kind: 'failed' }),
    )
  }, [name, clock])

  useEffect(() => {
    let here = true
    void get<ApplyDraft>(name)
      .catch(() => undefined)
      .then((copy) => {
        if (!here) return
        if (copy) {
          latest.current = { ...EMPTY, ...copy }
          setDraft(latest.current)
          restored.current(latest.current)
        }
        setReady(true)
      })
    const leaving = () => timer.current !== undefined && write()
    window.addEventListener('pagehide', leaving)
    return () => {
      here = false
      window.removeEventListener('pagehide', leaving)
      leaving()
    }
  }, [name, write])

  const change = useCallback(
    (part: Partial<ApplyDraft>) => {
      latest.current = { ...latest.current, ...part }
      setDraft(latest.current)
      setSaved({ kind: 'saving' })
      clearTimeout(timer.current)
      timer.current = setTimeout(write, PAUSE)
    },
    [write],
  )
  const forget = useCallback(() => {
    sent.current = true
    clearTimeout(timer.current)
    timer.current = undefined
    void del(name).catch(() => undefined)
  }, [name])
  return { draft, saved, ready, change, forget }
}
