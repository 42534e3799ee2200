import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field, type FieldProblem } from '../../ui/field.tsx'

/** One condition that is not as posted. */
export interface Difference {
  field: string
  offered: string
}

interface DifferencesProps {
  differences: Difference[]
  conditions: readonly { key: string; label: string; value: string }[]
  problem: FieldProblem[]
  onChange: (differences: Difference[]) => void
}

/** Only what differs, what was posted beside what is offered. */
export function EmployerResultDifferences({ differences, conditions, problem, onChange }: DifferencesProps) {
  const { t } = useTranslation('employer')
  const set = (index: number, next: Partial<Difference>) => onChange(differences.map((d, at) => (at === index ? { ...d, ...next } : d)))
  return (
    <Field id="differences" label={t('result.differences')} hint={t('result.differencesHint')} required group problem={problem}>
      {(ids) => (
        <>
          {differences.map((difference, index) => (
            <div
              key={index}
              className="mt-2 rounded-8 bg-canvas p-3"
              role="group"
              aria-label={t('result.difference', { number: index + 1 })}
            >
              <div className="flex items-end gap-2">
                <div className="min-w-0 flex-1">
                  <label className="small b" htmlFor={`${ids.id}-${index}-field`}>
                    {t('result.what')}
                  </label>
                  <select
                    id={`${ids.id}-${index}-field`}
                    className="input"
                    value={difference.field}
                    onChange={(event) => set(index, { field: event.target.value })}
                  >
                    <option value="">{t('result.choose')}</option>
                    {conditions
                      .filter(({ key }) => key === difference.field || !differences.some((d) => d.field === key))
                      .map(({ key, label }) => (
                        <option key={key} value={key}>
                          {label}
                        </option>
                      ))}
                  </select>
                </div>
                <IconButton
                  icon={Trash2}
                  label={t('result.remove', { number: index + 1 })}
                  onPress={() => onChange(differences.filter((_, at) => at !== index))}
                />
              </div>
              {difference.field !== '' && (
                <p className="small sub mt-2 whitespace-pre-line">
                  {t('result.posted')} <s>{conditions.find(({ key }) => key === difference.field)?.value}</s>
                </p>
              )}
              <label className="small b mt-2 block" htmlFor={`${ids.id}-${index}-offered`}>
                {t('result.offered')}
              </label>
              <input
                id={`${ids.id}-${index}-offered`}
                className="input"
                value={difference.offered}
                onChange={(event) => set(index, { offered: event.target.value })}
              />
            </div>
          ))}
          {differences.length < conditions.length && (
            <Button
              variant="text"
              size="s"
              icon={Plus}
              className="mt-2"
              onPress={() => onChange([...differences, { field: '', offered: '' }])}
            >
              {t('result.add')}
            </Button>
          )}
        </>
      )}
    </Field>
  )
}
