import type { Problem } from './problem.ts'
import type { RefusalCode } from './refusal-codes.ts'

/** A rule said no. Expected, shown to the person, never thrown. */
export class Refusal {
  readonly code: RefusalCode
  readonly problems: readonly Problem[]
  /** What stands now, where that helps: a row with an id. */
  readonly current: { id: string } | null
  /** The transaction commits what it wrote so far (attempt counters). */
  keeps = false

  constructor(code: RefusalCode, more: { problems?: readonly Problem[]; current?: { id: string } } = {}) {
    this.code = code
    this.problems = more.problems ?? []
    this.current = more.current ?? null
  }

  keeping(): this {
    this.keeps = true
    return this
  }
}
