import type { Examples } from './examples.ts'

export type Variables = Record<string, unknown>

/** One ready operation: what it is for, its text, and variables made from what waits now. */
export interface Operation {
  key: string
  group: 'today' | 'postings' | 'employers' | 'seekers' | 'registrants' | 'accounts' | 'lookUp'
  /** The mutation can be tried first: `dryRun`. */
  dryRun?: true
  /** Cannot be taken back: the end of the id is asked for once more. */
  danger?: true
  text: string
  variables: (examples: Examples) => Variables
}

/** What every trial and every refusal answers. */
export const NO_OR_TRIAL = `... on Refusal {
      code
      message
      problems {
        path
        code
        severity
        message
      }
    }
    ... on Preview {
      changes {
        object
        field
        before
        after
      }
    }`
