import { CircleAlert, TriangleAlert } from 'lucide-react'
import { type ReactNode, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** ERROR must be put right; CONFIRM can be kept as it is (PAGES 1.5). */
export interface FieldProblem {
  severity: 'ERROR' | 'CONFIRM'
  message: ReactNode
  /** CONFIRM: このままでよい. */
  onAcknowledge?: (() => void) | undefined
  /** CONFIRM: the value that would be right, as a button (20.1日にする). */
  proposal?: { label: string; onAccept: () => void } | undefined
}

/** What every field takes. */
export interface FieldProps {
  label: ReactNode
  /** Also where the summary of problems leads; made up when absent. */
  id?: string | undefined
  required?: boolean | undefined
  /** false leaves out 必須/任意, for search and single questions. */
  mark?: boolean | undefined
  hint?: ReactNode
  problem?: FieldProblem | readonly FieldProblem[] | undefined
  className?: string | undefined
}

/** What a field's control needs to be tied to its words. */
export interface ControlIds {
  id: string
  describedBy: string | undefined
  invalid: boolean
  asked: boolean
}

/** None, one or several: fields take what the server says as it comes. */
export const problemsOf = (problem: FieldProps['problem']): readonly FieldProblem[] =>
  problem === undefined ? [] : 'severity' in problem ? [problem] : problem

/** The problems of a field, each with its icon and its words; CONFIRM with its two buttons. */
export function Problems(props: { id: string; problems: readonly FieldProblem[] }) {
  const { t } = useTranslation('ui')
  return (
    <div id={props.id} className="problems">
      {props.problems.map((problem, index) => (
        <div key={index}>
          <p className={problem.severity === 'ERROR' ? 'err' : 'wrn'}>
            <Icon of={problem.severity === 'ERROR' ? CircleAlert : TriangleAlert} />
            <span>
              <b>{t(problem.severity === 'ERROR' ? 'field.fix' : 'field.confirm')}</b>
              {problem.message}
            </span>
          </p>
          {problem.severity === 'CONFIRM' && (problem.proposal || problem.onAcknowledge) && (
            <div className="row wraprow mt-2">
              {problem.proposal && (
                <Button size="s" onPress={problem.proposal.onAccept}>
                  {problem.proposal.label}
                </Button>
              )}
              {problem.onAcknowledge && (
                <Button variant="text" size="s" onPress={problem.onAcknowledge}>
                  {t('field.keep')}
                </Button>
              )}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

/** 必須 or 任意, in words (PAGES 1.5). */
function Mark(props: { required?: boolean | undefined }) {
  const { t } = useTranslation('ui')
  return props.required ? <span className="req">{t('field.required')}</span> : <span className="opt">{t('field.optional')}</span>
}

interface FieldFrameProps extends FieldProps {
  children: (ids: ControlIds) => ReactNode
  /** More words the control is described by, such as its counter. */
  extraId?: string | undefined
  /** A group of controls is a fieldset, a single one a label. */
  group?: boolean | undefined
  after?: ReactNode
  ref?: Ref<HTMLElement> | undefined
}

/** label + 必須/任意 → hint → control → problem: the order of every field. */
export function Field(props: FieldFrameProps) {
  const { label, required, mark = true, hint, problem, className = '', children, extraId, group, after } = props
  const made = useId()
  const id = props.id ?? made
  const problems = problemsOf(problem)
  const invalid = problems.some((p) => p.severity === 'ERROR')
  const asked = !invalid && problems.length > 0
  const hintId = hint ? `${id}-hint` : undefined
  const problemId = problems.length ? `${id}-problem` : undefined
  const describedBy = [hintId, extraId, problemId].filter(Boolean).join(' ') || undefined
  const shape = ['field', invalid && 'bad', asked && 'ask', className].filter(Boolean).join(' ')
  const ids = { id, describedBy, invalid, asked }
  const words = (
    <>
      {label} {mark && <Mark required={required} />}
    </>
  )
  const rest = (
    <>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {children(ids)}
      {problemId && <Problems id={problemId} problems={problems} />}
      {after}
    </>
  )
  if (group)
    return (
      <fieldset className={shape} id={id} aria-describedby={describedBy} tabIndex={-1}>
        <legend className="label">{words}</legend>
        <div className="clear-both">{rest}</div>
      </fieldset>
    )
  return (
    <div className={shape}>
      <label className="label" htmlFor={id}>
        {words}
      </label>
      {rest}
    </div>
  )
}

/** Widths for what is to be written in it: w4 a year, w8 an amount, w20 a name. */
export type FieldWidth = 'w4' | 'w6' | 'w8' | 'w12' | 'w20' | 'full'

/** The classes of a control from its state. */
export const inputClass = (ids: { asked: boolean }, width: FieldWidth = 'full', more = ''): string =>
  ['input', width !== 'full' && width, ids.asked && 'is-warn', more].filter(Boolean).join(' ')

/** Brings a person to a field: the control itself, or the first one inside a group. */
export function focusField(id: string): boolean {
  const target = document.getElementById(id)
  if (!target) return false
  const control = target.matches('input, select, textarea, button, a[href]')
    ? target
    : target.querySelector<HTMLElement>('input:not([type=hidden]):not([hidden]), select, textarea, button, [tabindex="0"]')
  const goal = control ?? target
  goal.focus({ preventScroll: true })
  const block = target.closest('.field') ?? target
  block.scrollIntoView({ block: 'center' })
  return document.activeElement === goal
}
