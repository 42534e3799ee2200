import { del, get, set } from 'idb-keyval'
import type { Outgoing, SentFile } from './timeline.ts'

/** The box of one thread: what is written, and what is on its way or did not get through. */
export interface BoxState {
  text: string
  outgoing: readonly Outgoing[]
  /** What was typed lies in the browser. */
  kept: boolean
  restored: boolean
}

interface BoxCopy {
  text: string
  files: readonly SentFile[]
  outgoing: readonly Outgoing[]
}

const PAUSE = 400

/** Keeps a thread's box in the browser, by account: leaving the page loses neither a draft nor what failed. */
export class ThreadBoxStore {
  #state: BoxState = { text: '', outgoing: [], kept: false, restored: false }
  #files: readonly SentFile[] = []
  #listeners = new Set<() => void>()
  #name: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #begun: Promise<readonly SentFile[]> | null = null

  constructor(account: string, thread: string) {
    this.#name = `madoguchi:thread:${account}:${thread}`
  }

  readonly get = (): BoxState => this.#state

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** Brings back what lay in the browser; answers with the files that were ready. Not knowing what became of a message, it counts as failed. */
  readonly restore = (): Promise<readonly SentFile[]> => (this.#begun ??= this.#restore())

  async #restore(): Promise<readonly SentFile[]> {
    const copy = await get<BoxCopy>(this.#name).catch(() => undefined)
    const outgoing = (copy?.outgoing ?? []).map((one) => (one.state === 'sending' ? { ...one, state: 'failed' as const } : one))
    const text = this.#state.text === '' ? (copy?.text ?? '') : this.#state.text
    this.#put({ text, outgoing: [...outgoing, ...this.#state.outgoing], restored: true, kept: text !== '' })
    return copy?.files ?? []
  }

  readonly type = (text: string): void => {
    this.#put({ text, kept: false })
    this.#later()
  }

  readonly keepFiles = (files: readonly SentFile[]): void => {
    if (files.length === 0 && this.#files.length === 0) return
    this.#files = files
    this.#later()
  }

  readonly send = (outgoing: Outgoing): void => {
    this.#files = []
    this.#put({ text: '', kept: false, outgoing: [...this.#state.outgoing, outgoing] })
    this.#write()
  }

  readonly mark = (key: string, change: Partial<Pick<Outgoing, 'state' | 'message'>>): void => {
    this.#put({ outgoing: this.#state.outgoing.map((one) => (one.key === key ? { ...one, ...change } : one)) })
    this.#write()
  }

  readonly drop = (key: string): void => {
    this.#put({ outgoing: this.#state.outgoing.filter((one) => one.key !== key) })
    this.#write()
  }

  readonly stop = (): void => {
    if (this.#timer !== undefined) this.#write()
  }

  #put(change: Partial<BoxState>): void {
    this.#state = { ...this.#state, ...change }
    for (const heard of this.#listeners) heard()
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#write(), PAUSE)
  }

  #write(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { text, outgoing } = this.#state
    const empty = text === '' && outgoing.length === 0 && this.#files.length === 0
    const copy: BoxCopy = { text, outgoing, files: this.#files }
    void (empty ? del(this.#name) : set(this.#name, copy)).then(
      () => this.#state.text === text && text !== '' && this.#put({ kept: true }),
      () => undefined,
    )
  }
}
