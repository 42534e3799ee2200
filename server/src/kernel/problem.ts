import type { ProblemCode } from './problem-codes.ts'

/** ERROR must be fixed; CONFIRM passes once the person says so for this version. */
export type Severity = 'ERROR' | 'CONFIRM'

/** What is wrong at one field: `path` is `step.field`, or `step.field.row.column`. */
export interface Problem {
  path: string
  code: ProblemCode
  severity: Severity
  /** Numbers and names the text needs. */
  facts?: Record<string, string | number>
}

export interface Acknowledgement {
  path: string
  code: string
}

export const errors = (problems: readonly Problem[]): Problem[] => problems.filter((p) => p.severity === 'ERROR')

/** Nothing wrong was written: something is still to come. */
export const isUnfilled = ({ code }: Problem): boolean => code === 'REQUIRED' || code === 'AGREEMENT_REQUIRED'

/** CONFIRM problems nobody has confirmed for this version. */
export const unconfirmed = (problems: readonly Problem[], acknowledged: readonly Acknowledgement[]): Problem[] =>
  problems.filter((p) => p.severity === 'CONFIRM' && !acknowledged.some((a) => a.path === p.path && a.code === p.code))

/** Only what was asked is kept as confirmed. */
export const confirmed = (problems: readonly Problem[], acknowledged: readonly Acknowledgement[]): Acknowledgement[] =>
  problems
    .filter((p) => p.severity === 'CONFIRM' && acknowledged.some((a) => a.path === p.path && a.code === p.code))
    .map(({ path, code }) => ({ path, code }))
