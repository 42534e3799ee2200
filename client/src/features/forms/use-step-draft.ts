import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { reach } from '../../graph/reach.ts'
import type { SavedState } from '../../ui/saved-line.tsx'
import { useServerClock } from '../../ui/server-clock.tsx'
import { copyPlace } from './copy-place.ts'
import { storeOf, keepStore } from './draft-shelf.ts'
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
  if (state.conflict !== null) return { kind: 'choose' }
  if (state.trouble === 'unreachable') return { kind: 'waiting' }
  if (state.trouble === 'signedOut') return { kind: 'signedOut' }
  if (state.trouble === 'refused') return { kind: 'failed' }
  if (state.sending !== null || isDirty(state)) return { kind: 'saving' }
  return state.savedAt === null ? { kind: 'none' } : { kind: 'saved', at: state.savedAt }
}

/** A step that saves itself: while typing, when the page is hidden, when it is left, when the connection is back. */
export function useStepDraft(account: string, step: string, server: ServerStep, save: Save): StepDraft {
  const clock = useServerClock()
  const saving = useRef(save)
  useEffect(() => {
    saving.current = save
  })
  const key = `${account}:${step}`
  const [store] = useState(() =>
    storeOf(key, () => new DraftStore(server, (...args) => saving.current(...args), copyPlace(account, step, clock.now), reach)),
  )
  const state = useSyncExternalStore(store.subscribe, store.get)

  useEffect(() => {
    const leave = keepStore(key, store)
    store.saveBy((...args) => saving.current(...args))
    void store.restore()
    const hidden = () => document.visibilityState === 'hidden' && void store.flush(true)
    const leaving = () => void store.flush(true)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leaving)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leaving)
      leave()
    }
  }, [key, store])

  useEffect(() => store.meet(server), [store, server])

  return { state, saved: savedState(state), type: store.type, flush: store.flush, choose: store.choose }
}
