import { useMemo } from 'react'
import type { FormData } from '../../graph/graphql.ts'
import { formatNumber, plainNumber } from '../../ui/format.ts'
import { isEmpty, type RawValue, rowsOf, textOf, textsOf } from './form-logic.ts'
import type { FieldDef, StepDef } from './form-step.ts'
import { prefectureOf, useIndustries, useMunicipalities, useOccupations, usePrefectures } from './references.ts'

/** Names of the codes somebody chose. */
export type NameOf = (field: { kind: FieldDef['kind'] }, code: string) => string

type Plain = Omit<FieldDef, 'columns'> & { columns?: FieldDef['columns'] }

/** An answer in words, as it was given. */
export function answerText(field: Plain, value: RawValue | undefined, nameOf: NameOf, words: { yes: string; no: string }): string {
  if (isEmpty(value)) return ''
  const label = (one: string) =>
    field.options.find((o) => o.value === one)?.label ?? (field.kind === 'YES_NO' ? (one === 'YES' ? words.yes : words.no) : one)
  switch (field.kind) {
    case 'ROWS':
      return rowsOf(value)
        .map((row) =>
          (field.columns ?? [])
            .map((column) => answerText(column, row[column.key], nameOf, words))
            .filter(Boolean)
            .join(' ・ '),
        )
        .filter(Boolean)
        .join('\n')
    case 'CHOICES':
      return textsOf(value).map(label).join('、')
    case 'AGREEMENT':
    case 'CHOICE':
    case 'YES_NO':
      return label(textOf(value))
    case 'YEN':
    case 'INTEGER':
    case 'DECIMAL': {
      const plain = plainNumber(textOf(value))
      return `${/^-?\d+(\.\d+)?$/u.test(plain) ? formatNumber(Number(plain)) : textOf(value)}${field.unit ?? ''}`
    }
    case 'OCCUPATION':
    case 'INDUSTRY':
    case 'MUNICIPALITY':
      return nameOf(field, textOf(value))
    default:
      return textOf(value)
  }
}

/** Looks up the names of all codes in some steps. */
export function useNames(steps: readonly StepDef[], dataOf: (step: string) => FormData): NameOf {
  const codes = (kind: FieldDef['kind']) =>
    steps.flatMap((step) => step.fields.filter((f) => f.kind === kind).map((f) => textOf(dataOf(step.key)[f.key]))).filter(Boolean)
  const municipality = codes('MUNICIPALITY')[0] ?? ''
  const occupations = useOccupations(codes('OCCUPATION').length === 0)
  const industries = useIndustries(codes('INDUSTRY').length === 0)
  const municipalities = useMunicipalities(municipality === '' ? '' : prefectureOf(municipality))
  const prefectures = usePrefectures(municipality === '')
  return useMemo(
    () => (field, code) => {
      if (field.kind !== 'MUNICIPALITY')
        return (field.kind === 'OCCUPATION' ? occupations : industries).find((e) => e.value === code)?.label ?? code
      const prefecture = prefectures.find((p) => p.value === prefectureOf(code))?.label ?? ''
      return `${prefecture}${municipalities.find((e) => e.value === code)?.label ?? code}`
    },
    [occupations, industries, municipalities, prefectures],
  )
}
