import { type UploadEvent, uploadReducer, type UploadRow } from './upload-state.ts'

/** What became of one step of the way; rejecting means that the server could not be reached. */
export type OpenAnswer = { kind: 'opened'; attachmentId: string; url: string | null } | { kind: 'refused'; message: string }
export type CheckAnswer = { kind: 'ready' } | { kind: 'refused'; message: string }

/** The way of a file: a place is opened, the bytes go there, the content is judged. */
export interface UploadWay {
  open: (file: { key: string; name: string; size: number }) => Promise<OpenAnswer>
  put: (url: string, file: File, onProgress: (percent: number) => void, stop: AbortSignal) => Promise<void>
  check: (attachmentId: string) => Promise<CheckAnswer>
  discard: (attachmentId: string) => Promise<void>
  newKey: () => string
}

/** Files at the same time; the others wait for their turn. */
const AT_ONCE = 2

/** Sends files while the person goes on writing. */
export class UploadStore {
  #rows: readonly UploadRow[] = []
  #files = new Map<string, File>()
  #stops = new Map<string, AbortController>()
  #listeners = new Set<() => void>()
  #way: UploadWay

  constructor(way: UploadWay) {
    this.#way = way
  }

  readonly get = (): readonly UploadRow[] => this.#rows

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  readonly add = (files: readonly File[]): void => {
    const added = files.map((file) => ({ id: this.#way.newKey(), name: file.name, size: file.size, file }))
    for (const { id, file } of added) this.#files.set(id, file)
    this.#apply({ kind: 'added', files: added.map(({ id, name, size }) => ({ id, name, size })) })
    this.#next()
  }

  /** Files that were ready when the page was left. */
  readonly restore = (files: readonly { id: string; attachmentId: string; name: string; size: number }[]): void =>
    this.#apply({ kind: 'restored', files })

  readonly again = (id: string): void => {
    this.#apply({ kind: 'again', id })
    this.#next()
  }

  readonly remove = (id: string): void => {
    const row = this.#rows.find((one) => one.id === id)
    this.#stops.get(id)?.abort()
    this.#apply({ kind: 'removed', id })
    this.#files.delete(id)
    if (row?.attachmentId && row.state !== 'refused') void this.#way.discard(row.attachmentId).catch(() => undefined)
    this.#next()
  }

  /** What was ready belongs to something that was sent; what was refused stays with its reason until it is removed. */
  readonly clear = (): void => {
    for (const { id, state } of this.#rows) if (state === 'done') this.#files.delete(id)
    this.#apply({ kind: 'taken' })
  }

  #next(): void {
    for (const row of this.#rows) {
      if (this.#stops.size >= AT_ONCE) return
      if (row.state === 'waiting' && !this.#stops.has(row.id)) void this.#send(row)
    }
  }

  async #send({ id, name, size }: UploadRow): Promise<void> {
    const file = this.#files.get(id)
    if (!file) return
    const stop = new AbortController()
    this.#stops.set(id, stop)
    this.#apply({ kind: 'started', id })
    try {
      const place = await this.#way.open({ key: id, name, size })
      if (place.kind === 'refused') return this.#apply({ kind: 'refused', id, message: place.message })
      this.#apply({ kind: 'opened', id, attachmentId: place.attachmentId })
      if (stop.signal.aborted) return await this.#way.discard(place.attachmentId)
      if (place.url !== null) await this.#way.put(place.url, file, (percent) => this.#apply({ kind: 'progress', id, percent }), stop.signal)
      this.#apply({ kind: 'sent', id })
      const answer = await this.#way.check(place.attachmentId)
      this.#apply(answer.kind === 'ready' ? { kind: 'done', id } : { kind: 'refused', id, message: answer.message })
    } catch {
      this.#apply({ kind: 'failed', id })
    } finally {
      this.#stops.delete(id)
      this.#next()
    }
  }

  #apply(event: UploadEvent): void {
    this.#rows = uploadReducer(this.#rows, event)
    for (const heard of this.#listeners) heard()
  }
}
