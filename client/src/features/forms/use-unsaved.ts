import { useEffect, useState } from 'react'
import { keptBelow, onKept } from '../../graph/kept.ts'
import { copyName } from './copy-place.ts'

/** Steps of a form of which words lie in this browser that the server does not have. */
export function useUnsaved(account: string, form: string): readonly string[] {
  const [steps, setSteps] = useState<readonly string[]>([])
  useEffect(() => {
    let here = true
    const look = () =>
      void keptBelow(account, copyName(form)).then(
        (found) => here && setSteps([...new Set(found.map(({ name }) => name.slice(copyName(form).length).split(':')[0] ?? ''))]),
        () => undefined,
      )
    look()
    const off = onKept(look)
    return () => {
      here = false
      off()
    }
  }, [account, form])
  return steps
}
