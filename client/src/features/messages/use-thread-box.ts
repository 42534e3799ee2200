import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { keptPlace } from '../../graph/kept.ts'
import { requestKey } from '../../graph/request-key.ts'
import type { FileRow } from '../../ui/file-drop.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'
import { ThreadBoxStore } from './thread-box-store.ts'
import type { Outgoing, SentFile } from './timeline.ts'
import { useOutbox, useOutgoing } from './use-outbox.ts'

/** Files that go with the next message; the page brings them. */
export interface BoxFiles {
  rows: FileRow[]
  ready: SentFile[]
  busy: boolean
  percent: number
  add: (files: File[]) => void
  remove: (id: string) => void
  retry: (id: string) => void
  restore: (files: readonly SentFile[]) => void
  clear: () => void
}

/** Writing and sending in one thread: at once on the page, then as the server has it. */
export function useThreadBox(account: string, threadId: string, files: BoxFiles, lastSeq: number) {
  const clock = useServerClock()
  const stores = useRef(new Map<string, ThreadBoxStore>())
  const store = useMemo(() => {
    const name = `${account}:${threadId}`
    const known = stores.current.get(name) ?? new ThreadBoxStore(keptPlace(account, `thread:${threadId}`, clock.now))
    stores.current.set(name, known)
    return known
  }, [account, threadId, clock])
  const state = useSyncExternalStore(store.subscribe, store.get)
  const outbox = useOutbox(account)
  const all = useOutgoing(outbox)
  const outgoing = useMemo(() => all.filter((one) => one.threadId === threadId), [all, threadId])
  const { ready, restore, clear } = files

  useEffect(() => {
    let here = true
    void store.restore().then((kept) => here && restore(kept))
    return () => {
      here = false
    }
  }, [store, restore])
  useEffect(() => {
    if (state.restored) store.keepFiles(ready)
  }, [store, state.restored, ready])

  const send = useCallback(() => {
    const body = store.get().text
    if (body.trim() === '' && ready.length === 0) return
    const at = clock.now().getTime()
    store.empty(outbox.add({ key: requestKey(), threadId, body, files: ready, after: lastSeq, at, state: 'sending', message: null }))
    clear()
  }, [store, outbox, threadId, ready, lastSeq, clear, clock])
  const rewrite = useCallback(
    (one: Outgoing) => {
      store.type([store.get().text, one.body].filter((text) => text !== '').join('\n'))
      outbox.drop(one.key)
      restore(one.files)
    },
    [store, outbox, restore],
  )
  return { ...state, outgoing, type: store.type, send, again: outbox.again, rewrite, drop: outbox.drop }
}
export type ThreadBox = ReturnType<typeof useThreadBox>
