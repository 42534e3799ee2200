import { Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field, type FieldProblem, type FieldProps, focusField, Problems } from '../../ui/field.tsx'
import { isShown, type RawRow, type RawValue, textOf } from './form-logic.ts'
import type { FieldDef } from './form-step.ts'
import { tidyNumber } from './tidy.ts'

type Column = FieldDef['columns'][number]

interface RowsFieldProps extends FieldProps {
  labelText: string
  columns: readonly Column[]
  max: number | undefined
  rows: RawRow[]
  inner: ReadonlyMap<string, readonly FieldProblem[]>
  onChange: (rows: RawRow[]) => void
  onLeave: () => void
}

const isNumber = (column: Column) => column.kind === 'YEN' || column.kind === 'INTEGER' || column.kind === 'DECIMAL'

/** Several of the same: allowances, shifts, licences. A required one starts with its first row open. */
export function RowsField(props: RowsFieldProps) {
  const { labelText, columns, max, inner, onChange, onLeave, ...frame } = props
  const { t } = useTranslation('employer')
  const adding = useRef<HTMLButtonElement>(null)
  const rows = props.rows.length === 0 && frame.required ? [{}] : props.rows
  const change = (index: number, key: string, value: string) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [key]: value } : row)))
  const add = () => {
    onChange([...rows, {}])
    const id = `${frame.id}.${rows.length}.${columns[0]?.key ?? ''}`
    requestAnimationFrame(() => focusField(id))
  }
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index))
    adding.current?.focus()
  }
  const full = max !== undefined && rows.length >= max
  return (
    <Field {...frame} group>
      {() => (
        <>
          {rows.map((row, index) => {
            const own = columns.flatMap((column) => inner.get(`${index}.${column.key}`) ?? [])
            return (
              <div
                key={index}
                role="group"
                aria-label={t('form.row', { label: labelText, number: index + 1 })}
                className={own.some((p) => p.severity === 'ERROR') ? 'field bad mt-3' : 'mt-3'}
              >
                <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
                  {columns
                    .filter((column) => isShown(column, (key) => row[key]))
                    .map((column) => (
                      <Cell
                        key={column.key}
                        column={column}
                        id={`${frame.id}.${index}.${column.key}`}
                        value={row[column.key]}
                        narrow={columns.length > 2}
                        problems={inner.get(`${index}.${column.key}`) ?? []}
                        onChange={(value) => change(index, column.key, value)}
                        onLeave={onLeave}
                      />
                    ))}
                  <IconButton
                    icon={Trash2}
                    label={t('form.removeRow', { label: labelText, number: index + 1 })}
                    onPress={() => remove(index)}
                  />
                </div>
                {own.length > 0 && <Problems id={`${frame.id}.${index}-problem`} problems={own} />}
              </div>
            )
          })}
          {full ? (
            <p className="small sub mt-2">{t('form.rowsFull', { count: max })}</p>
          ) : (
            <Button ref={adding} variant="text" size="s" icon={Plus} className="mt-2" onPress={add}>
              {t('form.addRow', { label: labelText })}
            </Button>
          )}
        </>
      )}
    </Field>
  )
}

interface CellProps {
  column: Column
  id: string
  value: RawValue | undefined
  problems: readonly FieldProblem[]
  /** Beside two or more others. */
  narrow: boolean
  onChange: (value: string) => void
  onLeave: () => void
}

function Cell(props: CellProps) {
  const { column, id, value, problems, onChange, onLeave } = props
  const { t } = useTranslation('ui')
  const invalid = problems.some((p) => p.severity === 'ERROR') || undefined
  const typed = textOf(value)
  const [writing, setWriting] = useState(false)
  const shown = isNumber(column) && !writing ? tidyNumber(typed) : typed
  const width = isNumber(column) || column.kind === 'TIME' ? 'w6 num' : props.narrow ? 'w8' : 'w12'
  return (
    <div className="min-w-0">
      <label className="small b block" htmlFor={id}>
        {column.label}
      </label>
      <div className="affix">
        {column.kind === 'CHOICE' || column.kind === 'YES_NO' ? (
          <select
            id={id}
            className="input w12"
            value={typed}
            aria-invalid={invalid}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          >
            <option value="">{t('field.choose')}</option>
            {column.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={id}
            className={`input ${width}`}
            value={shown}
            autoComplete="off"
            inputMode={isNumber(column) ? 'numeric' : undefined}
            aria-invalid={invalid}
            onChange={(event) => onChange(event.target.value)}
            onFocus={() => setWriting(true)}
            onBlur={() => {
              setWriting(false)
              onLeave()
            }}
          />
        )}
        {column.unit && <span>{column.unit}</span>}
      </div>
    </div>
  )
}
