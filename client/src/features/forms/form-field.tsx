import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Checks, Radios } from '../../ui/choices.tsx'
import { DateParts } from '../../ui/date-parts.tsx'
import type { FieldProblem, FieldWidth } from '../../ui/field.tsx'
import { SearchList } from '../../ui/search-list.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { type RawValue, rowsOf, textOf, textsOf } from './form-logic.ts'
import type { FieldDef } from './form-step.ts'
import { MunicipalityField } from './municipality-field.tsx'
import { useIndustries, useOccupations } from './references.ts'
import { RowsField } from './rows-field.tsx'
import { tidyKana, tidyNumber, tidyPostal, tidyTime, tidyWidth } from './tidy.ts'

/** What every kind of field is given by the editor of its step. */
export interface FormFieldProps {
  field: FieldDef
  id: string
  value: RawValue | undefined
  required: boolean
  problems: readonly FieldProblem[]
  /** Problems inside rows, by `row.column`. */
  inner: ReadonlyMap<string, readonly FieldProblem[]>
  onChange: (value: RawValue) => void
  onLeave: () => void
}

/** Up to six choices lie open; short ones side by side (PAGES 1.5). */
const OPEN_CHOICES = 6
/** More than these are looked for by words, not read through. */
const MANY_CHOICES = 15
const SHORT = 10

const widthFor = (max: number | null): FieldWidth => (max !== null && max <= 12 ? 'w12' : max !== null && max <= 20 ? 'w20' : 'full')

/** One field of any kind, drawn from its description. */
export function FormField(props: FormFieldProps) {
  const { field, id, value, required, problems, onChange, onLeave } = props
  const shared = { id, label: field.label, required, hint: field.help ?? undefined, problem: problems }
  const text = { ...shared, value: textOf(value), onChange, onBlur: onLeave, name: field.key }
  const limit = field.max ?? undefined
  switch (field.kind) {
    case 'LONG_TEXT':
      return <TextArea {...text} limit={limit} rows={(field.max ?? 0) > 200 ? 6 : 3} />
    case 'YEN':
    case 'INTEGER':
    case 'DECIMAL':
      return <FigureField {...props} />
    case 'KANA':
      return <TextField {...text} width="w20" tidy={tidyKana} />
    case 'TIME':
      return <TextField {...text} figures width="w6" inputMode="numeric" tidy={tidyTime} autoComplete="off" />
    case 'POSTAL_CODE':
      return <TextField {...text} figures width="w8" inputMode="numeric" tidy={tidyPostal} autoComplete="postal-code" />
    case 'PHONE':
      return <TextField {...text} type="tel" figures width="w12" tidy={tidyWidth} autoComplete="off" />
    case 'EMAIL':
      return <TextField {...text} type="email" inputMode="email" tidy={tidyWidth} autoComplete="off" />
    case 'URL':
      return <TextField {...text} type="url" tidy={tidyWidth} autoComplete="off" />
    case 'CODE':
      return <TextField {...text} figures width="w12" tidy={tidyWidth} autoComplete="off" />
    case 'DATE':
      return <DateParts {...shared} labelText={field.label} value={textOf(value)} onChange={onChange} onBlur={onLeave} />
    case 'YES_NO':
    case 'CHOICE':
      return <ChoiceField {...props} />
    case 'CHOICES':
      if (field.options.length > MANY_CHOICES)
        return (
          <SearchList
            {...shared}
            labelText={field.label}
            max={field.max ?? undefined}
            entries={field.options.map(({ value: code, label }) => ({ value: code, label }))}
            value={textsOf(value)}
            onChange={onChange}
            onBlur={onLeave}
          />
        )
      return (
        <Checks
          {...shared}
          value={textsOf(value)}
          onChange={onChange}
          onBlur={onLeave}
          name={field.key}
          row={field.options.every((o) => o.label.length <= SHORT && o.help === null)}
          options={field.options.map((o) => ({ value: o.value, label: o.label, note: o.help ?? undefined }))}
        />
      )
    case 'AGREEMENT':
      return <AgreementField {...props} />
    case 'OCCUPATION':
      return <OccupationField {...props} />
    case 'INDUSTRY':
      return <IndustryField {...props} />
    case 'MUNICIPALITY':
      return <MunicipalityField {...shared} labelText={field.label} value={textOf(value)} onChange={onChange} onLeave={onLeave} />
    case 'ROWS':
      return (
        <RowsField
          {...shared}
          columns={field.columns}
          max={field.max ?? undefined}
          labelText={field.label}
          rows={rowsOf(value)}
          inner={props.inner}
          onChange={onChange}
          onLeave={onLeave}
        />
      )
    case 'TEXT':
      return <TextField {...text} limit={limit} width={widthFor(field.max)} suffix={field.unit ?? undefined} />
  }
}

