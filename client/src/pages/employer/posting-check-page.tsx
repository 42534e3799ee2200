import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound } from '@tanstack/react-router'
import { CircleCheck, Eye, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAcknowledged } from '../../features/forms/form-logic.ts'
import { FormStep_step, readSteps } from '../../features/forms/form-step.ts'
import { UnsavedNote } from '../../features/forms/unsaved-note.tsx'
import { useAcknowledged } from '../../features/forms/use-acknowledged.ts'
import { useUnsaved } from '../../features/forms/use-unsaved.ts'
import { EmployerPostingDraft_draft, EmployerPostingEdit_posting } from '../../features/postings/employer-posting-draft.ts'
import { NotEditable } from '../../features/postings/not-editable.tsx'
import { useSubmitPosting } from '../../features/postings/use-submit-posting.ts'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Check } from '../../ui/choices.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Dl } from '../../ui/facts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

const PostingCheckPage = graphql(
  `
    query PostingCheckPage($id: ID!) {
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
const route = getRouteApi('/employer/postings/$id/check')

/** More than these are told step by step. */
const MANY = 12

const pathTo = (id: string, path: string): string => {
  const [step = '', ...field] = path.split('.')
  return `/employer/postings/${id}/edit/${step}?back=check${field.length > 0 ? `#${field.join('.')}` : ''}`
}

export function Page() {
  const { t } = useTranslation('employer')
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(PostingCheckPage, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const account = data.viewer.account?.id ?? ''
  const { acknowledged, acknowledge, forget } = useAcknowledged(account, id)
  const unsaved = useUnsaved(account, id)
  const submit = useSubmitPosting()
  const [sent, setSent] = useState(false)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<{ message: string; problems: readonly { path: string; message: string }[] } | null>(null)
  if (!data.posting) throw notFound()
  const posting = readFragment(EmployerPostingEdit_posting, data.posting)

  // The answer may have been lost on its way back: that it arrived shows in the posting itself.
  if (sent || (tried && posting.status === 'SUBMITTED'))
    return (
      <div className="max-w-[42rem]">
        <PageTitle pageKey="sent">{t('check.sent')}</PageTitle>
        <Card className="mt-4">
          <p className="good m-0">
            <CircleCheck aria-hidden="true" className="i" />
            <b>{posting.title}</b>
          </p>
          <h2 className="mt-4">{t('check.nextTitle')}</h2>
          <ol className="mt-2 grid list-decimal gap-2 pl-6">
            <li>{t('check.next1', { office: posting.office.name })}</li>
            <li>{t('check.next2')}</li>
            <li>{t('check.next3')}</li>
          </ol>
          <p className="sub mt-3">{t('check.phone', { office: posting.office.name, phone: posting.office.phone })}</p>
        </Card>
        <div className="btns mt-5">
          <LinkButton variant="primary" to={`/employer/postings/${id}`}>
            {t('check.openPosting')}
          </LinkButton>
          <LinkButton to="/employer">{t('check.home')}</LinkButton>
        </div>
      </div>
    )
  if (!posting.draft || !posting.viewerCanEdit) return <NotEditable id={id} title={posting.title} status={posting.status} />

  const draft = readFragment(EmployerPostingDraft_draft, posting.draft)
  const steps = readSteps(data.postingForm)
  const errors = draft.problems.filter((p) => p.severity === 'ERROR')
  const confirms = draft.problems.filter((p) => p.severity === 'CONFIRM')
  const unconfirmed = confirms.filter((p) => !isAcknowledged(p, acknowledged))
  const whyNot = () => {
    if (unsaved.length > 0) return t('form.unsaved.first')
    if (errors.length > 0) return t('check.fixFirst')
    return unconfirmed.length > 0 ? t('check.confirmFirst', { count: unconfirmed.length }) : undefined
  }
  const send = async () => {
    setRefusal(null)
    setTried(true)
    const answer = await submit(
      id,
      draft.version,
      confirms.filter((p) => isAcknowledged(p, acknowledged)).map(({ path, code }) => ({ path, code })),
    )
    if (answer.kind === 'done') {
      forget()
      setSent(true)
    } else setRefusal(answer.kind === 'refused' ? answer : { message: t('failed'), problems: [] })
    window.scrollTo(0, 0)
  }
  return (
    <>
      <Crumbs
        items={[
          { label: t('postings.title'), to: '/employer/postings' },
          { label: posting.title, to: `/employer/postings/${id}/edit` },
          { label: t('check.title') },
        ]}
      />
      <div className="grid max-w-[48rem] gap-4">
        <div>
          <PageTitle pageKey={id}>{t('check.title')}</PageTitle>
          <p className="small sub mt-1">{t('check.note', { title: posting.title })}</p>
          <LinkButton size="s" icon={Eye} className="mt-3" to={`/employer/postings/${id}/sample`}>
            {t('edit.sample')}
          </LinkButton>
        </div>
        <UnsavedNote unsaved={unsaved} steps={steps} hub={`/employer/postings/${id}/edit`} />
        {refusal && (
          <Banner kind="err" live title={refusal.message}>
            {refusal.problems.length > 0 && (
              <ul className="mt-1">
                {refusal.problems.map((p) => (
                  <li key={`${p.path}${p.message}`}>
                    <Link to={pathTo(id, p.path)}>{p.message}</Link>
                  </li>
                ))}
              </ul>
            )}
          </Banner>
        )}
        {errors.length > 0 && (
          <Banner kind="err" title={t('edit.errors', { count: errors.length })}>
            <ul className="mt-1">
              {errors.length > MANY
                ? steps
                    .map((step) => ({ step, count: errors.filter((p) => p.path.startsWith(`${step.key}.`)).length }))
                    .filter(({ count }) => count > 0)
                    .map(({ step, count }) => (
                      <li key={step.key}>
                        <Link to={pathTo(id, step.key)}>{t('check.errorsIn', { title: step.title, count })}</Link>
                      </li>
                    ))
                : errors.map((p) => (
                    <li key={`${p.path}${p.code}`}>
                      <Link to={pathTo(id, p.path)}>{p.message}</Link>
                    </li>
                  ))}
            </ul>
          </Banner>
        )}
        {steps.map((step, index) => {
          const own = draft.steps.find((s) => s.key === step.key)
          return (
            <Card
              key={step.key}
              title={`${index + 1} ${step.title}`}
              aside={
                <Link to={pathTo(id, step.key)} className="small">
                  {t('check.change')}
                  <span className="sr">{step.title}</span>
                </Link>
              }
            >
              {own && own.preview.length > 0 ? (
                <Dl
                  rows={own.preview.map((row) => ({
                    key: row.key,
                    term: row.label,
                    value: <span className="whitespace-pre-line break-words">{row.value}</span>,
                    action: (
                      <Link to={pathTo(id, `${step.key}.${row.key}`)} className="small">
                        {t('check.change')}
                        <span className="sr">{row.label}</span>
                      </Link>
                    ),
                  }))}
                />
              ) : (
                <p className="sub">{t('check.nothing')}</p>
              )}
            </Card>
          )
        })}
        {confirms.length > 0 && (
          <Card title={t('check.confirms')}>
            <div className="fields">
              {confirms.map((problem) => (
                <div key={`${problem.path}${problem.code}`}>
                  <p className="wrn">
                    <Icon of={TriangleAlert} size="s" />
                    <span>{problem.message}</span>
                  </p>
                  <Check checked={isAcknowledged(problem, acknowledged)} onChange={(on) => acknowledge(problem, on)}>
                    {t('check.keep')}
                  </Check>
                  <Link to={pathTo(id, problem.path)} className="small">
                    {t('check.fixIt')}
                  </Link>
                </div>
              ))}
            </div>
          </Card>
        )}
        <Card label={t('check.submit')}>
          <p>{t('check.before', { office: posting.office.name })}</p>
          <div className="btns mt-4">
            <Button variant="primary" unavailable={whyNot()} onPress={send}>
              {t('check.submit')}
            </Button>
            <LinkButton to={`/employer/postings/${id}/edit`}>{t('form.toHub')}</LinkButton>
          </div>
        </Card>
      </div>
    </>
  )
}
