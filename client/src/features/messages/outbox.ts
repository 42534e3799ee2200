import type { Reach } from '../../graph/reach.ts'
import type { Outgoing } from './timeline.ts'

/** What became of one try; `failed`: whether it arrived, nobody knows. */
export type SendAnswer = { kind: 'sent' | 'failed' | 'signedOut' } | { kind: 'refused'; message: string }
export type Send = (outgoing: Outgoing) => Promise<SendAnswer>

/** Where unsent messages lie, one place for each: two tabs never write over each other. */
export interface OutboxShelf {
  /** The oldest first. */
  read: () => Promise<readonly Outgoing[]>
  write: (outgoing: Outgoing) => Promise<void>
  clear: (key: string) => Promise<void>
}

/** Milliseconds between tries, longer each time. */
const AGAIN = 1_000
const LONGEST_AGAIN = 60_000
/** The server knows a key for two days; what is older than one is not sent without its writer. */
const BY_ITSELF = 24 * 60 * 60 * 1000

/**
 * Messages somebody has sent and the server has not got: they wait for the connection, over a closed page too, and go by themselves,
 * one after the other in each thread, each under the one key it was given. So it arrives once, however often it is tried.
 */
export class Outbox {
  #all: readonly Outgoing[] = []
  #listeners = new Set<() => void>()
  #busy = new Set<string>()
  #ended = false
  #shelf: OutboxShelf
  #send: Send
  #reach: Pick<Reach, 'isDown' | 'whenReachable'>
  #now: () => Date

  constructor(shelf: OutboxShelf, send: Send, reach: Pick<Reach, 'isDown' | 'whenReachable'>, now: () => Date) {
    this.#shelf = shelf
    this.#send = send
    this.#reach = reach
    this.#now = now
  }

  readonly get = (): readonly Outgoing[] => this.#all

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** Somebody is signed in: what an earlier page could not send goes now. */
  async begin(): Promise<void> {
    const kept = await this.#shelf.read().catch(() => [])
    const oldest = this.#now().getTime() - BY_ITSELF
    const more = kept
      .filter(({ key }) => !this.#all.some((known) => known.key === key))
      .map((one) => (one.state === 'refused' ? one : { ...one, state: one.at < oldest ? ('old' as const) : ('waiting' as const) }))
    if (more.length > 0) this.#put([...more, ...this.#all])
    for (const threadId of new Set(this.#all.map((one) => one.threadId))) void this.#work(threadId)
  }

  /** Resolves when it lies safely in the browser. */
  readonly add = async (given: Outgoing): Promise<void> => {
    const behind = this.#all.some((one) => one.threadId === given.threadId && one.state === 'waiting')
    const outgoing = behind ? { ...given, state: 'waiting' as const } : given
    this.#put([...this.#all, outgoing])
    const kept = this.#shelf.write(outgoing).catch(() => undefined)
    void this.#work(outgoing.threadId)
    await kept
  }

  /** Its writer wants it sent all the same. */
  readonly again = (key: string): void => {
    const one = this.#all.find((known) => known.key === key)
    if (!one) return
    this.#mark(key, { state: 'waiting', message: null, at: this.#now().getTime() })
    void this.#work(one.threadId)
  }

  /** It arrived, or its writer took it back. */
  readonly drop = (key: string): void => {
    this.#put(this.#all.filter((one) => one.key !== key))
    void this.#shelf.clear(key).catch(() => undefined)
  }

  /** Somebody signed out. */
  end(): void {
    this.#ended = true
  }

  async #work(threadId: string): Promise<void> {
    if (this.#busy.has(threadId)) return
    this.#busy.add(threadId)
    let failures = 0
    for (let next = this.#nextIn(threadId); next && !this.#ended; next = this.#nextIn(threadId)) {
      const { key } = next
      if (!this.#reach.isDown) {
        this.#mark(key, { state: 'sending' })
        const answer = await this.#send(next)
        if (answer.kind === 'sent') this.drop(key)
        if (answer.kind === 'refused') this.#mark(key, { state: 'refused', message: answer.message })
        if (answer.kind === 'sent' || answer.kind === 'refused') {
          failures = 0
          continue
        }
        this.#mark(key, { state: 'waiting' })
        if (answer.kind === 'signedOut') break
      } else this.#mark(key, { state: 'waiting' })
      if (await this.#reach.whenReachable()) failures = 0
      await new Promise((resolve) => setTimeout(resolve, Math.min(AGAIN * 2 ** failures, LONGEST_AGAIN)))
      failures += 1
    }
    this.#busy.delete(threadId)
  }

  #nextIn(threadId: string): Outgoing | undefined {
    return this.#all.find((one) => one.threadId === threadId && (one.state === 'waiting' || one.state === 'sending'))
  }

  #mark(key: string, change: Partial<Pick<Outgoing, 'state' | 'message' | 'at'>>): void {
    this.#put(this.#all.map((one) => (one.key === key ? { ...one, ...change } : one)))
    const changed = this.#all.find((one) => one.key === key)
    if (changed && !this.#ended) void this.#shelf.write(changed).catch(() => undefined)
  }

  #put(all: readonly Outgoing[]): void {
    this.#all = all
    for (const heard of this.#listeners) heard()
  }
}
