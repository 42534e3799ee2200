import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { formatTime } from '../../ui/format.ts'
import type { NameOf } from './answers.ts'
import { answerText } from './answers.ts'
import type { Conflict } from './draft-state.ts'
import type { FormData } from '../../graph/graphql.ts'
import type { StepDef } from './form-step.ts'

interface ConflictChoiceProps {
  conflict: Conflict
  step: StepDef
  mine: FormData
  nameOf: NameOf
  onChoose: (choices: Record<string, 'mine' | 'theirs'>) => void
}

/** Two people wrote at the same field: both versions side by side, and nothing is saved before somebody chose. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { conflict, step, mine, nameOf, onChoose } = props
  const { t } = useTranslation('employer')
  const [choices, setChoices] = useState<Record<string, 'mine' | 'theirs'>>({})
  const words = { yes: t('form.yes'), no: t('form.no') }
  const missing = conflict.keys.filter((key) => choices[key] === undefined).length
  return (
    <Card title={t('form.conflict.title')} icon={TriangleAlert} className="mt-4">
      <p>{t('form.conflict.what', { name: conflict.theirs.savedByName, time: formatTime(conflict.theirs.savedAt) })}</p>
      {conflict.keys.map((key) => {
        const field = step.fields.find((f) => f.key === key)
        const text = (data: FormData) => (field && answerText(field, data[key], nameOf, words)) || t('form.none')
        return (
          <fieldset key={key} className="mt-4">
            <legend className="label">{field?.label ?? key}</legend>
            <div className="grid gap-3 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => {
                const id = `conflict-${key}-${side}`
                return (
                  <div key={side} className="rounded-8 border border-line p-3">
                    <label className="opt-l" htmlFor={id}>
                      <input
                        id={id}
                        type="radio"
                        name={`conflict-${key}`}
                        checked={choices[key] === side}
                        aria-describedby={`${id}-text`}
                        onChange={() => setChoices({ ...choices, [key]: side })}
                      />
                      {side === 'mine' ? t('form.conflict.mine') : t('form.conflict.theirs', { name: conflict.theirs.savedByName })}
                    </label>
                    <p id={`${id}-text`} className="whitespace-pre-line break-words">
                      {text(side === 'mine' ? mine : conflict.theirs.data)}
                    </p>
                  </div>
                )
              })}
            </div>
          </fieldset>
        )
      })}
      <div className="btns mt-4">
        <Button
          variant="primary"
          unavailable={missing > 0 ? t('form.conflict.missing', { count: missing }) : undefined}
          onPress={() => onChoose(choices)}
        >
          {t('form.conflict.save')}
        </Button>
      </div>
    </Card>
  )
}
