import { type ReactNode, type Ref, useId } from 'react'
import { Field, type FieldProps, Problems, problemsOf } from './field.tsx'
import { formatNumber } from './format.ts'

/** A choice with words below it, or with the number of things behind it. */
export interface Choice {
  value: string
  label: ReactNode
  note?: ReactNode
  count?: number | undefined
}

function Words({ choice }: { choice: Choice }) {
  return (
    <>
      <span>
        {choice.label}
        {choice.note && (
          <>
            <br />
            <span className="small sub">{choice.note}</span>
          </>
        )}
      </span>
      {choice.count !== undefined && <span className="n">{formatNumber(choice.count)}</span>}
    </>
  )
}

interface RadiosProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  name?: string | undefined
  options: readonly Choice[]
  /** Side by side where there is room. */
  row?: boolean | undefined
  /** What belongs to one answer, below the choices. */
  children?: ReactNode
  ref?: Ref<HTMLInputElement> | undefined
}

/** Up to six choices, one of them. */
export function Radios(props: RadiosProps) {
  const { value, onChange, onBlur, name, options, row, children, ref } = props
  const group = useId()
  return (
    <Field {...props} group>
      {(ids) => (
        <>
          <div className={row ? 'opts-row' : 'opts'}>
            {options.map((choice, index) => (
              <label key={choice.value} className="opt-l">
                <input
                  ref={index === 0 ? ref : undefined}
                  type="radio"
                  name={name ?? group}
                  value={choice.value}
                  checked={choice.value === value}
                  aria-describedby={ids.invalid ? ids.describedBy : undefined}
                  onChange={() => onChange(choice.value)}
                  onBlur={onBlur}
                />
                <Words choice={choice} />
              </label>
            ))}
          </div>
          {children}
        </>
      )}
    </Field>
  )
}

interface ChecksProps extends FieldProps {
  value: readonly string[]
  onChange: (value: string[]) => void
  onBlur?: (() => void) | undefined
  name?: string | undefined
  options: readonly Choice[]
  row?: boolean | undefined
  children?: ReactNode
  ref?: Ref<HTMLInputElement> | undefined
}

/** Up to six choices, any of them; the answer keeps the order of the choices. */
export function Checks(props: ChecksProps) {
  const { value, onChange, onBlur, name, options, row, children, ref } = props
  const toggle = (changed: string, on: boolean) =>
    onChange(options.map((o) => o.value).filter((v) => (v === changed ? on : value.includes(v))))
  return (
    <Field {...props} group>
      {(ids) => (
        <>
          <div className={row ? 'opts-row' : 'opts'}>
            {options.map((choice, index) => (
              <label key={choice.value} className="opt-l">
                <input
                  ref={index === 0 ? ref : undefined}
                  type="checkbox"
                  name={name}
                  value={choice.value}
                  checked={value.includes(choice.value)}
                  aria-describedby={ids.invalid ? ids.describedBy : undefined}
                  onChange={(event) => toggle(choice.value, event.target.checked)}
                  onBlur={onBlur}
                />
                <Words choice={choice} />
              </label>
            ))}
          </div>
          {children}
        </>
      )}
    </Field>
  )
}

interface CheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  onBlur?: (() => void) | undefined
  children: ReactNode
  note?: ReactNode
  id?: string | undefined
  name?: string | undefined
  count?: number | undefined
  /** Why it cannot be ticked yet. */
  unavailable?: ReactNode
  problem?: FieldProps['problem']
  ref?: Ref<HTMLInputElement> | undefined
}

/** One tick: an agreement, a row chosen, a filter. */
export function Check(props: CheckProps) {
  const { checked, onChange, onBlur, children, note, id, name, count, unavailable, ref } = props
  const reasonId = useId()
  const problemId = useId()
  const problems = problemsOf(props.problem)
  const bad = problems.some((p) => p.severity === 'ERROR')
  const described = [unavailable && reasonId, problems.length > 0 && problemId].filter(Boolean).join(' ') || undefined
  return (
    <div className={['field', bad && 'bad', problems.length > 0 && !bad && 'ask'].filter(Boolean).join(' ')}>
      <label className={unavailable ? 'opt-l mute' : 'opt-l'}>
        <input
          ref={ref}
          id={id}
          name={name}
          type="checkbox"
          checked={checked}
          aria-disabled={unavailable ? true : undefined}
          aria-invalid={bad || undefined}
          aria-describedby={described}
          onChange={(event) => !unavailable && onChange(event.target.checked)}
          onBlur={onBlur}
        />
        <Words choice={{ value: '', label: children, note, count }} />
      </label>
      {unavailable && (
        <p id={reasonId} className="small sub">
          {unavailable}
        </p>
      )}
      {problems.length > 0 && <Problems id={problemId} problems={problems} />}
    </div>
  )
}
