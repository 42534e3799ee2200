import type { Problem } from './problem.ts'
import type { RefusalCode } from './refusal-codes.ts'

/** What the text of a refusal says beside its code, as a problem's facts do. */
export type RefusalFacts = Readonly<Record<string, string | number>>

/** A rule said no. Expected, shown to the person, never thrown. */
export class Refusal {
  readonly code: RefusalCode
  readonly problems: readonly Problem[]
  /** What stands now, where that helps: a row with an id. */
  readonly current: { id: string } | null
  /** Numbers and names the text needs. */
  readonly facts: RefusalFacts
  /** Id of what was asked for, for the audit trail alone: the asker learns nothing of it. */
  readonly about: string | null
  /** The transaction commits what it wrote so far (attempt counters). */
  keeps = false

  constructor(
    code: RefusalCode,
    more: { problems?: readonly Problem[]; current?: { id: string }; facts?: RefusalFacts; about?: string } = {},
  ) {
    this.code = code
    this.problems = more.problems ?? []
    this.current = more.current ?? null
    this.facts = more.facts ?? {}
    this.about = more.about ?? null
  }

  keeping(): this {
    this.keeps = true
    return this
  }
}
