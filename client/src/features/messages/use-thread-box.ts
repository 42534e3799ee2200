import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { requestKey } from '../../graph/request-key.ts'
import type { FileRow } from '../../ui/file-drop.tsx'
import { ThreadBoxStore } from './thread-box-store.ts'
import type { Outgoing, SentFile } from './timeline.ts'
import { useSendMessage } from './use-send-message.ts'

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
  const stores = useRef(new Map<string, ThreadBoxStore>())
  const store = useMemo(() => {
    const name = `${account}:${threadId}`
    const known = stores.current.get(name) ?? new ThreadBoxStore(account, threadId)
    stores.current.set(name, known)
    return known
  }, [account, threadId])
  const state = useSyncExternalStore(store.subscribe, store.get)
  const sendMessage = useSendMessage()
  const { ready, restore, clear } = files

  useEffect(() => {
    let here = true
    void store.restore().then((kept) => here && restore(kept))
    const leaving = () => store.stop()
    window.addEventListener('pagehide', leaving)
    return () => {
      here = false
      window.removeEventListener('pagehide', leaving)
      store.stop()
    }
  }, [store, restore])
  useEffect(() => {
    if (state.restored) store.keepFiles(ready)
  }, [store, state.restored, ready])

  const deliver = useCallback(
    async ({ key, body, files: sent }: Outgoing) => {
      const answer = await sendMessage({ key, threadId, body, attachmentIds: sent.map(({ attachmentId }) => attachmentId) })
      if (answer.kind === 'sent') store.drop(key)
      else store.mark(key, answer.kind === 'refused' ? { state: 'refused', message: answer.message } : { state: 'failed' })
    },
    [sendMessage, store, threadId],
  )
  const send = useCallback(() => {
    const body = store.get().text
    if (body.trim() === '' && ready.length === 0) return
    const outgoing: Outgoing = { key: requestKey(), body, files: ready, after: lastSeq, state: 'sending', message: null }
    store.send(outgoing)
    clear()
    void deliver(outgoing)
  }, [store, ready, lastSeq, clear, deliver])
  const again = useCallback(
    (outgoing: Outgoing) => {
      store.mark(outgoing.key, { state: 'sending', message: null })
      void deliver(outgoing)
    },
    [store, deliver],
  )
  const rewrite = useCallback(
    (outgoing: Outgoing) => {
      store.drop(outgoing.key)
      store.type([store.get().text, outgoing.body].filter((text) => text !== '').join('\n'))
      restore(outgoing.files)
    },
    [store, restore],
  )
  return { ...state, type: store.type, send, again, rewrite, drop: store.drop }
}
export type ThreadBox = ReturnType<typeof useThreadBox>
