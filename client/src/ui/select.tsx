import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldProps, type FieldWidth, inputClass } from './field.tsx'

/** One thing to choose. */
export interface Option {
  value: string
  label: string
}

interface SelectProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  name?: string | undefined
  options: readonly (Option | { label: string; options: readonly Option[] })[]
  /** The entry for "nothing chosen"; false leaves it out. */
  empty?: string | false | undefined
  width?: FieldWidth | undefined
  small?: boolean | undefined
  ref?: Ref<HTMLSelectElement> | undefined
}

function Choices({ options, empty }: Pick<SelectProps, 'options' | 'empty'>): ReactNode {
  const { t } = useTranslation('ui')
  const one = (option: Option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  )
  return (
    <>
      {empty !== false && <option value="">{empty ?? t('field.choose')}</option>}
      {options.map((option) =>
        'options' in option ? (
          <optgroup key={option.label} label={option.label}>
            {option.options.map(one)}
          </optgroup>
        ) : (
          one(option)
        ),
      )}
    </>
  )
}

/** More than six choices; the system's own list, which every phone and reader knows. */
export function Select(props: SelectProps) {
  const { value, onChange, onBlur, name, options, empty, width, small, ref } = props
  return (
    <Field {...props}>
      {(ids) => (
        <select
          ref={ref}
          id={ids.id}
          name={name}
          className={inputClass(ids, width, small ? 'input-s' : '')}
          value={value}
          required={props.required}
          aria-invalid={ids.invalid || undefined}
          aria-describedby={ids.describedBy}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        >
          <Choices options={options} empty={empty} />
        </select>
      )}
    </Field>
  )
}

interface InlineSelectProps {
  label: string
  /** The label beside the control instead of for readers only. */
  labelShown?: boolean | undefined
  value: string
  onChange: (value: string) => void
  options: SelectProps['options']
  empty?: string | false | undefined
  width?: FieldWidth | undefined
}

/** A small choice above a list: order, posting, place. */
export function InlineSelect(props: InlineSelectProps) {
  const { label, labelShown, value, onChange, options, empty = false, width = 'full' } = props
  return (
    <label className="row">
      <span className={labelShown ? 'small sub whitespace-nowrap' : 'sr'}>{label}</span>
      <select
        className={inputClass({ asked: false }, width, 'input-s inline-select')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <Choices options={options} empty={empty} />
      </select>
    </label>
  )
}
