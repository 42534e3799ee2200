import { getTableColumns, inArray } from 'drizzle-orm'
import type { Context } from '../../graph/context.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Live } from '../../platform/live/live.ts'
import { Opened, Reader } from './postings.opened.ts'
import { TOPICS } from './postings.publish.steps.ts'
import { postingSearch } from './postings.table.ts'

const { publicTokens: _public, seekerTokens: _seeker, ...COLUMNS } = getTableColumns(postingSearch)
const CHUNK = 200

/** What opens is read once for this process, whoever waits for it here. */
class Publications {
  readonly #readers = new Set<Reader>()
  /** Whom to tell when a posting is gone: those who were told of it. */
  readonly #toldTo = new Map<string, Set<Reader>>()
  readonly #db: Context['db']
  readonly #pending = new Set<Id<'pst'>>()
  #reading = false

  constructor({ db, live }: Pick<Context, 'db' | 'live'>) {
    this.#db = db
    live.on(TOPICS.opened, (id) => (id === '' ? this.#missAll() : this.#open(id as Id<'pst'>)))
    live.on(TOPICS.gone, (id) => this.#toldTo.get(id)?.forEach((reader) => reader.lose(id as Id<'pst'>)))
  }

  reader(): Reader {
    const reader = new Reader(() => {
      this.#readers.delete(reader)
      this.forget(reader)
    })
    this.#readers.add(reader)
    return reader
  }

  told(reader: Reader, ids: readonly Id<'pst'>[]): void {
    for (const id of ids) this.#toldTo.set(id, (this.#toldTo.get(id) ?? new Set()).add(reader))
  }

  forget(reader: Reader): void {
    for (const [id, readers] of this.#toldTo) if (readers.delete(reader) && readers.size === 0) this.#toldTo.delete(id)
  }

  #missAll(): void {
    for (const reader of this.#readers) reader.miss()
  }

  #open(id: Id<'pst'>): void {
    if (this.#readers.size === 0) return
    this.#pending.add(id)
    if (!this.#reading) void this.#read()
  }

  async #read(): Promise<void> {
    this.#reading = true
    try {
      while (this.#pending.size > 0) {
        const ids = [...this.#pending].slice(0, CHUNK)
        for (const id of ids) this.#pending.delete(id)
        const opened = new Opened(await this.#db.select(COLUMNS).from(postingSearch).where(inArray(postingSearch.postingId, ids)))
        for (const reader of this.#readers) reader.hear(opened)
      }
    } catch {
      this.#missAll()
    } finally {
      this.#reading = false
    }
  }
}

const known = new WeakMap<Live, Publications>()

/** One for each process: it hears the same hints as everybody. */
export function publicationsOf(ctx: Pick<Context, 'db' | 'live'>): Publications {
  const publications = known.get(ctx.live) ?? new Publications(ctx)
  known.set(ctx.live, publications)
  return publications
}
