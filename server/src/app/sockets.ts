import type { WebSocket } from 'ws'
import type { Viewer } from '../graph/context.ts'
import { findSession, type FoundSession } from './find-session.ts'
import { LIMITS } from '../graph/limits.ts'
import { isShutOut } from './maintenance.ts'
import type { ServerServices } from './server-services.ts'

const CHECK_MS = 15_000
/** After the close frame a reader has this long to answer it. */
const FAREWELL_MS = 2_000

export const CLOSED = { sessionEnded: 4401, tooMany: 1013, restarting: 1012, maintenance: 4503 } as const

/** One open socket and who stands behind it. */
export interface OpenSocket {
  readonly socket: WebSocket
  readonly address: string
  readonly token: string | null
  session: FoundSession | null
  /** A question to the database that has not been sent yet. */
  asking?: Promise<FoundSession | null> | null
  /** Ends all that runs over it. */
  leave?: () => void
}

/** All sockets of this process: who has how many, and whose session has ended meanwhile (S12, S16, S38). */
export class Sockets {
  readonly #open = new Set<OpenSocket>()
  readonly #perAddress = new Map<string, number>()
  readonly #services: ServerServices
  readonly #off: (() => void)[]
  readonly #timer: NodeJS.Timeout

  constructor(services: ServerServices) {
    this.#services = services
    this.#off = [
      services.live.on('control', (id) => void (id === '' ? this.#lookAgain(() => true) : this.#endAllOf(id))),
      services.live.on('clock', () => void this.#endExpired()),
      services.live.on('settings', () => void this.#endExpired()),
    ]
    this.#timer = setInterval(() => void this.#endExpired(), CHECK_MS).unref()
  }

  get size(): number {
    return this.#open.size
  }

  isAddressFull(address: string): boolean {
    return (this.#perAddress.get(address) ?? 0) >= LIMITS.socketsPerAddress
  }

  isPersonFull(accountId: string): boolean {
    let open = 0
    for (const { session } of this.#open) if (session?.accountId === accountId) open++
    return open > LIMITS.socketsPerPerson
  }

  add(open: OpenSocket): void {
    this.#open.add(open)
    this.#perAddress.set(open.address, (this.#perAddress.get(open.address) ?? 0) + 1)
    open.socket.once('close', () => this.#remove(open))
  }

  #remove(open: OpenSocket): void {
    if (!this.#open.delete(open)) return
    const left = (this.#perAddress.get(open.address) ?? 1) - 1
    if (left > 0) this.#perAddress.set(open.address, left)
    else this.#perAddress.delete(open.address)
  }

  /** Says goodbye, and nothing runs for it any more; who does not answer is cut off. */
  end({ socket, leave }: OpenSocket, code: number, reason: string): void {
    if (socket.readyState === socket.CLOSED) return
    socket.close(code, reason)
    leave?.()
    setTimeout(() => socket.terminate(), FAREWELL_MS).unref()
  }

  /**
   * Who stands behind it at this moment; without a session any more it is told goodbye. Asked for every event after the event was
   * read, once for all that come in the same moment: what happened after a right was lost is never told (S16).
   */
  renew(open: OpenSocket): Promise<FoundSession | null> {
    return (open.asking ??= Promise.resolve().then(() => {
      open.asking = null
      return this.#ask(open)
    }))
  }

  async #ask(open: OpenSocket): Promise<FoundSession | null> {
    open.session = open.token === null ? null : await findSession(this.#services, open.token)
    if (!open.session) this.end(open, CLOSED.sessionEnded, 'session ended')
    return open.session
  }

  /** A session, account, member or party lost its right: every socket of it goes at once. */
  #endAllOf(id: string): void {
    for (const open of this.#open)
      if (open.session && namesOf(open.session).includes(id)) this.end(open, CLOSED.sessionEnded, 'session ended')
  }

  #endExpired(): Promise<void> {
    for (const open of this.#open) this.endIfShutOut(open)
    const now = this.#services.clock.now()
    return this.#lookAgain((session) => session.until <= now)
  }

  /** R27: a window closes every socket but those of staff, and says until when. */
  endIfShutOut(open: OpenSocket): boolean {
    const closed = isShutOut(this.#services, open.session?.viewer)
    if (closed) this.end(open, CLOSED.maintenance, `maintenance until ${closed.until.toISOString()}`)
    return closed !== null
  }

  /** Other requests may have renewed the session: the database says. */
  async #lookAgain(isDoubtful: (session: FoundSession) => boolean): Promise<void> {
    for (const open of this.#open) {
      if (!open.session || !isDoubtful(open.session)) continue
      try {
        await this.renew(open)
      } catch (err) {
        this.#services.log.error({ err }, 'session of a socket')
      }
    }
  }

  stop(): void {
    for (const off of this.#off) off()
    clearInterval(this.#timer)
    for (const open of this.#open) this.end(open, CLOSED.restarting, 'restarting')
  }
}

const partsOf = (viewer: Viewer): string[] =>
  Object.entries(viewer).flatMap(([name, value]) => (name.endsWith('Id') ? [String(value)] : []))

/** An office is shared by many: its id ends no sockets. */
const namesOf = ({ id, accountId, viewer }: FoundSession): string[] => [
  id,
  accountId,
  ...partsOf(viewer).filter((part) => !part.startsWith('off_')),
]
