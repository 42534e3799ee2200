import { useCallback, useState } from 'react'
import type { Acknowledged, DraftProblem } from './form-logic.ts'

const read = (name: string): Acknowledged[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? (kept as Acknowledged[]) : []
  } catch {
    return []
  }
}

/** Which CONFIRMs a person keeps as they are, remembered on this device until the form is sent. */
export function useAcknowledged(account: string, form: string) {
  const name = `madoguchi:${account}:acknowledged:${form}`
  const [acknowledged, setAcknowledged] = useState(() => read(name))
  const write = useCallback(
    (next: Acknowledged[]) => {
      setAcknowledged(next)
      try {
        if (next.length > 0) localStorage.setItem(name, JSON.stringify(next))
        else localStorage.removeItem(name)
      } catch {
        return
      }
    },
    [name],
  )
  const acknowledge = ({ path, code, message }: DraftProblem, on = true) => {
    const rest = acknowledged.filter((one) => !(one.path === path && one.code === code))
    write(on ? [...rest, { path, code, message }] : rest)
  }
  const forget = useCallback(() => write([]), [write])
  return { acknowledged, acknowledge, forget }
}
