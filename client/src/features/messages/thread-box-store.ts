import type { KeptPlace } from '../../graph/kept.ts'
import type { SentFile } from './timeline.ts'

/** The box of one thread: what is written and not sent. */
export interface BoxState {
  text: string
  /** What was typed lies in the browser. */
  kept: boolean
  restored: boolean
}

export interface BoxCopy {
  text: string
  files: readonly SentFile[]
}

/** Keeps a thread's box in the browser while it is written: no closed page loses a word. */
export class ThreadBoxStore {
  #state: BoxState = { text: '', kept: false, restored: false }
  #files: readonly SentFile[] = []
  #listeners = new Set<() => void>()
  #place: KeptPlace<BoxCopy>
  #begun: Promise<readonly SentFile[]> | null = null

  constructor(place: KeptPlace<BoxCopy>) {
    this.#place = place
  }

  readonly get = (): BoxState => this.#state

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** Brings back what lay in the browser; answers with the files that were ready. */
  readonly restore = (): Promise<readonly SentFile[]> => (this.#begun ??= this.#restore())

  async #restore(): Promise<readonly SentFile[]> {
    const copy = await this.#place.read().catch(() => undefined)
    const text = this.#state.text === '' ? (copy?.text ?? '') : this.#state.text
    this.#put({ text, restored: true, kept: text !== '' })
    return copy?.files ?? []
  }

  readonly type = (text: string): void => {
    this.#put({ text, kept: false })
    this.#write()
  }

  readonly keepFiles = (files: readonly SentFile[]): void => {
    if (files.length === 0 && this.#files.length === 0) return
    this.#files = files
    this.#write()
  }

  /** It was sent: what of it lies in the browser goes when `safe` elsewhere. */
  readonly empty = (safe: Promise<void>): void => {
    this.#files = []
    this.#put({ text: '', kept: false })
    void safe.then(() => this.#write())
  }

  #put(change: Partial<BoxState>): void {
    this.#state = { ...this.#state, ...change }
    for (const heard of this.#listeners) heard()
  }

  #write(): void {
    const { text } = this.#state
    const work = text === '' && this.#files.length === 0 ? this.#place.clear() : this.#place.write({ text, files: this.#files })
    void work.then(
      () => this.#state.text === text && text !== '' && this.#put({ kept: true }),
      () => undefined,
    )
  }
}
