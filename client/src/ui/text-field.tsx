import { type HTMLInputAutoCompleteAttribute, type HTMLInputTypeAttribute, type ReactNode, type Ref, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldProps, type FieldWidth, inputClass } from './field.tsx'
import { characterWidth, formatNumber } from './format.ts'

interface TextProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  onFocus?: (() => void) | undefined
  name?: string | undefined
  /** Full-width characters; half-width counts half. Typing past it is marked, never cut. */
  limit?: number | undefined
  /** Tidies what was typed when the field is left (kana, half-width). */
  tidy?: ((text: string) => string) | undefined
  readOnly?: boolean | undefined
  lang?: string | undefined
}

/** 14.5 / 40文字 */
function Counter(props: { id: string; text: string; limit: number }) {
  const { t } = useTranslation('ui')
  const used = characterWidth(props.text)
  const over = used > props.limit
  const numbers = { used: formatNumber(used), limit: formatNumber(props.limit), excess: formatNumber(used - props.limit) }
  return (
    <p className={over ? 'counter danger b' : 'counter'} id={props.id}>
      {t(over ? 'field.over' : 'field.counter', numbers)}
    </p>
  )
}

function useLeaving(props: Pick<TextProps, 'value' | 'onChange' | 'onBlur' | 'tidy'>) {
  return () => {
    const tidied = props.tidy?.(props.value)
    if (tidied !== undefined && tidied !== props.value) props.onChange(tidied)
    props.onBlur?.()
  }
}

interface TextFieldProps extends TextProps {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'password' | 'search' | 'url'> | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  width?: FieldWidth | undefined
  prefix?: ReactNode
  suffix?: ReactNode
  /** Digits that are compared or read one by one. */
  figures?: boolean | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** One line of text; react-hook-form's `field` can be spread into it. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    name,
    limit,
    readOnly,
    lang,
    type = 'text',
    autoComplete,
    inputMode,
    width,
    prefix,
    suffix,
    figures,
    ref,
  } = props
  const { t } = useTranslation('ui')
  const leave = useLeaving(props)
  const counterId = useId()
  const [shown, setShown] = useState(false)
  return (
    <Field
      {...props}
      extraId={limit ? counterId : undefined}
      after={limit ? <Counter id={counterId} text={value} limit={limit} /> : undefined}
    >
      {(ids) => {
        const control = (
          <input
            ref={ref}
            id={ids.id}
            name={name}
            className={inputClass(ids, width, [figures && 'num', type === 'password' && 'has-reveal'].filter(Boolean).join(' '))}
            type={type === 'password' && shown ? 'text' : type}
            value={value}
            readOnly={readOnly}
            lang={lang}
            autoComplete={autoComplete}
            inputMode={inputMode}
            required={props.required}
            aria-invalid={ids.invalid || undefined}
            aria-describedby={ids.describedBy}
            onChange={(event) => onChange(event.target.value)}
            onFocus={props.onFocus}
            onBlur={leave}
          />
        )
        if (type === 'password')
          return (
            <div className="reveal">
              {control}
              <button
                type="button"
                className="btn btn-3 btn-s"
                aria-label={t('field.showPassword')}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              >
                {t(shown ? 'field.hide' : 'field.show')}
              </button>
            </div>
          )
        if (prefix === undefined && suffix === undefined) return control
        return (
          <div className="affix">
            {prefix !== undefined && <span>{prefix}</span>}
            {control}
            {suffix !== undefined && <span>{suffix}</span>}
          </div>
        )
      }}
    </Field>
  )
}

interface TextAreaProps extends TextProps {
  rows?: number | undefined
  ref?: Ref<HTMLTextAreaElement> | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, name, limit, readOnly, lang, rows = 5, ref } = props
  const leave = useLeaving(props)
  const counterId = useId()
  return (
    <Field
      {...props}
      extraId={limit ? counterId : undefined}
      after={limit ? <Counter id={counterId} text={value} limit={limit} /> : undefined}
    >
      {(ids) => (
        <textarea
          ref={ref}
          id={ids.id}
          name={name}
          className={inputClass(ids)}
          rows={rows}
          value={value}
          readOnly={readOnly}
          lang={lang}
          required={props.required}
          aria-invalid={ids.invalid || undefined}
          aria-describedby={ids.describedBy}
          onChange={(event) => onChange(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  )
}
