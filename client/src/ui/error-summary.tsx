import { CircleAlert, TriangleAlert } from 'lucide-react'
import { type MouseEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusField } from './field.tsx'
import { Icon } from './icon.tsx'

/** One line of the summary; the words are the same as at the field. */
export interface SummaryProblem {
  fieldId: string
  severity: 'ERROR' | 'CONFIRM'
  message: string
}

interface ErrorSummaryProps {
  problems: readonly SummaryProblem[]
  /** How often つぎへ was pressed: each press takes the focus here; 0 shows it without. */
  presses: number
}

/** After 確かめる / つぎへ: takes the focus, red first, then orange, each leading to its field (PAGES 1.5). */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { problems, presses } = props
  const { t } = useTranslation('ui')
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const any = problems.length > 0
  useEffect(() => {
    if (any && presses > 0) box.current?.focus()
  }, [any, presses])
  if (!any) return null
  const errors = problems.filter((p) => p.severity === 'ERROR')
  const confirms = problems.filter((p) => p.severity === 'CONFIRM')
  const lead = (event: MouseEvent, fieldId: string) => {
    event.preventDefault()
    focusField(fieldId)
  }
  const links = (list: readonly SummaryProblem[]) => (
    <ul className="mt-1">
      {list.map((problem, index) => (
        <li key={index}>
          <a href={`#${problem.fieldId}`} onClick={(event) => lead(event, problem.fieldId)}>
            {problem.message}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <div ref={box} className={errors.length ? 'summary' : 'summary summary-ask'} role="group" aria-labelledby={id} tabIndex={-1}>
      <div id={id}>
        {errors.length > 0 && (
          <h2 className="danger">
            <Icon of={CircleAlert} /> {t('summary.errors', { count: errors.length })}
          </h2>
        )}
        {!errors.length && (
          <h2 className="warn">
            <Icon of={TriangleAlert} /> {t('summary.confirms', { count: confirms.length })}
          </h2>
        )}
      </div>
      {errors.length > 0 && links(errors)}
      {errors.length > 0 && confirms.length > 0 && (
        <h2 className="warn mt-3">
          <Icon of={TriangleAlert} /> {t('summary.confirms', { count: confirms.length })}
        </h2>
      )}
      {confirms.length > 0 && links(confirms)}
    </div>
  )
}
