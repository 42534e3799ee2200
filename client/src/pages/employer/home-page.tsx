import { useSuspenseQuery } from '@apollo/client/react'
import { CircleAlert, FileSearch, PencilLine, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { byDeadline, EmployerApplicants_application } from '../../features/applications/employer-applicants-table.tsx'
import { askedFor } from '../../features/postings/employer-posting-draft.ts'
import { EmployerPostingState_posting } from '../../features/postings/employer-posting-state.ts'
import { EmployerPostingTable, EmployerPostingTable_posting } from '../../features/postings/employer-posting-table.tsx'
import { NewPostingButton } from '../../features/postings/new-posting-button.tsx'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { formatDay } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { PageHead } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { type TodoItem, TodoList } from '../../ui/todo-list.tsx'

const EmployerHomePage = graphql(
  `
    query EmployerHomePage {
      viewer {
        account {
          id
        }
        member {
          id
          name
        }
        employer {
          id
          name
          waitingSince
          provisionalUntil
          claim {
            id
            state
          }
          office {
            id
            name
          }
        }
      }
      recent: employerPostings(first: 20) {
        totalCount
        nodes {
          id
          ...EmployerPostingTable_posting
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      writing: employerPostings(status: [DRAFT, RETURNED], first: 20) {
        totalCount
        nodes {
          id
          ...EmployerPostingState_posting
          reviews {
            id
            outcome
            comment
            decidedAt
            reasons {
              path
              label
              reason
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      waiting: employerApplications(status: [APPLIED], first: 50) {
        totalCount
        nodes {
          id
          ...EmployerApplicants_application
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [EmployerPostingTable_posting, EmployerPostingState_posting, EmployerApplicants_application],
)

/** How many applicants and drafts stand in the list before it becomes a wall. */
const APPLICANTS = 6
const DRAFTS = 3
const TABLE = 8

export function Page() {
  const { t } = useTranslation('employer')
  const now = useNow()
  const { data } = useSuspenseQuery(EmployerHomePage, { fetchPolicy: 'cache-and-network' })
  const { viewer } = data
  const office = viewer.employer?.office
  const date = formatDay(now.toISOString(), now)

  const applications = readFragment(EmployerApplicants_application, data.waiting.nodes).toSorted(byDeadline)
  const overdue = applications.filter((a) => a.isOverdue)
  const waiting = applications.filter((a) => !a.isOverdue)
  const applicant = (a: (typeof applications)[number]): TodoItem => ({
    key: a.id,
    icon: a.isOverdue ? CircleAlert : FileSearch,
    title: t(a.isOverdue ? 'home.overdue' : 'home.waiting'),
    about: t('home.about', { name: a.applicant?.name ?? t('applicants.gone'), title: a.sheet.title }),
    due: <Countdown until={a.answerUntil} label={a.isOverdue ? undefined : t('applicants.answer')} owed />,
    action: { label: t(a.isOverdue ? 'home.record' : 'home.look'), to: `/employer/applications/${a.id}` },
  })
  const writing = data.writing.nodes.map((node) => ({ ...readFragment(EmployerPostingState_posting, node), reviews: node.reviews }))
  const returned = writing.filter((p) => p.status === 'RETURNED')
  const drafts = writing.filter((p) => p.status === 'DRAFT')
  const items: TodoItem[] = [
    ...overdue.slice(0, APPLICANTS).map(applicant),
    ...returned.map((posting) => ({
      key: posting.id,
      icon: Undo2,
      title: t('home.returned'),
      about: t('home.returnedAbout', { title: posting.title, count: askedFor(posting)?.reasons.length ?? 0 }),
      action: { label: t('home.fix'), to: `/employer/postings/${posting.id}/edit` },
    })),
    ...waiting.slice(0, APPLICANTS).map(applicant),
    ...drafts.slice(0, DRAFTS).map((posting) => ({
      key: posting.id,
      icon: PencilLine,
      title: t('home.draft'),
      about: posting.title,
      action: { label: t('home.goOn'), to: `/employer/postings/${posting.id}/edit` },
    })),
  ]
  const count = data.waiting.totalCount + data.writing.totalCount
  const isNew = data.recent.totalCount === 0
  const waits = viewer.employer?.waitingSince ? 'establishment.todoWaits' : 'establishment.todo'
  const claim = viewer.employer?.claim?.state
  const todo = claim === 'PENDING' ? 'claim.sent' : claim === 'REJECTED' && !viewer.employer?.waitingSince ? 'claim.todo' : waits
  const name = viewer.member?.name.split(/\s/u)[0] ?? ''
  return (
    <>
      <PageHead
        title={t('home.title')}
        note={office ? t('home.note', { date, office: office.name }) : date}
        actions={!isNew && <NewPostingButton />}
      >
        {count > 0 ? t('home.things', { name, count }) : t(isNew ? 'home.welcome' : 'home.nothing', { name })}
      </PageHead>
      {viewer.employer?.provisionalUntil && (
        <Card title={t(todo)} level={2}>
          {!viewer.employer.waitingSince && (
            <>
              <Countdown until={viewer.employer.provisionalUntil} label={t('establishment.until')} />
              <p className="mt-2">{t('establishment.ends')}</p>
            </>
          )}
          <div className="btns mt-3">
            {claim !== 'PENDING' && <Link to="/employer/establishment">{t('establishment.open')}</Link>}
            {claim === 'PENDING' && <Link to="/employer/claim">{t('claim.open')}</Link>}
            {!viewer.employer.waitingSince && <Link to="/employer/claim">{t(claim === 'REJECTED' ? 'claim.open' : 'claim.has')}</Link>}
          </div>
        </Card>
      )}
      {items.length > 0 && <TodoList items={items} dueBeside />}
      {claim !== 'PENDING' && (
        <section className="mt-6" aria-labelledby="own-postings">
          <div className="card-h">
            <h2 id="own-postings">{t('home.postings')}</h2>
            {!isNew && (
              <Link to="/employer/postings" className="small">
                {t('home.all', { count: data.recent.totalCount })}
              </Link>
            )}
          </div>
          {isNew ? (
            <Card title={t('home.first')} level={3}>
              <ol className="list-decimal pl-5">
                {(['write', 'accept', 'answer'] as const).map((step) => (
                  <li key={step} className="mt-1">
                    {t(`home.firstStep.${step}`)}
                  </li>
                ))}
              </ol>
              <div className="mt-4">
                <NewPostingButton primary />
              </div>
            </Card>
          ) : (
            <EmployerPostingTable
              caption={t('postings.caption', { tab: t('postings.tab.ALL'), count: data.recent.totalCount })}
              postings={data.recent.nodes.slice(0, TABLE)}
            />
          )}
        </section>
      )}
    </>
  )
}
