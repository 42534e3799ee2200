/** What is written for one posting before it is sent. */
export interface ApplyDraft {
  motive: string
  reachable: string[]
  files: readonly { id: string; attachmentId: string; name: string; size: number }[]
}

export const EMPTY_APPLY: ApplyDraft = { motive: '', reachable: [], files: [] }
