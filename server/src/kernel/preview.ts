/** One field that a command wrote, as staff read it in a dry run. */
export interface Change {
  object: string
  field: string
  before: string | null
  after: string | null
}

/** What a command would have changed: nothing was written. */
export class Preview {
  readonly changes: readonly Change[]
  constructor(changes: readonly Change[]) {
    this.changes = changes
  }
}
