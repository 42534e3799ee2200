interface Bucket {
  left: number
  /** When `left` was right, in seconds of a stopwatch. */
  at: number
}

/** How fast somebody may ask, counted in memory: a bucket that refills evenly through the minute. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>()
  readonly #seconds: () => number

  /** `seconds`: a stopwatch, so that nobody waits longer because the product's clock was moved. */
  constructor(seconds: () => number) {
    this.#seconds = seconds
  }

  /** 0 when there is room; else the seconds to wait. */
  take(who: string, perMinute: number): number {
    const at = this.#seconds()
    const perSecond = perMinute / 60
    const known = this.#buckets.get(who)
    const left = known ? Math.min(perMinute, known.left + (at - known.at) * perSecond) : perMinute
    if (left < 1) return Math.ceil((1 - left) / perSecond)
    this.#buckets.set(who, { left: left - 1, at })
    if (this.#buckets.size > 50_000) this.#forgetFull(at)
    return 0
  }

  /** After a minute of silence every bucket is full again and need not be known. */
  #forgetFull(at: number): void {
    for (const [who, bucket] of this.#buckets) if (at - bucket.at >= 60) this.#buckets.delete(who)
  }
}
