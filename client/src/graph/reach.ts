/** Milliseconds: an answer that takes longer is doubted; one try to find the server, and the pause after it; a loss that a person is told of (PAGES 1.7). */
const DOUBT = 3_000
const TRY = 3_000
const PAUSE = 1_500
const TOLD = 5_000

/** Asks for the server; rejects or answers false when nobody is there. */
export type Probe = (signal: AbortSignal) => Promise<boolean>

/**
 * Whether the server can be reached. A wire can die without a word: an answer that does not come is a doubt,
 * a doubt is looked into, and while nobody answers it is asked again, until somebody does.
 */
export class Reach {
  #probe: Probe
  #down = false
  #told = false
  #since: number | null = null
  #telling: ReturnType<typeof setTimeout> | undefined
  #looking: Promise<boolean> | null = null
  #hurry: () => void = () => undefined
  #heard = new Set<() => void>()
  #losses = new Set<() => void>()

  constructor(probe: Probe) {
    this.#probe = probe
  }

  /** Lost for longer than a blink: what a page tells. */
  readonly isLost = (): boolean => this.#told
  /** Nobody answered the last time somebody looked. */
  get isDown(): boolean {
    return this.#down
  }

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard)
    return () => this.#heard.delete(heard)
  }

  /** At the moment nobody answers any more: what is under way need not be waited for. */
  readonly onDown = (heard: () => void): (() => void) => {
    this.#losses.add(heard)
    return () => this.#losses.delete(heard)
  }

  /** Something failed, or does not come. */
  readonly doubt = (): void => {
    this.#since ??= performance.now()
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
  }

  /** Somebody answered. */
  readonly answered = (): void => {
    this.#down = false
    this.#since = null
    this.#tell(false)
    this.#hurry()
  }

  /** The device says that it has a network again: that is looked into at once. */
  readonly hurry = (): void => this.#hurry()

  /** Resolves when the server answers, at once when nothing is in doubt: was it away? */
  readonly whenReachable = (): Promise<boolean> => this.#looking ?? Promise.resolve(false)

  /** Work that should not take long. */
  async watch<T>(work: Promise<T>): Promise<T> {
    const started = performance.now()
    const timer = setTimeout(() => {
      this.#since ??= started
      this.doubt()
    }, DOUBT)
    try {
      return await work
    } finally {
      clearTimeout(timer)
    }
  }

  async #look(): Promise<boolean> {
    let away = false
    while (!(await this.#somebody())) {
      away = true
      if (!this.#down) {
        this.#down = true
        const blink = performance.now() - (this.#since ?? 0)
        this.#telling = setTimeout(() => this.#tell(true), Math.max(0, TOLD - blink))
        for (const heard of this.#losses) heard()
      }
      await new Promise<void>((resolve) => {
        this.#hurry = resolve
        setTimeout(resolve, PAUSE)
      })
    }
    this.answered()
    return away
  }

  #somebody(): Promise<boolean> {
    const control = new AbortController()
    const timer = setTimeout(() => control.abort(), TRY)
    return this.#probe(control.signal)
      .catch(() => false)
      .finally(() => clearTimeout(timer))
  }

  #tell(told: boolean): void {
    clearTimeout(this.#telling)
    if (this.#told === told) return
    this.#told = told
    for (const heard of this.#heard) heard()
  }
}

/** What a proxy says when the server behind it is gone. */
export const isNobody = (status: number): boolean => status === 502 || status === 504

/** The one reach of this page. */
export const reach = new Reach(async (signal) => !isNobody((await fetch('/healthz', { cache: 'no-store', signal })).status))

window.addEventListener('offline', reach.doubt)
window.addEventListener('online', reach.hurry)
