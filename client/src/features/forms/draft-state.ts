import type { FormData } from '../../graph/graphql.ts'
import type { RawValue } from './form-logic.ts'

/** What the server holds of one step. */
export interface ServerStep {
  version: number
  data: FormData
  savedAt: string
  savedByName: string
}

/** Somebody else wrote something different at the same fields. */
export interface Conflict {
  theirs: ServerStep
  keys: string[]
}

/** One step of a draft: what the server has, what is typed here, what is under way. */
export interface DraftState {
  /** As far as is known here. Answers older than this are not taken. */
  base: { version: number; data: FormData }
  mine: FormData
  sending: FormData | null
  trouble: 'none' | 'unreachable' | 'refused'
  refusal: string | null
  conflict: Conflict | null
  /** Fields taken over from somebody else without asking, because nothing was typed there here. */
  taken: string[]
  restored: boolean
  savedAt: string | null
}

export type DraftEvent =
  | { kind: 'typed'; key: string; value: RawValue }
  | { kind: 'sent' }
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'moved'; theirs: ServerStep }
  | { kind: 'unreachable' }
  | { kind: 'refused'; message: string }
  | { kind: 'chosen'; choices: Record<string, 'mine' | 'theirs'> }
  | { kind: 'restored'; base: { version: number; data: FormData }; mine: FormData }

export const draftStateOf = (server: ServerStep): DraftState => ({
  base: { version: server.version, data: server.data },
  mine: server.data,
  sending: null,
  trouble: 'none',
  refusal: null,
  conflict: null,
  taken: [],
  restored: false,
  savedAt: Object.keys(server.data).length > 0 ? server.savedAt : null,
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
/** One save at a time, and none while a person has to choose. */
export const maySend = (state: DraftState): boolean => isDirty(state) && state.sending === null && state.conflict === null

const put = (data: FormData, key: string, value: RawValue | undefined): FormData => {
  const { [key]: _, ...rest } = data
  return value === undefined ? rest : { ...rest, [key]: value }
}

/** Both sides changed since `base`: what only one of them touched is taken, what both touched is asked. */
function meet(state: DraftState, theirs: ServerStep): DraftState {
  let mine = state.mine
  const keys: string[] = []
  const taken: string[] = []
  for (const key of keysOf(state.base.data, state.mine, theirs.data)) {
    const [was, here, there] = [state.base.data[key], state.mine[key], theirs.data[key]]
    if (sameValue(here, there) || sameValue(there, was)) continue
    if (sameValue(here, was)) {
      mine = put(mine, key, there)
      taken.push(key)
    } else keys.push(key)
  }
  const shared = { ...state, mine, sending: null, taken: [...new Set([...state.taken, ...taken])], savedAt: theirs.savedAt }
  if (keys.length > 0) return { ...shared, conflict: { theirs, keys } }
  return { ...shared, base: { version: theirs.version, data: theirs.data }, conflict: null }
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
        trouble: 'none',
        refusal: null,
        savedAt: event.savedAt,
      }
    case 'moved':
      if (event.theirs.version <= state.base.version) return state.sending === null ? state : { ...state, sending: null }
      return meet(state, event.theirs)
    case 'unreachable':
      return { ...state, sending: null, trouble: 'unreachable' }
    case 'refused':
      return { ...state, sending: null, trouble: 'refused', refusal: event.message }
    case 'chosen': {
      if (!state.conflict) return state
      const { theirs, keys } = state.conflict
      if (!keys.every((key) => event.choices[key] !== undefined)) return state
      const mine = keys.filter((key) => event.choices[key] === 'theirs').reduce((data, key) => put(data, key, theirs.data[key]), state.mine)
      return { ...state, mine, base: { version: theirs.version, data: theirs.data }, conflict: null }
    }
    case 'restored': {
      if (isDirty(state) || state.sending !== null) return state
      const server: ServerStep = { ...state.base, savedAt: state.savedAt ?? '', savedByName: '' }
      const copied = { ...state, base: event.base, mine: event.mine }
      const met = event.base.version < server.version ? meet(copied, server) : { ...copied, base: state.base }
      return { ...met, savedAt: state.savedAt, taken: state.taken, restored: !sameData(met.mine, state.mine) }
    }
  }
}
