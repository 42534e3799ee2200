import type { FormData } from '../../graph/graphql.ts'
import { type DraftEvent, draftReducer, type DraftState, draftStateOf, isDirty, maySend, type ServerStep } from './draft-state.ts'
import type { RawValue } from './form-logic.ts'

/** What became of one save. Rejecting means the server could not be reached. */
export type SaveAnswer =
  { kind: 'saved'; version: number; savedAt: string } | { kind: 'moved'; theirs: ServerStep } | { kind: 'refused'; message: string }

export type Save = (data: FormData, version: number, leaving: boolean) => Promise<SaveAnswer>

/** What of a draft lies in the browser until the server has it. */
export interface BrowserCopy {
  base: { version: number; data: FormData }
  mine: FormData
}
export interface CopyPlace {
  read: () => Promise<BrowserCopy | undefined>
  write: (copy: BrowserCopy) => Promise<void>
  clear: () => Promise<void>
}

/** Milliseconds after the last key (PAGES 1.5), and between tries without a connection. */
const PAUSE = 2_000
const AGAIN = 5_000
/** Saves in one go before the next pause, should others keep moving the draft. */
const TRIES = 10

/** Saves one step while it is typed: to the browser at once, to the server after a pause, one save at a time. */
export class DraftStore {
  #state: DraftState
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #save: Save
  #place: CopyPlace

  constructor(server: ServerStep, save: Save, place: CopyPlace) {
    this.#state = draftStateOf(server)
    this.#save = save
    this.#place = place
  }

  readonly get = (): DraftState => this.#state

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** Brings back what the server never got. */
  async restore(): Promise<void> {
    const copy = await this.#place.read().catch(() => undefined)
    if (!copy) return
    this.#apply({ kind: 'restored', ...copy })
    if (isDirty(this.#state)) this.#later(PAUSE)
    else void this.#place.clear().catch(() => undefined)
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

  /** Saves now what is not saved; resolves when nothing is under way any more. */
  readonly flush = (leaving = false): Promise<void> => {
    clearTimeout(this.#timer)
    this.#running ??= this.#run(leaving).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Leaves the page: the last words still go to the server. */
  stop(): void {
    void this.flush(true)
  }

  async #run(leaving: boolean): Promise<void> {
    for (let tries = 0; maySend(this.#state) && tries < TRIES; tries += 1) {
      this.#apply({ kind: 'sent' })
      const { sending, base } = this.#state
      if (!sending) return
      let answer: SaveAnswer
      try {
        answer = await this.#save(sending, base.version, leaving)
      } catch {
        this.#apply({ kind: 'unreachable' })
        this.#later(AGAIN)
        return
      }
      this.#apply(answer)
      this.#keep()
      if (answer.kind === 'refused') return
    }
  }

  #apply(event: DraftEvent): void {
    const next = draftReducer(this.#state, event)
    if (next === this.#state) return
    this.#state = next
    for (const heard of this.#listeners) heard()
  }

  #keep(): void {
    const { base, mine } = this.#state
    const work = isDirty(this.#state) ? this.#place.write({ base, mine }) : this.#place.clear()
    void work.catch(() => undefined)
  }

  #later(after: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), after)
  }
}
