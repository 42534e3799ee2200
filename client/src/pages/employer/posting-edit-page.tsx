import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound } from '@tanstack/react-router'
import { CircleAlert, Eye, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAcknowledged } from '../../features/forms/form-logic.ts'
import { FormStep_step, readSteps } from '../../features/forms/form-step.ts'
import { UnsavedNote } from '../../features/forms/unsaved-note.tsx'
import { useAcknowledged } from '../../features/forms/use-acknowledged.ts'
import { useUnsaved } from '../../features/forms/use-unsaved.ts'
import { EmployerPostingBadge } from '../../features/postings/employer-posting-badge.tsx'
import {
  askedFor,
  EmployerPostingDraft_draft,
  EmployerPostingEdit_posting,
  taskState,
} from '../../features/postings/employer-posting-draft.ts'
import { NotEditable } from '../../features/postings/not-editable.tsx'
import { useDiscardPosting } from '../../features/postings/use-discard-posting.ts'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNavigateTo } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { TaskList } from '../../ui/task-list.tsx'
import { useToast } from '../../ui/toast.tsx'

const PostingEditPage = graphql(
  `
    query PostingEditPage($id: ID!) {
      viewer {
        account {
          id
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
const route = getRouteApi('/employer/postings/$id/edit')

export function Page() {
  const { t } = useTranslation('employer')
  const { id } = route.useParams()
  const now = useNow()
  const go = useNavigateTo()
  const toast = useToast()
  const { data } = useSuspenseQuery(PostingEditPage, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const account = data.viewer.account?.id ?? ''
  const { acknowledged } = useAcknowledged(account, id)
  const unsaved = useUnsaved(account, id)
  const discard = useDiscardPosting()
  const [discarding, setDiscarding] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  if (!data.posting) throw notFound()
  const posting = readFragment(EmployerPostingEdit_posting, data.posting)
  if (!posting.draft || !posting.viewerCanEdit) return <NotEditable id={id} title={posting.title} status={posting.status} />

  const draft = readFragment(EmployerPostingDraft_draft, posting.draft)
  const steps = readSteps(data.postingForm)
  const states = steps.map((step) => taskState(draft, step.key, (p) => isAcknowledged(p, acknowledged)))
  const done = states.filter((state) => state.kind === 'done').length
  const errors = states.reduce((sum, state) => sum + (state.kind === 'err' ? state.count : 0), 0)
  const asks = states.reduce((sum, state) => sum + (state.kind === 'ask' ? state.count : 0), 0)
  const left = steps.filter((step, index) => states[index]?.kind === 'part' || (states[index]?.kind === 'todo' && !step.optional)).length
  const nextAt = states.findIndex((state, index) => state.kind !== 'done' && !(state.kind === 'todo' && steps[index]?.optional))
  const next = nextAt >= 0 ? steps[nextAt] : undefined
  const asked = askedFor(posting)
  const why = draft.readyToSubmit ? undefined : left > 0 ? t('edit.left', { count: left }) : t('edit.fixFirst')
  const erase = async () => {
    const answer = await discard.run({ postingId: id, version: draft.version })
    setDiscarding(false)
    if (answer.kind !== 'done') return setProblem(answer.kind === 'refused' ? answer.message : t('failed'))
    go('/employer/postings')
    toast.show({ message: t('acts.discarded') })
  }
  return (
    <>
      <Crumbs
        items={[
          { label: t('postings.title'), to: '/employer/postings' },
          { label: posting.postingNumber ? posting.title : t('edit.crumb') },
        ]}
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <PageTitle pageKey={id}>{posting.title}</PageTitle>
          <p className="small sub mb-4 mt-1 flex flex-wrap items-center gap-2">
            <EmployerPostingBadge status={posting.status} />
            {t('edit.saved', { date: formatDateTime(draft.savedAt, now), name: draft.savedByName })}
          </p>
          {problem && (
            <div className="mb-4">
              <Banner kind="err" live onClose={() => setProblem(null)}>
                {problem}
              </Banner>
            </div>
          )}
          {asked && (
            <div className="mb-4">
              <Banner kind="warn" title={t('edit.asked', { count: asked.reasons.length })}>
                {asked.comment && <p className="whitespace-pre-line">{asked.comment}</p>}
                <p className="small">{t('edit.askedNext')}</p>
              </Banner>
            </div>
          )}
          <div className="mb-4 empty:hidden">
            <UnsavedNote unsaved={unsaved} steps={steps} hub={`/employer/postings/${id}/edit`} />
          </div>
          <TaskList
            label={t('form.parts')}
            tasks={steps.map((step, index) => {
              const fixes = asked?.reasons.filter((reason) => reason.path.startsWith(`${step.key}.`)) ?? []
              const summary = draft.steps.find((s) => s.key === step.key)?.summary
              return {
                key: step.key,
                to: `/employer/postings/${id}/edit/${step.key}`,
                title: step.title,
                summary:
                  fixes.length > 0 ? (
                    <>
                      {summary}
                      <span className="wrn">
                        <Icon of={TriangleAlert} size="s" />
                        {t('edit.askedHere', { labels: fixes.map((f) => f.label).join('、') })}
                      </span>
                    </>
                  ) : (
                    summary || (step.optional ? t('edit.optional') : undefined)
                  ),
                state: states[index] ?? { kind: 'todo' },
              }
            })}
          />
          <p className="small sub mt-3">{t('edit.anyOrder')}</p>
          <div className="btns mt-5">
            {next && (
              <LinkButton variant="primary" to={`/employer/postings/${id}/edit/${next.key}`}>
                {t('edit.goOn', { number: nextAt + 1, title: next.title })}
              </LinkButton>
            )}
            <LinkButton icon={Eye} to={`/employer/postings/${id}/sample`}>
              {t('edit.sample')}
            </LinkButton>
            <Button variant="text" className="text-danger!" onPress={() => setDiscarding(true)}>
              {t('acts.discard')}
            </Button>
          </div>
        </div>
        <aside className="grid content-start gap-4" aria-label={t('edit.aside')}>
          <Card title={t('edit.until')}>
            <p className="small">
              <b className="num text-[1.25rem]">{done}</b> {t('edit.ofSteps', { count: steps.length })}
            </p>
            <div className="mt-2">
              <Progress bare label={t('edit.progress')} value={done} max={steps.length} />
            </div>
            {(errors > 0 || asks > 0) && (
              <ul className="small mt-3 grid gap-2">
                {errors > 0 && (
                  <li className="err m-0">
                    <Icon of={CircleAlert} size="s" />
                    {t('edit.errors', { count: errors })}
                  </li>
                )}
                {asks > 0 && (
                  <li className="wrn m-0">
                    <Icon of={TriangleAlert} size="s" />
                    {t('edit.asks', { count: asks })}
                  </li>
                )}
              </ul>
            )}
            <div className="mt-4">
              {why === undefined ? (
                <LinkButton variant={next ? 'secondary' : 'primary'} wide to={`/employer/postings/${id}/check`}>
                  {t('edit.submit')}
                </LinkButton>
              ) : (
                <Button wide unavailable={why}>
                  {t('edit.submit')}
                </Button>
              )}
            </div>
          </Card>
          <Card small title={t('edit.counter')}>
            <p>{t('edit.counterWhat', { office: posting.office.name })}</p>
            <p className="sub mt-1">{t('edit.counterPhone', { phone: posting.office.phone })}</p>
          </Card>
        </aside>
      </div>
      <ConfirmDialog
        open={discarding}
        title={t('acts.discardTitle')}
        confirmLabel={t('acts.discardDo')}
        danger
        busy={discard.busy}
        onCancel={() => setDiscarding(false)}
        onConfirm={() => void erase()}
      >
        <p>{t('acts.discardWhat', { title: posting.title })}</p>
      </ConfirmDialog>
    </>
  )
}
