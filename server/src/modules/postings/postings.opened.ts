import type { Id } from '../../kernel/ids.ts'
import { matches, type MatchableRow } from './postings.search.match.rules.ts'
import type { Question } from './postings.search.filter.rules.ts'

/** What a search that is left open is told. */
export interface PostingNews {
  added: readonly Id<'pst'>[]
  removed: readonly Id<'pst'>[]
  /** All that is new since the list, and not only what came now. */
  whole: boolean
  /** More is new than can be told. */
  missed: boolean
}

/** A question with its name: equal questions have equal names. */
export interface NamedQuestion {
  name: string
  question: Question
}

export type OpenedRow = MatchableRow & { postingId: Id<'pst'> }

/** Batches that may wait for one reader; beyond, it reads again what is new. */
const LIMIT = 64

/** Postings that began to be found together. A question is matched once and answered with one object, however many ask it. */
export class Opened {
  readonly #news = new Map<string, PostingNews | null>()
  readonly #rows: readonly OpenedRow[]

  constructor(rows: readonly OpenedRow[]) {
    this.#rows = rows
  }

  for({ name, question }: NamedQuestion): PostingNews | null {
    const known = this.#news.get(name)
    if (known !== undefined) return known
    const added = this.#rows.filter((row) => matches(question, row)).map(({ postingId }) => postingId)
    const news = added.length === 0 ? null : { added, removed: [], whole: false, missed: false }
    this.#news.set(name, news)
    return news
  }
}

/** One who waits. What is not read in time is dropped and said to be missed. */
export class Reader {
  #opened: Opened[] = []
  #gone: Id<'pst'>[] = []
  #missed = false
  #closed = false
  #wake: (() => void) | null = null
  readonly #off: () => void

  constructor(off: () => void) {
    this.#off = off
  }

  async next(): Promise<{ opened: readonly Opened[]; gone: readonly Id<'pst'>[]; missed: boolean } | null> {
    if (!this.#closed && !this.#missed && this.#opened.length === 0 && this.#gone.length === 0)
      await new Promise<void>((resolve) => (this.#wake = resolve))
    this.#wake = null
    if (this.#closed) return null
    const news = { opened: this.#opened, gone: this.#gone, missed: this.#missed }
    this.#opened = []
    this.#gone = []
    this.#missed = false
    return news
  }

  hear(opened: Opened): void {
    if (this.#opened.length >= LIMIT) return this.miss()
    this.#opened.push(opened)
    this.#wake?.()
  }

  lose(id: Id<'pst'>): void {
    this.#gone.push(id)
    this.#wake?.()
  }

  miss(): void {
    this.#opened = []
    this.#gone = []
    this.#missed = true
    this.#wake?.()
  }

  close(): void {
    this.#closed = true
    this.#off()
    this.#wake?.()
  }
}
