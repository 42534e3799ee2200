import type { Feed, Hint, Watch } from './live.ts'

type Listener = (id: string) => void

/** Who listens to what, in this process. */
export class Registry {
  readonly #topics = new Map<string, Set<Listener>>()

  tell(hints: readonly Hint[]): void {
    for (const { topic, id } of hints) for (const heard of this.#topics.get(topic) ?? []) heard(id)
  }

  /** After a broken link nobody knows what was missed: wake all. */
  wakeAll(): void {
    for (const listeners of this.#topics.values()) for (const heard of listeners) heard('')
  }

  on(topic: string, heard: Listener): () => void {
    const listeners = this.#topics.get(topic) ?? new Set()
    this.#topics.set(topic, listeners.add(heard))
    return () => {
      listeners.delete(heard)
      if (listeners.size === 0 && this.#topics.get(topic) === listeners) this.#topics.delete(topic)
    }
  }

  watch(topic: string): Watch {
    let news = false
    let closed = false
    let wake: (() => void) | null = null
    const off = this.on(topic, () => {
      news = true
      wake?.()
    })
    return {
      async next() {
        if (!news && !closed) await new Promise<void>((resolve) => (wake = resolve))
        wake = null
        news = false
        return !closed
      },
      close() {
        closed = true
        off()
        wake?.()
      },
    }
  }

  feed(topic: string, limit = 256): Feed {
    let ids: string[] = []
    let missed = false
    const signal = this.watch(topic)
    const off = this.on(topic, (id) => {
      if (id === '') missed = true
      else ids.push(id)
      if (ids.length > limit) {
        ids.shift()
        missed = true
      }
    })
    return {
      async next() {
        if (!(await signal.next())) return null
        const batch = { ids, missed }
        ids = []
        missed = false
        return batch
      },
      close() {
        off()
        signal.close()
      },
    }
  }

  get size(): number {
    let listeners = 0
    for (const set of this.#topics.values()) listeners += set.size
    return listeners
  }
}
