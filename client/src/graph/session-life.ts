/** How long the session lasts, as the last answer of the server said it; every tab of this browser knows it. */
export interface SessionLife {
  /** ISO 8601. */
  until: string
  warnFrom: string
  /** False at the absolute end: no act makes it longer. */
  extendable: boolean
}

const HEADER = 'x-madoguchi-session'

let life: SessionLife | null = null
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('madoguchi-session')
channel?.addEventListener('message', ({ data }: MessageEvent<SessionLife | null>) => take(data))

function take(next: SessionLife | null): void {
  if (life?.until === next?.until) return
  life = next
  for (const heard of listeners) heard()
}

export const sessionLife = {
  get: (): SessionLife | null => life,
  subscribe: (heard: () => void): (() => void) => {
    listeners.add(heard)
    return () => listeners.delete(heard)
  },
}

/** Reads what an answer says of the session; one that says nothing changes nothing. */
export function hearSession(response: Response): void {
  const [until, warnFrom, kind] = (response.headers.get(HEADER) ?? '').split(' ')
  if (until === undefined || warnFrom === undefined || kind === undefined) return
  if (life?.until === until) return
  const next = { until, warnFrom, extendable: kind === 'idle' }
  take(next)
  channel?.postMessage(next)
}
