import type { Pick } from './pick-field.tsx'

const NAME = 'madoguchi:last-place'

const isPlace = (value: unknown): value is Pick =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'PREFECTURE' || value.kind === 'MUNICIPALITY') &&
  'code' in value &&
  typeof value.code === 'string' &&
  'name' in value &&
  typeof value.name === 'string'

/** The place a person searched in last, remembered in this browser only. */
export const lastPlace = {
  read(): Pick | null {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null')
      return isPlace(stored) ? { kind: stored.kind, code: stored.code, name: stored.name } : null
    } catch {
      return null
    }
  },
  write(place: Pick | null): void {
    try {
      if (place === null) localStorage.removeItem(NAME)
      else localStorage.setItem(NAME, JSON.stringify(place))
    } catch {
      return
    }
  },
}
