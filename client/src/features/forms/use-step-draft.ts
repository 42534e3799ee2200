import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { SavedState } from '../../ui/saved-line.tsx'
import { browserCopy } from './browser-copy.ts'
import { type DraftState, isDirty, type ServerStep } from './draft-state.ts'
import { DraftStore, type Save } from './draft-store.ts'

export interface StepDraft {
  state: DraftState
  saved: SavedState
  type: DraftStore['type']
  flush: DraftStore['flush']
  choose: DraftStore['choose']
}

function savedState(state: DraftState): SavedState {
  if (state.trouble === 'unreachable') return { kind: 'waiting' }
  if (state.trouble === 'refused' || state.conflict !== null) return { kind: 'failed' }
  if (state.sending !== null || isDirty(state)) return { kind: 'saving' }
  return state.savedAt === null ? { kind: 'none' } : { kind: 'saved', at: state.savedAt }
}

/** A step that saves itself: while typing, when the page is hidden, when it is left, when the connection is back. */
export function useStepDraft(key: string, server: ServerStep, save: Save): StepDraft {
  const saving = useRef(save)
  useEffect(() => {
    saving.current = save
  })
  const [store] = useState(() => new DraftStore(server, (...args) => saving.current(...args), browserCopy(key)))
  const state = useSyncExternalStore(store.subscribe, store.get)

  useEffect(() => {
    void store.restore()
    const hidden = () => document.visibilityState === 'hidden' && void store.flush(true)
    const leaving = () => void store.flush(true)
    const online = () => void store.flush()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leaving)
    window.addEventListener('online', online)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leaving)
      window.removeEventListener('online', online)
      store.stop()
    }
  }, [store])

  useEffect(() => store.meet(server), [store, server])

  return { state, saved: savedState(state), type: store.type, flush: store.flush, choose: store.choose }
}
