import { useEffect, useState } from 'react'
import { reach } from '../graph/reach.ts'

/** Milliseconds somebody is told that all is well again; and between tries to learn what was missed. */
const GLAD = 6_000
const AGAIN = 3_000

/** `behind`: a loss was told, and not all that was missed is here yet; `back`: now it is. */
export type Connection = 'up' | 'behind' | 'back'

/** A loss that was told is over when what was missed has come (PAGES 1.7), not before. `everything` resolves then. */
export function useCaughtUp(party: string | null, everything: () => Promise<void>): Connection {
  const [connection, setConnection] = useState<Connection>('up')
  useEffect(() => {
    if (party === null) return
    let turn = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const catchUp = async (own: number) => {
      const came = await everything().then(
        () => true,
        () => false,
      )
      if (own !== turn) return
      if (came) setConnection('back')
      timer = setTimeout(() => (came ? setConnection('up') : void catchUp(own)), came ? GLAD : AGAIN)
    }
    const off = reach.subscribe(() => {
      clearTimeout(timer)
      turn += 1
      if (reach.isLost()) setConnection('behind')
      else void catchUp(turn)
    })
    return () => {
      turn += 1
      clearTimeout(timer)
      off()
      setConnection('up')
    }
  }, [party, everything])
  return connection
}
