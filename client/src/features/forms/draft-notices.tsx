import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { useNames } from './answers.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { ConflictLine } from './conflict-line.tsx'
import type { StepDef } from './form-step.ts'
import type { StepDraft } from './use-step-draft.ts'

interface DraftNoticesProps {
  draft: StepDraft
  step: StepDef
  /** The name of whoever is here. */
  me: string
  /** Who saved last. */
  savedBy: string
}

/** What became of the words of a step, above its fields: a choice to make, a refusal, words brought back or taken over. */
export function DraftNotices({ draft, step, me, savedBy }: DraftNoticesProps) {
  const { t } = useTranslation('employer')
  const { state, choose, flush } = draft
  const nameOf = useNames(state.conflict ? [step] : [], () => ({ ...state.conflict?.theirs.data, ...state.mine }))
  return (
    <>
      {state.conflict && (
        <>
          <ConflictChoice conflict={state.conflict} step={step} mine={state.mine} me={me} nameOf={nameOf} onChoose={choose} />
          <ConflictLine />
        </>
      )}
      {state.refusal && (
        <div className="mt-4">
          <Banner kind="err" live action={{ label: t('form.saveAgain'), onPress: () => void flush() }}>
            {state.refusal}
          </Banner>
        </div>
      )}
      {state.restored && (
        <div className="mt-4">
          <Banner kind="info">{t('form.restored')}</Banner>
        </div>
      )}
      {state.taken.length > 0 && (
        <div className="mt-4">
          <Banner kind="info">
            {t(savedBy === me ? 'form.takenFromTab' : 'form.taken', {
              labels: state.taken.map((key) => step.fields.find((f) => f.key === key)?.label ?? key).join('、'),
              name: savedBy,
            })}
          </Banner>
        </div>
      )}
    </>
  )
}
