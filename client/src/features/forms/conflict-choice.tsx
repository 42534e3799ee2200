import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormData } from '../../graph/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { formatTime } from '../../ui/format.ts'
import type { NameOf } from './answers.ts'
import { answerText } from './answers.ts'
import type { Conflict } from './draft-state.ts'
import type { StepDef } from './form-step.ts'

/** Where a person is led to who cannot go on before the choice. */
export const CONFLICT_ID = 'conflict'

interface ConflictChoiceProps {
  conflict: Conflict
  step: StepDef
  mine: FormData
  /** The name of whoever is here: the other one may be the same person in another tab. */
  me: string
  nameOf: NameOf
  onChoose: (choices: Record<string, 'mine' | 'theirs'>) => void
}

/** Two people, or two tabs, wrote at the same field: both versions side by side, and nothing is saved before somebody chose. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { conflict, step, mine, me, nameOf, onChoose } = props
  const { t } = useTranslation('employer')
  const [choices, setChoices] = useState<Record<string, 'mine' | 'theirs'>>({})
  const words = { yes: t('form.yes'), no: t('form.no') }
  const missing = conflict.keys.filter((key) => choices[key] === undefined).length
  const { savedByName: name, savedAt } = conflict.theirs
  const isMe = name === me
  const neverSaved = conflict.keys.every((key) => conflict.elsewhere.includes(key))
  const what = neverSaved
    ? t('form.conflict.whatTab')
    : t(isMe ? 'form.conflict.whatMe' : 'form.conflict.what', { name, time: formatTime(savedAt) })
  const labelOf = (key: string, side: 'mine' | 'theirs') => {
    if (side === 'mine') return t('form.conflict.mine')
    if (conflict.elsewhere.includes(key)) return t('form.conflict.tab')
    return isMe ? t('form.conflict.saved') : t('form.conflict.theirs', { name })
  }
  return (
    <Card title={t('form.conflict.title')} icon={TriangleAlert} className="mt-4" id={CONFLICT_ID}>
      <p role="alert">{what}</p>
      <p className="sub">{t('form.conflict.until')}</p>
      {conflict.keys.map((key) => {
        const field = step.fields.find((f) => f.key === key)
        const text = (data: FormData) => (field && answerText(field, data[key], nameOf, words)) || t('form.none')
        return (
          <fieldset key={key} className="mt-4">
            <legend className="label">{field?.label ?? key}</legend>
            <div className="grid gap-3 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => {
                const id = `conflict-${key}-${side}`
                const chosen = choices[key] === side
                return (
                  <div key={side} className={`rounded-8 border p-3 ${chosen ? 'border-key-900 bg-key-50' : 'border-line'}`}>
                    <label className="opt-l b" htmlFor={id}>
                      <input
                        id={id}
                        type="radio"
                        name={`conflict-${key}`}
                        checked={chosen}
                        aria-describedby={`${id}-text`}
                        onChange={() => setChoices({ ...choices, [key]: side })}
                      />
                      {labelOf(key, side)}
                    </label>
                    <p id={`${id}-text`} className="whitespace-pre-line wrap-anywhere">
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
