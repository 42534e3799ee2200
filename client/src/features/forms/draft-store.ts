import type { FormData } from '../../graph/graphql.ts'
import type { Reach } from '../../graph/reach.ts'
import { isSignedOut } from '../../graph/session-end.ts'
import {
  type BrowserCopy,
  type DraftEvent,
  draftReducer,
  type DraftState,
  draftStateOf,
  isDirty,
  isSaved,
  maySend,
  type ServerStep,
} from './draft-state.ts'
import type { RawValue } from './form-logic.ts'

/** What became of one save. Rejecting means that the server did not take it: out of reach, or nobody signed in. */
export type SaveAnswer =
  { kind: 'saved'; version: number; savedAt: string } | { kind: 'moved'; theirs: ServerStep } | { kind: 'refused'; message: string }

export type Save = (data: FormData, version: number, leaving: boolean) => Promise<SaveAnswer>

/** Copies in the browser, one for each tab: two tabs never write over each other. */
export interface CopyPlace {
  /** The newest first. */
  read: () => Promise<readonly BrowserCopy[]>
  /** This tab's own. */
  write: (copy: BrowserCopy) => Promise<void>
  clear: () => Promise<void>
  /** Those that were read: this tab holds now what they held. */
  clearRead: () => Promise<void>
}

/** Milliseconds after the last key (PAGES 1.5); between tries, longer each time. */
const PAUSE = 2_000
const AGAIN = 1_000
const LONGEST_AGAIN = 60_000
/** Saves in one go before the next pause, should others keep moving the draft. */
const TRIES = 10

type Reachable = Pick<Reach, 'isDown' | 'whenReachable'>

/** Saves one step while it is typed: to the browser at once, to the server after a pause, one save at a time. */
export class DraftStore {
  #state: DraftState
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #failures = 0
  #ended = false
  #adopted = false
  #save: Save
  #place: CopyPlace
  #reach: Reachable
  #waiting = false

  constructor(server: ServerStep, save: Save, place: CopyPlace, reach: Reachable) {
    this.#state = draftStateOf(server)
    this.#save = save
    this.#place = place
    this.#reach = reach
  }

  readonly get = (): DraftState => this.#state

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** A page of the step is opened: brings back what the server never got, and sends it. */
  async restore(): Promise<void> {
    const copies = await this.#place.read().catch(() => [])
    if (copies.length > 0 && this.#state.sending === null && this.#state.conflict === null) {
      this.#apply({ kind: 'restored', copies })
      this.#adopted = true
      this.#keep()
    }
    if (this.#state.trouble !== 'none') void this.flush()
    else if (isDirty(this.#state)) this.#later(PAUSE)
  }

  /** Another page of the same step sends from now on. */
  saveBy(save: Save): void {
    this.#save = save
  }

  readonly type = (key: string, value: RawValue): void => {
    this.#apply({ kind: 'typed', key, value })
    this.#keep()
    this.#later(PAUSE)
  }

  /** The server's draft came by another way: another step saved, another tab, another person. */
  meet(theirs: ServerStep): void {
    if (this.#running) return
    const before = this.#state
    this.#apply({ kind: 'moved', theirs })
    if (this.#state !== before) this.#keep()
  }

  readonly choose = (choices: Record<string, 'mine' | 'theirs'>): void => {
    this.#apply({ kind: 'chosen', choices })
    this.#keep()
    void this.flush()
  }

  /** Saves now what is not saved; answers when nothing is under way any more. */
  readonly flush = async (leaving = false): Promise<DraftState> => {
    clearTimeout(this.#timer)
    this.#running ??= this.#run(leaving).finally(() => {
      this.#running = null
    })
    await this.#running
    return this.#state
  }

  readonly isSaved = (): boolean => isSaved(this.#state)

  /** Somebody signed out: not a word more. */
  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }

  async #run(leaving: boolean): Promise<void> {
    for (let tries = 0; maySend(this.#state) && !this.#ended && tries < TRIES; tries += 1) {
      if (this.#reach.isDown) return this.#wait()
      this.#apply({ kind: 'sent' })
      const { sending, base } = this.#state
      if (!sending) return
      let answer: SaveAnswer
      try {
        answer = await this.#save(sending, base.version, leaving)
      } catch (error) {
        if (!isSignedOut(error)) return this.#wait()
        return this.#apply({ kind: 'signedOut' })
      }
      this.#failures = 0
      this.#apply(answer)
      this.#keep()
      if (answer.kind === 'refused') return
    }
  }

  /** Tries again when the server is back; when it is there and does not take it, more and more rarely. */
  #wait(): void {
    this.#apply({ kind: 'unreachable' })
    this.#keep()
    if (this.#waiting) return
    this.#waiting = true
    void this.#reach.whenReachable().then((wasAway) => {
      this.#waiting = false
      if (wasAway) this.#failures = 0
      this.#later(Math.min(AGAIN * 2 ** this.#failures, LONGEST_AGAIN))
      this.#failures += 1
    })
  }

  #apply(event: DraftEvent): void {
    const next = draftReducer(this.#state, event)
    if (next === this.#state) return
    this.#state = next
    for (const heard of this.#listeners) heard()
  }

  #keep(): void {
    if (this.#ended) return
    const { base, mine, unsure } = this.#state
    const work = isSaved(this.#state) ? this.#place.clear() : this.#place.write({ base, mine, unsure })
    // While a person has to choose, the other tab's words stay where they are.
    const adopted = this.#adopted && this.#state.conflict === null
    if (adopted) this.#adopted = false
    void work.then(() => (adopted ? this.#place.clearRead() : undefined)).catch(() => undefined)
  }

  #later(after: number): void {
    clearTimeout(this.#timer)
    if (!this.#ended) this.#timer = setTimeout(() => void this.flush(), after)
  }
}
