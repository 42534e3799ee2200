import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound, useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CONFLICT_ID } from '../../features/forms/conflict-choice.tsx'
import { DraftNotices } from '../../features/forms/draft-notices.tsx'
import type { ServerStep } from '../../features/forms/draft-state.ts'
import type { Save } from '../../features/forms/draft-store.ts'
import { idOfPath, isAcknowledged, type RawValue, shownProblems } from '../../features/forms/form-logic.ts'
import { FormStep_step, readSteps, type StepDef } from '../../features/forms/form-step.ts'
import { InsightCard } from '../../features/forms/insight-card.tsx'
import { StepEditor } from '../../features/forms/step-editor.tsx'
import { StepNav } from '../../features/forms/step-nav.tsx'
import { useAcknowledged } from '../../features/forms/use-acknowledged.ts'
import { useLeft } from '../../features/forms/use-left.ts'
import { useStepDraft } from '../../features/forms/use-step-draft.ts'
import {
  askedFor,
  EmployerPostingDraft_draft,
  EmployerPostingEdit_posting,
  type PostingDraft,
  taskState,
} from '../../features/postings/employer-posting-draft.ts'
import { NotEditable } from '../../features/postings/not-editable.tsx'
import { useSavePostingStep } from '../../features/postings/use-save-posting-step.ts'
import { graphql, readFragment, type ResultOf } from '../../graph/graphql.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { focusField } from '../../ui/field.tsx'
import { useNavigateTo } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SavedLine } from '../../ui/saved-line.tsx'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'

const PostingStepPage = graphql(
  `
    query PostingStepPage($id: ID!) {
      viewer {
        account {
          id
          displayName
        }
      }
      postingForm {
        ...FormStep_step
      }
      posting(id: $id) {
        id
        ...EmployerPostingEdit_posting
      }
    }
  `,
  [FormStep_step, EmployerPostingEdit_posting],
)
const route = getRouteApi('/employer/postings/$id/edit/$step')

