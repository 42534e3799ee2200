import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

interface ServerClock {
  now: () => Date
}

// The one place of the client that reads the browser's clock.
const browserClock = (): number => Date.now()

const ServerClockContext = createContext<ServerClock>({ now: () => new Date(browserClock()) })

/** Time in the client is the server's: the browser's clock plus the offset the server told. `read` lets a test hold the time. */
export function ServerClockProvider(props: { offsetMs: number; read?: () => number; children: ReactNode }) {
  const { offsetMs, read = browserClock } = props
  const clock = useMemo(() => ({ now: () => new Date(read() + offsetMs) }), [offsetMs, read])
  return <ServerClockContext value={clock}>{props.children}</ServerClockContext>
}

/** How far the server is ahead of this browser, from the server's own time in an answer. */
export const clockOffset = (serverNow: string): number => new Date(serverNow).getTime() - browserClock()

/** For moments, as when something is saved or sent; pages that show time use `useNow`. */
export const useServerClock = (): ServerClock => useContext(ServerClockContext)

const LONGEST_WAIT = 60_000

/** The server's time, told anew after the milliseconds `waitFor` names; by default each minute. */
export function useNow(waitFor: (now: Date) => number = () => LONGEST_WAIT): Date {
  const clock = useServerClock()
  const [, redraw] = useState(0)
  const now = clock.now()
  const wait = Math.min(Math.max(waitFor(now), 50), LONGEST_WAIT)
  useEffect(() => {
    const again = () => redraw((n) => n + 1)
    const timer = setTimeout(again, wait)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', again)
    }
  })
  return now
}
