import { useEffect, useState } from 'react'
import { askForCode } from './code-channel.ts'

/** Screens of this browser answer at once, or none of them holds the code. */
const PATIENCE = 800

/** The code in clear, from the screen that issued it; `silent` when none has answered. */
export function useIssuedCode(id: string): { code: string | null; silent: boolean } {
  const [code, setCode] = useState<string | null>(null)
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    const stop = askForCode(id, setCode)
    const timer = setTimeout(() => setSilent(true), PATIENCE)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [id])
  return { code, silent }
}
