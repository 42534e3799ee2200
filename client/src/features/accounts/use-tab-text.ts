import { useState } from 'react'

/** A secret that was typed: outlives a reload, not the tab. */
export function useTabText(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => read(name))
  const change = (next: string) => {
    setText(next)
    keep(name, next)
  }
  return [text, change]
}

function read(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function keep(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, text)
  } catch {
    return
  }
}
