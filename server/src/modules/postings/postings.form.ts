import { type Field, type RawForm, readForm, type Step, type Values } from '../../kernel/form.ts'
import type { Problem } from '../../kernel/problem.ts'
import { ESTABLISHMENT_STEP } from './form/establishment.form.ts'
import { HOURS_STEP } from './form/hours.form.ts'
import { INSURANCE_STEP } from './form/insurance.form.ts'
import { KIND_STEP } from './form/kind.form.ts'
import { PR_STEP } from './form/pr.form.ts'
import { SELECTION_STEP } from './form/selection.form.ts'
import { WAGE_STEP } from './form/wage.form.ts'
import { WORK_STEP } from './form/work.form.ts'

/** The kind of its rows among the drafts. */
export const POSTING_DRAFT = 'POSTING'

/** The eight steps of a posting in the manual's order (003:257), every field as data. */
export const POSTING_STEPS: readonly Step[] = [
  KIND_STEP,
  ESTABLISHMENT_STEP,
  WORK_STEP,
  WAGE_STEP,
  HOURS_STEP,
  INSURANCE_STEP,
  PR_STEP,
  SELECTION_STEP,
]

export const POSTING_FIELDS: readonly Field[] = POSTING_STEPS.flatMap((step) => step.fields)

/** What was typed, read field by field. Checks across fields: postings.checks.rules.ts. */
export const readPosting = (raw: RawForm): { values: Values; problems: Problem[] } => readForm(POSTING_STEPS, raw)
