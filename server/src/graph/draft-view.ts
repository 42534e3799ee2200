import { problemText } from '../i18n/problems.ja.ts'
import {
  type Field,
  isShown,
  type RawForm,
  type RawStep,
  type RawValue,
  readForm,
  type Step,
  type Value,
  type Values,
} from '../kernel/form.ts'
import { type Acknowledgement, errors, isUnfilled, type Problem, unconfirmed } from '../kernel/problem.ts'
import type { DraftRow } from '../platform/drafts/drafts.table.ts'
import type { Draft, DraftStep, DraftStepState, Insight, SheetRow } from './draft-types.ts'
import { type LabelOf, valueText } from './value-text.ts'

export interface DraftViewInput {
  steps: readonly Step[]
  row: DraftRow
  /** What is wrong by the form and by the module's own rules, in any order. */
  problems: readonly Problem[]
  /** CONFIRM problems said to be all right for this version: they are no longer shown. */
  acknowledged?: readonly Acknowledgement[]
  insights?: readonly Insight[]
  labelOf?: LabelOf
}

const SUMMARY_LENGTH = 60

/** A draft as its pages show it: how far each step is, what is left to fix, the answers as text. */
export function draftView({ steps, row, problems, acknowledged = [], insights = [], labelOf }: DraftViewInput): Draft {
  const open = [...errors(problems), ...unconfirmed(problems, acknowledged)]
  const { values } = readForm(steps, row.steps)
  return {
    id: row.id,
    version: row.version,
    savedAt: row.savedAt,
    savedByName: row.savedByName,
    steps: steps.map((step) => stepView(step, row.steps, values, open, labelOf)),
    problems: inOrderOfSteps(steps, open).map((problem) => ({ ...problem, message: problemText(problem) })),
    readyToSubmit: errors(open).length === 0,
    insights: [...insights],
  }
}

function stepView(step: Step, form: RawForm, values: Values, open: readonly Problem[], labelOf?: LabelOf): DraftStep {
  const own = open.filter((problem) => stepOf(problem) === step.key)
  const data: RawStep = form[step.key] ?? {}
  const preview = previewOf(step, form, values, labelOf)
  const wrong = errors(own)
  return {
    key: step.key,
    data,
    state: stateOf(
      Object.values(data).some((raw) => !isEmpty(raw)),
      own,
    ),
    summary: summaryOf(preview.filter(({ key }) => !step.fields.some((field) => field.key === key && isBare(field, values[key])))),
    errors: wrong.length,
    confirms: own.length - wrong.length,
    preview,
  }
}

/** What is only empty is still to come; what is wrong must be fixed, even where nothing was typed. */
function stateOf(begun: boolean, own: readonly Problem[]): DraftStepState {
  if (own.some((problem) => problem.severity === 'ERROR' && !isUnfilled(problem))) return 'FIX'
  if (!begun) return 'NOT_STARTED'
  if (own.some((problem) => problem.severity === 'ERROR')) return 'IN_PROGRESS'
  return own.length > 0 ? 'CONFIRM' : 'DONE'
}

/** Answers in the order of the fields; what could not be read stands as it was typed. */
function previewOf(step: Step, form: RawForm, values: Values, labelOf?: LabelOf): SheetRow[] {
  const typedAnywhere = new Map(Object.values(form).flatMap((data) => Object.entries(data)))
  const typed = (key: string) => typedAnywhere.get(key)
  return step.fields.flatMap((field: Field) => {
    if (!isShown(field, typed)) return []
    const raw = form[step.key]?.[field.key]
    const value = valueText(field, values[field.key], labelOf) || (typeof raw === 'string' ? raw.trim() : '')
    return value === '' ? [] : [{ key: field.key, label: field.label, value }]
  })
}

/** Without the question a yes, a no and a none say nothing. */
const isBare = ({ kind }: Field, value: Value | undefined): boolean => kind === 'YES_NO' || (kind === 'CHOICE' && value === 'NONE')

function summaryOf(preview: readonly SheetRow[]): string {
  let summary = ''
  for (const { value } of preview) {
    const next = summary === '' ? oneLine(value) : `${summary}・${oneLine(value)}`
    if (next.length > SUMMARY_LENGTH) return summary === '' ? `${next.slice(0, SUMMARY_LENGTH - 1)}…` : `${summary}…`
    summary = next
  }
  return summary
}

const oneLine = (text: string) => text.replaceAll(/([。、])?\n/gu, (_, end?: string) => end ?? '、')
const stepOf = (problem: Problem) => problem.path.split('.')[0]
const isEmpty = (raw: RawValue) => (typeof raw === 'string' ? raw.trim() === '' : raw.length === 0)

function inOrderOfSteps(steps: readonly Step[], problems: readonly Problem[]): Problem[] {
  const place = new Map(steps.flatMap((step, s) => step.fields.map((field, f) => [`${step.key}.${field.key}`, s * 1000 + f])))
  const placeOf = (problem: Problem) => place.get(problem.path.split('.').slice(0, 2).join('.')) ?? Number.MAX_SAFE_INTEGER
  return problems.toSorted((a, b) => placeOf(a) - placeOf(b))
}
