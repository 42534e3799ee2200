import { useSuspenseQuery } from '@apollo/client/react'
import { getRouteApi, notFound } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { FormStep_step, readSteps } from '../../features/forms/form-step.ts'
import { EmployerPostingDraft_draft, EmployerPostingEdit_posting } from '../../features/postings/employer-posting-draft.ts'
import { EmployerPostingSample, EmployerPostingSample_employer } from '../../features/postings/employer-posting-sample.tsx'
import { NotEditable } from '../../features/postings/not-editable.tsx'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageHead } from '../../ui/page-title.tsx'

const PostingSamplePage = graphql(
  `
    query PostingSamplePage($id: ID!) {
      postingForm {
        ...FormStep_step
      }
      posting(id: $id) {
        id
        employer {
          id
          ...EmployerPostingSample_employer
        }
        ...EmployerPostingEdit_posting
      }
    }
  `,
  [FormStep_step, EmployerPostingEdit_posting, EmployerPostingSample_employer],
)
const route = getRouteApi('/employer/postings/$id/sample')

/** The draft as the sheet it will become, before anything is sent (PAGES 2.8). */
export function Page() {
  const { t } = useTranslation('employer')
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(PostingSamplePage, { variables: { id }, fetchPolicy: 'cache-and-network' })
  if (!data.posting) throw notFound()
  const posting = readFragment(EmployerPostingEdit_posting, data.posting)
  if (!posting.draft || !posting.viewerCanEdit) return <NotEditable id={id} title={posting.title} status={posting.status} />
  const draft = readFragment(EmployerPostingDraft_draft, posting.draft)
  const edit = `/employer/postings/${id}/edit`
  return (
    <>
      <Crumbs
        items={[{ label: t('postings.title'), to: '/employer/postings' }, { label: posting.title, to: edit }, { label: t('sample.title') }]}
      />
      <div className="max-w-[48rem]">
        <PageHead
          pageKey={id}
          note={t('sample.note')}
          actions={
            <Button size="s" icon={Printer} onPress={() => window.print()}>
              {t('sample.print')}
            </Button>
          }
        >
          {t('sample.title')}
        </PageHead>
        <EmployerPostingSample
          title={posting.title}
          office={posting.office.name}
          employer={data.posting.employer}
          steps={draft.steps}
          titles={new Map(readSteps(data.postingForm).map((step) => [step.key, step.title]))}
        />
        <div className="btns mt-5 no-print">
          <LinkButton to={edit}>{t('form.toHub')}</LinkButton>
          <LinkButton variant="text" to={`/employer/postings/${id}/check`}>
            {t('sample.toCheck')}
          </LinkButton>
        </div>
      </div>
    </>
  )
}
