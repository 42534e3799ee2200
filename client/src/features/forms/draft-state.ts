import type { FormData } from '../../graph/graphql.ts'
import type { RawValue } from './form-logic.ts'

/** What the server holds of one step. */
export interface ServerStep {
  version: number
  data: FormData
  savedAt: string
  savedByName: string
}

/** What of a step lies in the browser until the server has it. */
export interface BrowserCopy {
  base: { version: number; data: FormData }
  mine: FormData
  /** Sent without an answer: when it turns up on the server it is nobody else's. */
  unsure: readonly FormData[]
}

/** Somebody wrote something different at the same fields. */
export interface Conflict {
  theirs: ServerStep
  keys: string[]
  /** Those of them that were written in another tab here and never reached the server. */
  elsewhere: string[]
  /** What counts as known once a person has chosen. */
  base: { version: number; data: FormData }
}

/** One step of a draft: what the server has, what is typed here, what is under way. */
export interface DraftState {
  /** As far as is known here. Answers older than this are not taken. */
  base: { version: number; data: FormData }
  mine: FormData
  sending: FormData | null
  unsure: readonly FormData[]
  trouble: 'none' | 'unreachable' | 'signedOut' | 'refused'
  refusal: string | null
  conflict: Conflict | null
  /** Fields taken over from somebody else without asking, because nothing was typed there here. */
  taken: string[]
  restored: boolean
  savedAt: string | null
  savedByName: string
}

export type DraftEvent =
  | { kind: 'typed'; key: string; value: RawValue }
  | { kind: 'sent' }
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'moved'; theirs: ServerStep }
  | { kind: 'unreachable' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; message: string }
  | { kind: 'chosen'; choices: Record<string, 'mine' | 'theirs'> }
  | { kind: 'restored'; copies: readonly BrowserCopy[] }

export const draftStateOf = (server: ServerStep): DraftState => ({
  base: { version: server.version, data: server.data },
  mine: server.data,
  sending: null,
  unsure: [],
  trouble: 'none',
  refusal: null,
  conflict: null,
  taken: [],
  restored: false,
  savedAt: Object.keys(server.data).length > 0 ? server.savedAt : null,
  savedByName: server.savedByName,
})

/** Empty and absent are the same answer. */
const plain = (value: unknown): unknown =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
export const sameValue = (a: RawValue | undefined, b: RawValue | undefined): boolean => canonical(plain(a)) === canonical(plain(b))
const keysOf = (...all: FormData[]): string[] => [...new Set(all.flatMap((data) => Object.keys(data)))]
const sameData = (a: FormData, b: FormData): boolean => keysOf(a, b).every((key) => sameValue(a[key], b[key]))

export const isDirty = (state: DraftState): boolean => !sameData(state.mine, state.base.data)
/** The server has all of it. */
export const isSaved = (state: DraftState): boolean => !isDirty(state) && state.conflict === null
/** One save at a time, and none while a person has to choose. */
export const maySend = (state: DraftState): boolean => isDirty(state) && state.sending === null && state.conflict === null

const put = (data: FormData, key: string, value: RawValue | undefined): FormData => {
  const { [key]: _, ...rest } = data
  return value === undefined ? rest : { ...rest, [key]: value }
}
const isOurs = (unsure: readonly FormData[], key: string, there: RawValue | undefined): boolean =>
  unsure.some((sent) => sameValue(sent[key], there))

/** Both sides changed since `base`: what only one of them touched is taken, what both touched is asked. */
function meet(state: DraftState, theirs: ServerStep): DraftState {
  let mine = state.mine
  const keys: string[] = []
  const taken: string[] = []
  for (const key of keysOf(state.base.data, state.mine, theirs.data)) {
    const [was, here, there] = [state.base.data[key], state.mine[key], theirs.data[key]]
    if (sameValue(here, there) || sameValue(there, was) || isOurs(state.unsure, key, there)) continue
    if (sameValue(here, was)) {
      mine = put(mine, key, there)
      taken.push(key)
    } else keys.push(key)
  }
  const base = { version: theirs.version, data: theirs.data }
  const { savedAt, savedByName } = theirs
  const shared = { ...state, mine, sending: null, taken: [...new Set([...state.taken, ...taken])], savedAt, savedByName }
  if (keys.length > 0) return { ...shared, conflict: { theirs, keys, elsewhere: [], base } }
  return { ...shared, base, unsure: [], conflict: null }
}

/** Copies of tabs that were closed, the newest first: what they hold counts as typed here; where they differ a person chooses. */
function restore(state: DraftState, copies: readonly BrowserCopy[]): DraftState {
  const { base } = state
  const typed = new Set(keysOf(base.data, state.mine).filter((key) => !sameValue(state.mine[key], base.data[key])))
  let mine = state.mine
  let theirs = base.data
  const keys = new Set<string>()
  const elsewhere = new Set<string>()
  for (const copy of copies)
    for (const key of keysOf(copy.base.data, copy.mine)) {
      const [was, here, there] = [copy.base.data[key], copy.mine[key], base.data[key]]
      if (sameValue(here, was) || sameValue(here, there) || sameValue(here, mine[key])) continue
      if (typed.has(key)) {
        if (keys.has(key)) continue
        theirs = put(theirs, key, here)
        elsewhere.add(key)
        keys.add(key)
        continue
      }
      typed.add(key)
      mine = put(mine, key, here)
      if (!sameValue(there, was) && !isOurs(copy.unsure, key, there)) keys.add(key)
    }
  const restored = state.restored || !sameData(mine, state.mine)
  const unsure = [...state.unsure, ...copies.flatMap((copy) => copy.unsure)]
  if (keys.size === 0) return { ...state, mine, unsure, restored }
  const stands: ServerStep = { version: base.version, data: theirs, savedAt: state.savedAt ?? '', savedByName: state.savedByName }
  return { ...state, mine, unsure, restored, conflict: { theirs: stands, keys: [...keys], elsewhere: [...elsewhere], base } }
}

/** Every move of a draft; nothing typed is dropped by any of them. */
export function draftReducer(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case 'typed':
      return {
        ...state,
        mine: put(state.mine, event.key, event.value),
        refusal: null,
        trouble: state.trouble === 'refused' ? 'none' : state.trouble,
      }
    case 'sent':
      return maySend(state) ? { ...state, sending: state.mine } : state
    case 'saved':
      if (state.sending === null || event.version <= state.base.version) return { ...state, sending: null }
      return {
        ...state,
        base: { version: event.version, data: state.sending },
        sending: null,
        unsure: [],
        trouble: 'none',
        refusal: null,
        savedAt: event.savedAt,
      }
    case 'moved':
      if (event.theirs.version <= state.base.version) return state.sending === null ? state : { ...state, sending: null }
      return meet(state, event.theirs)
    case 'unreachable':
      return { ...state, sending: null, unsure: state.sending ? [...state.unsure, state.sending] : state.unsure, trouble: 'unreachable' }
    case 'signedOut':
      return { ...state, sending: null, trouble: 'signedOut' }
    case 'refused':
      return { ...state, sending: null, trouble: 'refused', refusal: event.message }
    case 'chosen': {
      if (!state.conflict) return state
      const { theirs, keys, base } = state.conflict
      if (!keys.every((key) => event.choices[key] !== undefined)) return state
      const mine = keys.filter((key) => event.choices[key] === 'theirs').reduce((data, key) => put(data, key, theirs.data[key]), state.mine)
      return { ...state, mine, base, unsure: [], conflict: null }
    }
    case 'restored':
      return restore(state, event.copies)
  }
}
