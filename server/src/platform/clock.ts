import { type JstDate, jstDateOf } from '../kernel/calendar.ts'

/** The only clock. Its offset moves in the demo and in tests; every process is told. */
export class Clock {
  #offset = 0

  now(): Date {
    return new Date(Date.now() + this.#offset)
  }

  today(): JstDate {
    return jstDateOf(this.now())
  }

  get offset(): number {
    return this.#offset
  }

  /** Milliseconds ahead of the machine's clock. */
  set offset(milliseconds: number) {
    this.#offset = milliseconds
  }
}

/** Milliseconds on a clock that nobody moves: for measuring how long work took, never for rules. */
export const stopwatch = (): (() => number) => {
  const start = performance.now()
  return () => Math.round(performance.now() - start)
}
