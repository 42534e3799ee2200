import { type FragmentOf, graphql, readFragment, type ResultOf } from '../../graph/graphql.ts'

const FormField_field = graphql(`
  fragment FormField_field on FormField {
    key
    label
    kind
    required
    requiredWhen {
      key
      in
      notAll
    }
    shownWhen {
      key
      in
      notAll
    }
    help
    unit
    max
    min
    decimals
    guide
    staffOnly
    options {
      value
      label
      help
    }
  }
`)

/** A long form as the server describes it: steps, fields, choices, conditions. */
export const FormStep_step = graphql(
  `
    fragment FormStep_step on FormStep {
      key
      title
      optional
      fields {
        ...FormField_field
        columns {
          ...FormField_field
        }
      }
    }
  `,
  [FormField_field],
)

type PlainField = ResultOf<typeof FormField_field>
/** One field; columns only where it is made of rows. */
export interface FieldDef extends PlainField {
  columns: readonly PlainField[]
}
export interface StepDef {
  key: string
  title: string
  optional: boolean
  fields: readonly FieldDef[]
}

export function readSteps(steps: readonly FragmentOf<typeof FormStep_step>[]): StepDef[] {
  return readFragment(FormStep_step, steps).map((step) => ({
    ...step,
    fields: step.fields.map((field) => ({
      ...readFragment(FormField_field, field),
      columns: readFragment(FormField_field, field.columns),
    })),
  }))
}
