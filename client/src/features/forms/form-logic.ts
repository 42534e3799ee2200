import type { FormData } from '../../graph/graphql.ts'
import type { FieldDef } from './form-step.ts'

export type RawValue = FormData[string]
export type RawRow = Record<string, string | string[]>
interface Condition {
  key: string
  in: readonly string[]
  notAll: readonly string[]
}

const holds = (condition: Condition, typed: (key: string) => RawValue | undefined): boolean => {
  const held = textsOf(typed(condition.key))
  return condition.notAll.length > 0 ? !condition.notAll.every((one) => held.includes(one)) : condition.in.some((one) => held.includes(one))
}

/** The server says by data when a field is asked; this only follows it. */
export const isShown = (field: { shownWhen: Condition | null }, typed: (key: string) => RawValue | undefined): boolean =>
  field.shownWhen === null || holds(field.shownWhen, typed)

export const isRequired = (
  field: { required: boolean; requiredWhen: Condition | null },
  typed: (key: string) => RawValue | undefined,
): boolean => field.required || (field.requiredWhen !== null && holds(field.requiredWhen, typed))

export const isEmpty = (value: RawValue | undefined): boolean =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0)

export const textOf = (value: RawValue | undefined): string => (typeof value === 'string' ? value : '')
export const textsOf = (value: RawValue | undefined): string[] =>
  Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : typeof value === 'string' && value !== ''
      ? [value]
      : []
export const rowsOf = (value: RawValue | undefined): RawRow[] =>
  Array.isArray(value) ? value.filter((one): one is RawRow => typeof one === 'object') : []

/** A field with what hangs on its answer: drawn as one block. */
export interface FieldBlock<Field> {
  fields: Field[]
  /** All of them are asked because of one answer given elsewhere. */
  because: string | null
}

/** Neighbours that wait for the same answer stand together. */
export function blocksOf(fields: readonly FieldDef[], typed: (key: string) => RawValue | undefined): FieldBlock<FieldDef>[] {
  const blocks: FieldBlock<FieldDef>[] = []
  for (const field of fields) {
    if (!isShown(field, typed)) continue
    const because = fields.find((other) => other.key === field.shownWhen?.key)?.key ?? null
    const last = blocks.at(-1)
    if (last && because !== null && (last.because === because || last.fields.some((f) => f.key === because && last.because !== null)))
      last.fields.push(field)
    else blocks.push({ fields: [field], because })
  }
  return blocks
}

/** 下限 and 上限 of one thing stand side by side. */
export function isPair(first: FieldDef | undefined, second: FieldDef | undefined): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.kind === second.kind &&
    first.key.endsWith('From') &&
    second.key === `${first.key.slice(0, -'From'.length)}To`
  )
}

export interface DraftProblem {
  path: string
  code: string
  severity: 'ERROR' | 'CONFIRM'
  message: string
}

/** `wage.allowances.0.from` belongs to field `allowances` of step `wage`. */
const stepOfPath = (path: string): string => path.split('.')[0] ?? ''
export const fieldOfPath = (path: string): string => path.split('.')[1] ?? ''
/** Where on the page a problem leads: the path without its step. */
export const idOfPath = (path: string): string => path.split('.').slice(1).join('.')

/** A confirmation counts for what was asked then: another number asks again. */
export interface Acknowledged {
  path: string
  code: string
  message: string
}
export const isAcknowledged = (problem: DraftProblem, acknowledged: readonly Acknowledged[]): boolean =>
  problem.severity === 'CONFIRM' &&
  acknowledged.some((one) => one.path === problem.path && one.code === problem.code && one.message === problem.message)

interface Seen {
  /** All of the step has been seen: つぎへ was pressed, or it was filled in before. */
  all: boolean
  /** Fields left since the page was opened. */
  left: ReadonlySet<string>
  acknowledged: readonly Acknowledged[]
}

/** What a person is told now: nothing of fields they have not come to yet. */
export function shownProblems(problems: readonly DraftProblem[], step: string, seen: Seen): DraftProblem[] {
  return problems.filter(
    (problem) =>
      stepOfPath(problem.path) === step &&
      !isAcknowledged(problem, seen.acknowledged) &&
      (seen.all || seen.left.has(fieldOfPath(problem.path))),
  )
}