export function Page() {
  const { id, step: key } = route.useParams()
  const { data } = useSuspenseQuery(PostingStepPage, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const steps = useMemo(() => readSteps(data.postingForm), [data.postingForm])
  const step = steps.find((s) => s.key === key)
  if (!data.posting || !step) throw notFound()
  const posting = readFragment(EmployerPostingEdit_posting, data.posting)
  if (!posting.draft || !posting.viewerCanEdit) return <NotEditable id={id} title={posting.title} status={posting.status} />
  return (
    <StepPage
      key={`${id}:${key}`}
      account={data.viewer.account?.id ?? ''}
      me={data.viewer.account?.displayName ?? ''}
      posting={posting}
      draft={readFragment(EmployerPostingDraft_draft, posting.draft)}
      steps={steps}
      step={step}
    />
  )
}

interface StepPageProps {
  account: string
  me: string
  posting: ResultOf<typeof EmployerPostingEdit_posting>
  draft: PostingDraft
  steps: StepDef[]
  step: StepDef
}

const serverStep = (draft: PostingDraft, key: string): ServerStep => ({
  version: draft.version,
  data: draft.steps.find((s) => s.key === key)?.data ?? {},
  savedAt: draft.savedAt,
  savedByName: draft.savedByName,
})

/** A step somebody has been through before tells everything that is wrong with it at once. */
const wasLeft = (state: PostingDraft['steps'][number]['state'] | undefined) => state === 'FIX' || state === 'CONFIRM' || state === 'DONE'

function StepPage({ account, me, posting, draft, steps, step }: StepPageProps) {
  const { t } = useTranslation('employer')
  const go = useNavigateTo()
  const { hash, search } = useLocation()
  const toCheck = (search as Record<string, unknown>)['back'] === 'check'
  const saveStep = useSavePostingStep(posting.id)
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
  const stepDraft = useStepDraft(account, `${posting.id}:${step.key}`, server, save)
  const { state, saved, type, flush } = stepDraft
  const { acknowledged, acknowledge } = useAcknowledged(account, posting.id)

  const { left, leave } = useLeft(flush)
  const [all, setAll] = useState(() => wasLeft(draft.steps.find((s) => s.key === step.key)?.state))
  const [presses, setPresses] = useState(0)

  const typed = useMemo(() => {
    const answers = new Map<string, RawValue>()
    for (const other of draft.steps)
      for (const [field, value] of Object.entries(other.key === step.key ? state.mine : other.data)) answers.set(field, value)
    for (const [field, value] of Object.entries(state.mine)) answers.set(field, value)
    return (field: string) => answers.get(field)
  }, [draft.steps, state.mine, step.key])

  useEffect(() => {
    if (hash) requestAnimationFrame(() => focusField(hash))
  }, [hash])

  const problems = shownProblems(draft.problems, step.key, { all, left, acknowledged })
  const reasons = useMemo(() => {
    const asked = askedFor(posting)
    return new Map(
      (asked?.reasons ?? [])
        .filter((reason) => reason.path.startsWith(`${step.key}.`))
        .map((reason) => [reason.path.split('.')[1] ?? '', t('edit.officeSays', { reason: reason.reason })] as const),
    )
  }, [posting, step.key, t])

  const at = steps.indexOf(step)
  const following = steps[at + 1]
  const hub = `/employer/postings/${posting.id}/edit`
  const check = `/employer/postings/${posting.id}/check`
  const nextPlace = toCheck || !following ? check : `${hub}/${following.key}`
  const onward = useOneAtATime(async () => {
    const now = await flush()
    if (now.conflict) return focusField(CONFLICT_ID)
    if (now.trouble === 'refused' || now.trouble === 'signedOut') return
    // What was written meanwhile lies in the browser: it is checked when it has arrived.
    if (now.trouble === 'unreachable') return go(nextPlace)
    setAll(true)
    const open = shownProblems(latest.current.problems, step.key, { all: true, left, acknowledged })
    if (open.length === 0) return go(nextPlace)
    setPresses((count) => count + 1)
  })
  const own = draft.steps.find((s) => s.key === step.key)
  const insights = draft.insights.filter((insight) => insight.step === step.key)
  const stuck = state.trouble !== 'none' || state.conflict !== null

  return (
    <>
      <Crumbs
        items={[
          { label: t('postings.title'), to: '/employer/postings' },
          { label: posting.title, to: hub },
          { label: `${at + 1} ${step.title}` },
        ]}
      />
      <div className="grid gap-6 xl:grid-cols-[10.5rem_minmax(0,40rem)_minmax(15rem,1fr)]">
        <StepNav
          current={step.key}
          steps={steps.map((one) => ({
            key: one.key,
            title: one.title,
            to: `${hub}/${one.key}`,
            state: taskState(draft, one.key, (p) => isAcknowledged(p, acknowledged)),
          }))}
        />
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-2">
            <PageTitle pageKey={step.key} title={`${step.title} | ${posting.title}`}>
              {step.title}
            </PageTitle>
            <SavedLine state={saved} />
          </div>
          <DraftNotices draft={stepDraft} step={step} me={me} savedBy={draft.savedByName} />
          {presses > 0 && (
            <div className="mt-4">
              <ErrorSummary
                presses={presses}
                problems={problems
                  .filter((p, index) => problems.findIndex((other) => other.message === p.message) === index)
                  .map((p) => ({ fieldId: idOfPath(p.path), severity: p.severity, message: p.message }))}
              />
            </div>
          )}
          <form
            className="card fields mt-4"
            noValidate
            aria-label={step.title}
            onSubmit={(event) => {
              event.preventDefault()
              onward.run()
            }}
          >
            <StepEditor
              step={step}
              data={state.mine}
              typed={typed}
              problems={problems}
              reasons={reasons}
              onType={type}
              onLeave={leave}
              onAcknowledge={(problem) => acknowledge(problem)}
            />
          </form>
          <div className="btns mt-5">
            <Button variant="primary" busy={onward.busy} busyLabel={t('form.saving')} onPress={onward.run}>
              {toCheck ? t('form.backToCheck') : following ? t('form.next', { number: at + 2, title: following.title }) : t('form.toCheck')}
            </Button>
            <LinkButton to={hub}>{t('form.toHub')}</LinkButton>
            {presses > 0 && problems.length > 0 && !stuck && (
              <LinkButton variant="text" to={nextPlace}>
                {t('form.later')}
              </LinkButton>
            )}
          </div>
        </div>
        <aside className="grid content-start gap-4 xl:sticky xl:top-6 xl:self-start" aria-label={t('form.aside')}>
          {insights.map((insight) => (
            <div key={insight.title} aria-live="polite">
              <InsightCard insight={insight} />
            </div>
          ))}
          {own && own.preview.length > 0 && (
            <Card small title={t('form.preview')} className="hidden xl:block">
              <dl className="grid gap-2">
                {own.preview.map((row) => (
                  <div key={row.key}>
                    <dt className="b">{row.label}</dt>
                    <dd className="whitespace-pre-line break-words">{row.value}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          )}
        </aside>
      </div>
    </>
  )
}
