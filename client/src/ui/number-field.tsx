import { type ReactNode, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ControlIds, Field, type FieldProblem, type FieldProps, type FieldWidth, inputClass, problemsOf } from './field.tsx'
import { formatNumber, plainNumber } from './format.ts'

type Unreadable = 'notNumber' | 'notWhole' | 'decimals'

function read(text: string, decimals: number): { value: number | null; unreadable?: Unreadable } {
  const plain = plainNumber(text)
  if (plain === '') return { value: null }
  if (!/^-?\d+(\.\d*)?$|^-?\.\d+$/u.test(plain)) return { value: null, unreadable: 'notNumber' }
  if ((plain.split('.')[1] ?? '').length > decimals) return { value: null, unreadable: decimals ? 'decimals' : 'notWhole' }
  return { value: Number(plain) }
}

interface InputProps {
  value: number | null
  onChange: (value: number | null) => void
  onUnreadable: (why: Unreadable | undefined) => void
  onBlur?: (() => void) | undefined
  ids: ControlIds
  name?: string | undefined
  decimals: number
  width: FieldWidth
  label?: string | undefined
  required?: boolean | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

function NumberInput(props: InputProps) {
  const { value, onChange, onUnreadable, onBlur, ids, name, decimals, width, label, required, ref } = props
  const [draft, setDraft] = useState<string>()
  const [unread, setUnread] = useState(false)
  const grouped = value === null ? '' : formatNumber(value)
  return (
    <input
      ref={ref}
      id={ids.id}
      name={name}
      className={inputClass(ids, width, 'num')}
      inputMode={decimals ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={draft ?? grouped}
      required={required}
      aria-label={label}
      aria-invalid={ids.invalid || undefined}
      aria-describedby={ids.describedBy}
      onFocus={() => !unread && setDraft(value === null ? '' : String(value))}
      onChange={(event) => {
        setDraft(event.target.value)
        const now = read(event.target.value, decimals)
        if (unread) onUnreadable(now.unreadable)
        onChange(now.value)
      }}
      onBlur={(event) => {
        const last = read(event.target.value, decimals)
        setUnread(Boolean(last.unreadable))
        onUnreadable(last.unreadable)
        if (!last.unreadable) setDraft(undefined)
        onBlur?.()
      }}
    />
  )
}

interface NumberFieldProps extends FieldProps {
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: (() => void) | undefined
  name?: string | undefined
  unit?: ReactNode
  prefix?: ReactNode
  decimals?: number | undefined
  width?: FieldWidth | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** A number in any width; grouped with commas when the field is left, and what cannot be read stays to be put right. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onBlur, name, unit, prefix, decimals = 0, width = 'w8', ref } = props
  const { t } = useTranslation('ui')
  const [why, setWhy] = useState<Unreadable>()
  const own: FieldProblem[] = why ? [{ severity: 'ERROR', message: t(`field.${why}`, { digits: decimals }) }] : []
  return (
    <Field {...props} problem={own.length ? own : problemsOf(props.problem)}>
      {(ids) => (
        <div className="affix">
          {prefix !== undefined && <span>{prefix}</span>}
          <NumberInput
            ref={ref}
            value={value}
            onChange={onChange}
            onUnreadable={setWhy}
            onBlur={onBlur}
            ids={ids}
            name={name}
            decimals={decimals}
            width={width}
            required={props.required}
          />
          {unit !== undefined && <span>{unit}</span>}
        </div>
      )}
    </Field>
  )
}

/** An amount: comma groups, 円 outside the field. */
export function Money(props: Omit<NumberFieldProps, 'decimals'>) {
  const { t } = useTranslation('ui')
  return <NumberField {...props} unit={props.unit ?? t('field.yen')} />
}

interface MoneyRangeProps extends FieldProps {
  value: { from: number | null; to: number | null }
  onChange: (value: { from: number | null; to: number | null }) => void
  onBlur?: (() => void) | undefined
  name?: string | undefined
  /** The label as text, for the two controls' own names. */
  labelText: string
  /** The one the problem is about; both by default. */
  problemAt?: 'from' | 'to' | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** 下限 円から 上限 円 */
export function MoneyRange(props: MoneyRangeProps) {
  const { value, onChange, onBlur, name, labelText, problemAt, ref } = props
  const { t } = useTranslation('ui')
  const [why, setWhy] = useState<{ from?: Unreadable | undefined; to?: Unreadable | undefined }>({})
  const at = (ids: ControlIds, end: 'from' | 'to'): ControlIds => {
    const meant = why.from || why.to ? why[end] !== undefined : problemAt === undefined || problemAt === end
    return { ...ids, id: `${ids.id}-${end}`, invalid: ids.invalid && meant, asked: ids.asked && meant }
  }
  const unread = why.from ?? why.to
  const own: FieldProblem[] = unread ? [{ severity: 'ERROR', message: t(`field.${unread}`, { digits: 0 }) }] : []
  return (
    <Field {...props} group problem={own.length ? own : problemsOf(props.problem)}>
      {(ids) => (
        <div className="affix wraprow">
          <NumberInput
            ref={ref}
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
            onUnreadable={(from) => setWhy({ ...why, from })}
            onBlur={onBlur}
            ids={at(ids, 'from')}
            name={name && `${name}.from`}
            decimals={0}
            width="w8"
            label={`${labelText} ${t('field.lower')}`}
            required={props.required}
          />
          <span>{t('field.from')}</span>
          <NumberInput
            value={value.to}
            onChange={(to) => onChange({ ...value, to })}
            onUnreadable={(to) => setWhy({ ...why, to })}
            onBlur={onBlur}
            ids={at(ids, 'to')}
            name={name && `${name}.to`}
            decimals={0}
            width="w8"
            label={`${labelText} ${t('field.upper')}`}
          />
          <span>{t('field.yen')}</span>
        </div>
      )}
    </Field>
  )
}
