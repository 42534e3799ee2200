import type { FieldProblem } from './field.tsx'

/** A no of the server: words for the page, and words for single fields. */
export interface Refused {
  message: string
  problems: readonly { path: string; severity: 'ERROR' | 'CONFIRM'; message: string }[]
}

/** What is said at one field. */
export const problemsAt = (refused: Refused | null, path: string): FieldProblem[] =>
  (refused?.problems ?? []).filter((problem) => problem.path === path).map(({ severity, message }) => ({ severity, message }))

/** Words that belong to no field. */
export const messageOf = (refused: Refused | null): string | null => (refused && refused.problems.length === 0 ? refused.message : null)
