import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EstablishmentDraft } from '../../features/employers/establishment-draft.ts'
import { useSaveEstablishment } from '../../features/employers/use-save-establishment.ts'
import { CONFLICT_ID } from '../../features/forms/conflict-choice.tsx'
import { DraftNotices } from '../../features/forms/draft-notices.tsx'
import type { ServerStep } from '../../features/forms/draft-state.ts'
import type { Save } from '../../features/forms/draft-store.ts'
import { idOfPath, isAcknowledged, shownProblems, textOf } from '../../features/forms/form-logic.ts'
import type { StepDef } from '../../features/forms/form-step.ts'
import { StepEditor } from '../../features/forms/step-editor.tsx'
import { useAcknowledged } from '../../features/forms/use-acknowledged.ts'
import { useLeft } from '../../features/forms/use-left.ts'
import { useStepDraft } from '../../features/forms/use-step-draft.ts'
import { PostalPlace } from '../../features/offices/postal-place.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { focusField } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SavedLine } from '../../ui/saved-line.tsx'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'

const serverStep = (draft: EstablishmentDraft, key: string): ServerStep => ({
  version: draft.version,
  data: draft.steps.find((one) => one.key === key)?.data ?? {},
  savedAt: draft.savedAt,
  savedByName: draft.savedByName,
})
const NO_REASONS: ReadonlyMap<string, string> = new Map()

interface EstablishmentFormProps {
  account: string
  draft: EstablishmentDraft
  step: StepDef
  title: string
  lead: string
  submitLabel: string
  /** What stands between the questions and the button. */
  after?: ReactNode
  refused: string | null
  /** Null: this is not the last step. */
  submit: ((version: number, acknowledge: { path: string; code: string }[]) => Promise<boolean>) | null
  onDone: () => void
}

/** One step of the establishment: saves itself while it is written, says what is missing when one goes on. */
export function EstablishmentForm({
  account,
  draft,
  step,
  title,
  lead,
  submitLabel,
  after,
  refused,
  submit,
  onDone,
}: EstablishmentFormProps) {
  const { t } = useTranslation('account')
  const saveStep = useSaveEstablishment()
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  }, [draft])
  const save = useCallback<Save>(
    async (data, version, leaving) => {
      const answer = await saveStep(step.key, data, version, leaving)
      if (answer.kind === 'refused') return answer
      latest.current = answer.draft
      return answer.kind === 'saved'
        ? { kind: 'saved', version: answer.draft.version, savedAt: answer.draft.savedAt }
        : { kind: 'moved', theirs: serverStep(answer.draft, step.key) }
    },
    [saveStep, step.key],
  )
  const server = useMemo(() => serverStep(draft, step.key), [draft, step.key])
  const stepDraft = useStepDraft(account, `establishment:${step.key}`, server, save)
  const { state, saved, type, flush } = stepDraft
  const { acknowledged, acknowledge, forget } = useAcknowledged(account, 'establishment')
  const { left, leave } = useLeft(flush)
  const [presses, setPresses] = useState(0)
  const problems = shownProblems(draft.problems, step.key, { all: presses > 0, left, acknowledged })
  const send = useOneAtATime(async () => {
    const now = await flush()
    setPresses((count) => count + 1)
    if (now.conflict) return focusField(CONFLICT_ID)
    if (now.trouble !== 'none') return
    const open = latest.current.problems.filter((problem) => !isAcknowledged(problem, acknowledged))
    const kept = acknowledged.map(({ path, code }) => ({ path, code }))
    if (!submit) {
      if (open.every(({ path }) => !path.startsWith(`${step.key}.`))) onDone()
      return
    }
    if (!(await submit(latest.current.version, kept))) return
    forget()
    onDone()
  })
  const trouble = refused ?? (presses > 0 && state.trouble === 'unreachable' ? t('unreachable') : undefined)
  return (
    <>
      <div className="mt-4 flex flex-wrap items-baseline justify-between gap-2">
        <PageTitle pageKey={step.key}>{title}</PageTitle>
        <SavedLine state={saved} />
      </div>
      <p className="sub mt-1">{lead}</p>
      <DraftNotices draft={stepDraft} step={step} me={draft.savedByName} savedBy={draft.savedByName} />
      {trouble && (
        <div className="mt-4">
          <Banner kind="err" live>
            {trouble}
          </Banner>
        </div>
      )}
      {presses > 0 && (
        <div className="mt-4">
          <ErrorSummary
            presses={presses}
            problems={problems.map(({ path, severity, message }) => ({ fieldId: idOfPath(path), severity, message }))}
          />
        </div>
      )}
      <form
        className="card fields mt-5"
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          send.run()
        }}
      >
        <StepEditor
          step={step}
          data={state.mine}
          typed={(key) => state.mine[key]}
          problems={problems}
          reasons={NO_REASONS}
          onType={type}
          onLeave={leave}
          onAcknowledge={(problem) => acknowledge(problem)}
          below={(field) => field.kind === 'POSTAL_CODE' && <PostalPlace postalCode={textOf(state.mine[field.key])} />}
        />
      </form>
      {after}
      <div className="btns mt-4">
        <Button variant="primary" busy={send.busy} onPress={send.run}>
          {submitLabel}
        </Button>
      </div>
    </>
  )
}
