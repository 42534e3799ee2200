import type { JstDate } from '../../kernel/calendar.ts'
import type { RawForm, RawStep, Row, Values } from '../../kernel/form.ts'
import type { DemoEmployer } from './employers.ts'
import type { OccupationTemplate } from './occupation-templates/template.ts'
import type { Town } from './places.ts'
import type { Hours } from './posting-hours.ts'
import type { Wage } from './posting-wage.ts'
import type { Random } from './random.ts'

export const STEP_KEYS = ['kind', 'establishment', 'work', 'wage', 'hours', 'insurance', 'pr', 'selection'] as const
export type StepKey = (typeof STEP_KEYS)[number]

export type DemoPosting = {
  postingNumber: string
  employerKey: string
  officeCode: string
  /** Where the work is: the establishment's place unless `steps.establishment.workplace` is OTHER. */
  workplace: { postalCode: string; prefectureCode: string; municipalityCode: string; city: string; address: string }
  acceptedOn: JstDate
  validUntil: JstDate
  template: string
  /** Values by step, with the field keys of `postings.form.ts`; a field that does not apply is left out. */
  steps: Record<StepKey, Values>
}

export type Form = 'REGULAR' | 'NON_REGULAR' | 'PART_TIME'
/** What the steps of one posting are drawn from. */
export type Draft = {
  random: Random
  employer: DemoEmployer
  template: OccupationTemplate
  form: Form
  hours: Hours
  wage: Wage
  place: Town & { address: string }
  elsewhere: boolean
}

/** A text among the values of a posting; empty where the field does not apply. */
export function textOf(posting: Pick<DemoPosting, 'steps'>, step: StepKey, key: string): string {
  const value = posting.steps[step][key]
  return typeof value === 'string' ? value : ''
}

/** What a person would have typed for these values: what `readPosting` and drafts take. */
export function rawOf(steps: DemoPosting['steps']): RawForm {
  const cell = (value: Row[string]): string | string[] =>
    typeof value === 'boolean' ? (value ? 'YES' : 'NO') : Array.isArray(value) ? value : String(value ?? '')
  const raw: RawForm = {}
  for (const key of STEP_KEYS) {
    const step: RawStep = {}
    for (const [field, value] of Object.entries(steps[key])) {
      const rows = Array.isArray(value) && value.some((one) => typeof one === 'object')
      step[field] = rows
        ? (value as Row[]).map((row) => Object.fromEntries(Object.entries(row).map(([name, one]) => [name, cell(one)])))
        : cell(value as Row[string])
    }
    raw[key] = step
  }
  return raw
}

/** Fields that do not apply are left out. */
export const given = (values: Record<string, Values[string] | undefined>): Values =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Values[string]] => entry[1] !== undefined && entry[1] !== null),
  )
