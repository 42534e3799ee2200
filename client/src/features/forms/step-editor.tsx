import type { ReactNode } from 'react'
import type { FormData } from '../../graph/graphql.ts'
import type { FieldProblem } from '../../ui/field.tsx'
import { FormField } from './form-field.tsx'
import { blocksOf, type DraftProblem, fieldOfPath, idOfPath, isEmpty, isPair, isRequired, type RawValue, textOf } from './form-logic.ts'
import type { FieldDef, StepDef } from './form-step.ts'
import { usePostalAddress } from './references.ts'
import { tidyWidth } from './tidy.ts'

interface StepEditorProps {
  step: StepDef
  data: FormData
  /** Answers of all steps, for conditions that look across steps. */
  typed: (key: string) => RawValue | undefined
  problems: readonly DraftProblem[]
  /** What the office asked to put right, by field. */
  reasons: ReadonlyMap<string, string>
  onType: (key: string, value: RawValue) => void
  onLeave: (key: string) => void
  onAcknowledge: (problem: DraftProblem) => void
  /** What an answer means, said below its field. */
  below?: ((field: FieldDef) => ReactNode) | undefined
}

/** The fields of one step as the server describes them; what hangs on an answer stands in a quiet box below it. */
export function StepEditor(props: StepEditorProps) {
  const { step, data, typed, problems, reasons, onType, onLeave, onAcknowledge } = props
  const addressOf = usePostalAddress()

  const fill = async (field: FieldDef) => {
    const code = tidyWidth(textOf(data[field.key])).replaceAll('-', '')
    if (!/^\d{7}$/u.test(code)) return
    const address = await addressOf(code)
    if (!address) return
    const stem = field.key.replace(/postalCode$/iu, '')
    const place = step.fields.find((f) => f.kind === 'MUNICIPALITY' && f.key.toLowerCase() === `${stem}municipality`.toLowerCase())
    const street = step.fields.find((f) => f.kind === 'TEXT' && f.key.toLowerCase() === `${stem}address`.toLowerCase())
    if (place && isEmpty(data[place.key])) onType(place.key, address.municipality.code)
    if (street && isEmpty(data[street.key])) onType(street.key, address.area)
  }

  const one = (field: FieldDef) => {
    const own = problems.filter((p) => fieldOfPath(p.path) === field.key)
    const shown = (problem: DraftProblem): FieldProblem => ({
      severity: problem.severity,
      message: problem.message,
      onAcknowledge: problem.severity === 'CONFIRM' ? () => onAcknowledge(problem) : undefined,
    })
    const inner = new Map<string, FieldProblem[]>()
    const outer: FieldProblem[] = []
    const reason = reasons.get(field.key)
    if (reason !== undefined) outer.push({ severity: 'CONFIRM', message: reason })
    for (const problem of own) {
      const below = idOfPath(problem.path).slice(field.key.length + 1)
      if (below === '') outer.push(shown(problem))
      else inner.set(below, [...(inner.get(below) ?? []), shown(problem)])
    }
    const below = props.below?.(field)
    const drawnField = (
      <FormField
        key={field.key}
        field={field}
        id={field.key}
        value={data[field.key]}
        required={isRequired(field, typed)}
        problems={outer}
        inner={inner}
        onChange={(value) => onType(field.key, value)}
        onLeave={() => {
          onLeave(field.key)
          if (field.kind === 'POSTAL_CODE') void fill(field)
        }}
      />
    )
    if (!below) return drawnField
    return (
      <div key={field.key}>
        {drawnField}
        {below}
      </div>
    )
  }

  const paired = (fields: FieldDef[]) => {
    const drawn = []
    for (let at = 0; at < fields.length; at += 1) {
      const [first, second] = [fields[at], fields[at + 1]]
      if (!first) continue
      if (second && isPair(first, second)) {
        drawn.push(
          <div key={first.key} className="pair">
            {one(first)}
            {one(second)}
          </div>,
        )
        at += 1
      } else drawn.push(one(first))
    }
    return drawn
  }

  const blocks = blocksOf(step.fields, typed)
  const open: FieldDef[] = []
  const drawn = []
  const close = () => {
    if (open.length > 0) drawn.push(...paired(open.splice(0)))
  }
  for (const block of blocks) {
    if (block.because === null) {
      open.push(...block.fields)
      continue
    }
    close()
    drawn.push(
      <div key={`below-${block.fields[0]?.key ?? ''}`} className="fields rounded-8 bg-canvas p-4">
        {paired(block.fields)}
      </div>,
    )
  }
  close()
  return <>{drawn}</>
}