/** The commas go when writing begins; what is typed then takes the place of the old figure. */
function selectAll(id: string) {
  const input = document.getElementById(id)
  if (input instanceof HTMLInputElement && document.activeElement === input) input.select()
}

/** Kept as it was typed, shown in groups of three while nobody writes in it. */
function FigureField({ field, id, value, required, problems, onChange, onLeave }: FormFieldProps) {
  const [writing, setWriting] = useState(false)
  const typed = textOf(value)
  return (
    <TextField
      id={id}
      label={field.label}
      required={required}
      hint={field.help ?? undefined}
      problem={problems}
      name={field.key}
      value={writing ? typed : tidyNumber(typed)}
      onChange={onChange}
      onFocus={() => {
        setWriting(true)
        requestAnimationFrame(() => selectAll(id))
      }}
      onBlur={() => {
        setWriting(false)
        onLeave()
      }}
      inputMode={field.kind === 'DECIMAL' ? 'decimal' : 'numeric'}
      figures
      width={field.kind === 'YEN' ? 'w8' : 'w6'}
      suffix={field.unit ?? undefined}
      autoComplete="off"
    />
  )
}

function ChoiceField(props: FormFieldProps) {
  const { field, id, value, required, problems, onChange, onLeave } = props
  const { t } = useTranslation('employer')
  const options =
    field.kind === 'YES_NO' && field.options.length === 0
      ? [
          { value: 'YES', label: t('form.yes'), help: null },
          { value: 'NO', label: t('form.no'), help: null },
        ]
      : field.options
  const shared = { id, label: field.label, required, hint: field.help ?? undefined, problem: problems, name: field.key, onBlur: onLeave }
  if (options.length > OPEN_CHOICES) return <Select {...shared} value={textOf(value)} onChange={onChange} options={options} />
  return (
    <Radios
      {...shared}
      value={textOf(value)}
      onChange={onChange}
      row={options.every((o) => o.label.length <= SHORT && o.help === null)}
      options={options.map((o) => ({ value: o.value, label: o.label, note: o.help ?? undefined }))}
    >
      {!required && textOf(value) !== '' && (
        <Button variant="text" size="s" onPress={() => onChange('')}>
          {t('form.unchoose')}
          <span className="sr">{field.label}</span>
        </Button>
      )}
    </Radios>
  )
}

/** One tick for a text that is read first; what is kept is the version that was read. */
function AgreementField({ field, id, value, required, problems, onChange, onLeave }: FormFieldProps) {
  const { t } = useTranslation('employer')
  return (
    <Checks
      id={id}
      label={field.label}
      required={required}
      hint={
        <>
          {field.help}
          {field.guide && (
            <a className="mt-1 block w-fit" href={`/guide/${field.guide}`} target="_blank" rel="noopener">
              {t('form.readGuide')}
            </a>
          )}
        </>
      }
      problem={problems}
      name={field.key}
      value={textsOf(value)}
      onChange={(versions) => onChange(versions[0] ?? '')}
      onBlur={onLeave}
      options={field.options.map((o) => ({ value: o.value, label: o.label }))}
    />
  )
}

function OccupationField(props: FormFieldProps) {
  return <CodeField {...props} entries={useOccupations()} />
}

function IndustryField(props: FormFieldProps) {
  return <CodeField {...props} entries={useIndustries()} />
}

function CodeField(props: FormFieldProps & { entries: ReturnType<typeof useOccupations> }) {
  const { field, id, value, required, problems, entries, onChange, onLeave } = props
  return (
    <SearchList
      id={id}
      label={field.label}
      labelText={field.label}
      required={required}
      hint={field.help ?? undefined}
      problem={problems}
      max={1}
      entries={entries}
      value={textsOf(value)}
      onChange={([code]) => onChange(code ?? '')}
      onBlur={onLeave}
    />
  )
}
